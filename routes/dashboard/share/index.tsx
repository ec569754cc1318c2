import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { LeakCheck } from "../../../components/share/LeakCheck.tsx";
import { Modal } from "../../../components/ui/Modal.tsx";
import { QrPicture } from "../../../components/share/QrPicture.tsx";
import { SharePreview } from "../../../components/share/SharePreview.tsx";
import {
  RegenerateLink,
  ShareState,
} from "../../../components/share/ShareForms.tsx";
import { Button, buttonLook } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import CopyButton from "../../../islands/CopyButton.tsx";
import { listFigures, totalOf } from "../../../lib/figures/figures.ts";
import type { MemberCall } from "../../../lib/pages/access.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { shareActions } from "../../../lib/pages/share.ts";
import { OVERVIEW_DAYS } from "../../../lib/figures/overview.ts";
import { qrCode } from "../../../lib/sharing/qr_code.ts";
import { getShareLink } from "../../../lib/sharing/share_links.ts";
import { handler, page } from "./$index.ts";

async function load({ app, actor }: MemberCall, { twin }: TwinFrame) {
  const [link, figures] = await Promise.all([
    getShareLink(app, actor, twin.id),
    listFigures(app.kv, twin.id, OVERVIEW_DAYS, app.clock.now()),
  ]);
  const by_link = figures.filter(({ channel }) => channel === "link");
  const visitors = totalOf(by_link, "visitors");
  return { link, qr: qrCode(link.share_url), visitors };
}

export const handlers = handler(twinPage({
  load,
  actions: ({ twin }) => shareActions(twin.id),
}));

export default page(({ data }) => {
  const { frame, link, qr, visitors, result: leaks, form } = data;
  const { twin } = frame;
  const is_owner = frame.is_owner;
  return (
    <DashboardPage
      frame={frame}
      title="Share Links"
      lead="One link to your twin. Whoever has it may ask, and is answered from your public content only."
      action={link.public_share_enabled
        ? (
          <a
            class={buttonLook({ look: "hero" })}
            href={link.share_url}
            target="_blank"
            rel="noopener"
          >
            Open your page
          </a>
        )
        : is_owner && (
          <form method="post">
            <Button look="hero" name="action" value="share">
              Turn sharing on
            </Button>
          </form>
        )}
      figure={{
        value: visitors,
        label: visitors === 1
          ? "visitor by the link, 30 days"
          : "visitors by the link, 30 days",
      }}
    >
      <FormProblem error={form} />
      {leaks && (
        <Modal id="leaks" title="Leak check" open>
          <LeakCheck
            twin_id={twin.id}
            report={leaks}
            is_before_sharing={!link.public_share_enabled}
          />
        </Modal>
      )}
      <Card>
        <ShareState is_on={link.public_share_enabled} is_owner={is_owner} />
      </Card>
      <Card>
        <div class="flex flex-wrap items-center gap-8">
          <QrPicture qr={qr} label={`QR code of the link to ${twin.name}`} />
          <div class="min-w-0 flex-1 basis-64 space-y-4">
            <p class="text-sm wrap-anywhere text-muted">
              The link to <bdi>{twin.name}</bdi>
            </p>
            <p>
              {link.public_share_enabled
                ? (
                  <a
                    class="font-mono text-lg break-all text-accent underline"
                    href={link.share_url}
                  >
                    {link.share_url}
                  </a>
                )
                : (
                  <span class="font-mono text-lg break-all text-muted">
                    {link.share_url}
                  </span>
                )}
            </p>
            <p class="flex flex-wrap items-center gap-3">
              <CopyButton text={link.share_url} label="Copy the link" />
              <a
                class="text-sm text-accent underline"
                href={`/dashboard/share/qr?twin=${twin.id}`}
                download={`${twin.id}-qr.svg`}
              >
                Download the QR code
              </a>
            </p>
            {is_owner && <RegenerateLink />}
          </div>
        </div>
      </Card>
      {is_owner && (
        <Card title="Leak check">
          <form
            method="post"
            class="flex flex-wrap items-center justify-between gap-4"
          >
            <p class="max-w-xl text-sm text-muted">
              Asks questions made of your private items the way a visitor does,
              and shows that nothing of them comes back.
            </p>
            <Button look="plain" name="action" value="check_for_leaks">
              Check now
            </Button>
          </form>
        </Card>
      )}
      <SharePreview twin={twin} link={link} />
    </DashboardPage>
  );
});
