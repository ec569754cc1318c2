import { DashboardPage } from "../../components/DashboardPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { type Frame, loadTwinFrame } from "../../lib/http/dashboard.ts";
import {
  type Action,
  type FormError,
  memberPage,
  runAction,
} from "../../lib/http/page.ts";
import type { ShareLinkView } from "../../lib/schemas/share_link.ts";
import {
  getShareLink,
  regenerateShareLink,
  setSharing,
} from "../../lib/share_links.ts";
import { handler, page } from "./$share.ts";

type Data = {
  frame: Frame;
  link: ShareLinkView;
  done: string | null;
  error: FormError | null;
};

/** Every form of this page, by its `action`; the answer says what was done. */
const ACTIONS = (twin_id: string): Record<string, Action<string>> => ({
  async share({ app, owner }) {
    await setSharing(app, owner, twin_id, true);
    return "Your twin is public: whoever has the link may talk to it.";
  },
  async unshare({ app, owner }) {
    await setSharing(app, owner, twin_id, false);
    return "Sharing is off. The link does not work until you turn it on again.";
  },
  async regenerate({ app, owner }) {
    await regenerateShareLink(app, owner, twin_id);
    return "Here is the new link. The old one has ended.";
  },
});

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const link = await getShareLink(page.app, page.actor, frame.twin.id);
    return { data: { frame, link, done: null, error: null } };
  }),
  POST: memberPage<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const { result, error } = await runAction(page, ACTIONS(frame.twin.id));
    const link = await getShareLink(page.app, page.actor, frame.twin.id);
    return {
      data: { frame, link, done: result, error },
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data: { frame, link, done, error } }) => (
  <DashboardPage
    frame={frame}
    title="Share Links"
    lead="One link to your twin. Whoever has it may ask, and is answered from your public content only."
  >
    <FormProblem error={error} />
    {done && <Notice look="good">{done}</Notice>}
    <Card
      title={link.public_share_enabled ? "Sharing is on" : "Sharing is off"}
    >
      <div class="space-y-4">
        <p class="flex flex-wrap items-center gap-3">
          <a
            class="min-w-0 break-all font-mono text-accent underline"
            href={link.share_url}
          >
            {link.share_url}
          </a>
          <CopyButton text={link.share_url} />
        </p>
        {frame.me.user.role === "owner" && (
          <form method="post" class="flex flex-wrap gap-3">
            {link.public_share_enabled
              ? (
                <Button look="plain" name="action" value="unshare">
                  Turn sharing off
                </Button>
              )
              : <Button name="action" value="share">Turn sharing on</Button>}
            <Button look="danger" name="action" value="regenerate">
              Make a new link (the old one ends)
            </Button>
          </form>
        )}
      </div>
    </Card>
  </DashboardPage>
));
