import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../../components/ui/FormProblem.tsx";
import { HandleForm } from "../../../components/share/HandleForm.tsx";
import { LeakCheck } from "../../../components/share/LeakCheck.tsx";
import { Modal } from "../../../components/ui/Modal.tsx";
import { LinkCard } from "../../../components/share/LinkCard.tsx";
import { SharePreview } from "../../../components/share/SharePreview.tsx";
import {
  RegenerateButton,
  RegenerateLink,
  ShareState,
} from "../../../components/share/ShareForms.tsx";
import { UnlistedLink } from "../../../components/share/UnlistedLink.tsx";
import { ActionButton } from "../../../components/ui/ActionForm.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { Menu } from "../../../components/ui/Menu.tsx";
import CopyButton from "../../../islands/CopyButton.tsx";
import ShareButton from "../../../islands/ShareButton.tsx";
import { twinPage } from "../../../lib/pages/page.ts";
import { loadShare, shareActions } from "../../../lib/pages/share.ts";
import type { ShareLinkView } from "../../../lib/schemas/share_link.ts";
import type { FormState } from "../../../lib/views/form.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler(twinPage({
  load: loadShare,
  actions: ({ twin }) => shareActions(twin.id),
}));

export default page(({ data }) => {
  const { frame, link, page_url, by_link, result: leaks, form } = data;
  const { twin, is_owner } = frame;
  const is_on = link.public_share_enabled;
  const address = <Address {...{ frame, link, page_url, form }} />;
  return (
    <DashboardPage
      frame={frame}
      title="Share Links"
      lead="One address for your twin. Anyone who has it can ask, and gets answers from your public content only."
      action={(is_on || is_owner) && <MainStep {...{ is_on, page_url }} />}
      figure={{
        value: by_link.visitors,
        label: by_link.visitors === 1
          ? "visitor by the link, 30 days"
          : "visitors by the link, 30 days",
      }}
    >
      <FormProblem error={form?.action === "handle" ? null : form} />
      {leaks && (
        <Modal id="leaks" title="Private stays private" open>
          <LeakCheck
            twin_id={twin.id}
            report={leaks}
            is_before_sharing={!is_on}
          />
        </Modal>
      )}
      <Card>
        <ShareState is_on={is_on} is_owner={is_owner} />
      </Card>
      {/* Without a handle, the link below is long and hard to say. */}
      {!twin.handle && address}
      <LinkCard {...{ twin, page_url, is_on, by_link }}>
        <CopyButton text={page_url} label="Copy the link" isPrimary />
        {is_on && <ShareButton url={page_url} title={twin.name} />}
        {!twin.handle && is_owner && (
          <Menu of="the link">
            <RegenerateButton />
          </Menu>
        )}
      </LinkCard>
      {is_owner && <RegenerateLink />}
      {twin.handle && address}
      {is_owner && <PrivacyCheck />}
      <SharePreview twin={twin} page_url={page_url} is_on={is_on} />
    </DashboardPage>
  );
});

type AddressProps = {
  frame: TwinFrame;
  link: ShareLinkView;
  page_url: string;
  form: FormState | null;
};

/** The name in the twin's address. */
function Address({ frame, link, page_url, form }: AddressProps) {
  const { twin, is_owner } = frame;
  const { host } = new URL(page_url);
  return (
    <Card
      title={twin.handle ? "Your address" : "Claim an address of your own"}
      id="address"
    >
      <div class="space-y-5">
        <fieldset disabled={!is_owner}>
          <HandleForm
            {...{ twin, host, is_owner }}
            form={formOf(form, "handle")}
          />
        </fieldset>
        {twin.handle && (
          <UnlistedLink link={link} is_owner={is_owner}>
            <CopyButton text={link.share_url} label="Copy the unlisted link" />
          </UnlistedLink>
        )}
      </div>
    </Card>
  );
}

function PrivacyCheck() {
  return (
    <Card title="Check that private stays private">
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-xl text-sm text-muted">
          Asks questions about your private items the way a visitor would, and
          shows that nothing of them comes back.
        </p>
        <ActionButton does="check_for_leaks" look="plain">
          Check now
        </ActionButton>
      </div>
    </Card>
  );
}

type StepProps = { is_on: boolean; page_url: string };

/** The main action. */
function MainStep({ is_on, page_url }: StepProps) {
  return is_on
    ? (
      <a
        class={buttonLook({ look: "hero" })}
        href={page_url}
        target="_blank"
        rel="noopener"
      >
        Open your page
      </a>
    )
    : <ActionButton does="share" look="hero">Turn sharing on</ActionButton>;
}
