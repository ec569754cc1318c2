import { Download } from "lucide-preact";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { InboxLists } from "../../../components/conversations/Inbox.tsx";
import { NothingKept } from "../../../components/conversations/InboxEmpty.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { TabLinks } from "../../../components/ui/Tabs.tsx";
import { inboxActions, loadInbox } from "../../../lib/pages/conversations.ts";
import type { Inbox } from "../../../lib/views/inbox.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { Head } from "fresh/runtime";
import { handler, page } from "./$index.ts";

export const handlers = handler(twinPage({
  load: async (page, { twin }) => ({ inbox: await loadInbox(page, twin.id) }),
  editor_actions: ({ twin }) => inboxActions(twin.id),
}));

const TABS: [Inbox["shown"], label: string][] = [
  ["all", "All"],
  ["unanswered", "Unanswered"],
  ["weak", "Weak answers"],
  ["rated_down", "Rated down"],
  ["emails", "E-mails left"],
];

/** A tab's name with its count. */
function tabLabel(
  [id, label]: (typeof TABS)[number],
  { open, waiting }: Inbox,
) {
  const waits = {
    unanswered: { count: open.none, has_more: open.has_more },
    weak: { count: open.near, has_more: open.has_more },
    emails: waiting,
    all: null,
    rated_down: null,
  }[id];
  return waits?.count
    ? `${label} (${waits.count}${waits.has_more ? "+" : ""})`
    : label;
}

export default page(({ data: { frame, inbox, form } }) => {
  const { twin_id, shown, visitors_today } = inbox;
  return (
    <DashboardPage
      frame={frame}
      title="Conversations"
      isWide
      lead="What people ask your twin, and what it could not answer yet."
      action={
        <a
          class={buttonLook({ look: "hero" })}
          href={`?twin=${twin_id}&show=unanswered`}
        >
          Open questions
        </a>
      }
      figure={{
        value: visitors_today,
        label: visitors_today === 1 ? "visitor today" : "visitors today",
      }}
    >
      <Head>
        <script type="module" src="/inbox.js" />
      </Head>
      <FormProblem error={form} />
      <div class="flex flex-wrap items-center justify-between gap-2">
        <TabLinks
          label="What to look at"
          links={TABS.map((tab) => ({
            href: `?twin=${twin_id}&show=${tab[0]}`,
            label: tabLabel(tab, inbox),
            isCurrent: tab[0] === shown,
          }))}
        />
        <Exports
          path={`/twins/${twin_id}/${
            shown === "emails" ? "leads" : "conversations"
          }/export`}
          of={shown === "emails" ? "e-mails" : "conversations"}
        />
      </div>
      {frame.twin?.retention_days === 0
        ? (
          <Card>
            <NothingKept twin_id={twin_id} />
          </Card>
        )
        : <InboxLists inbox={inbox} can_edit={frame.can_edit} />}
    </DashboardPage>
  );
});

/** Exports everything as a file. */
function Exports({ path, of }: { path: string; of: string }) {
  return (
    <p class="flex flex-wrap items-center gap-1 text-sm text-muted">
      <Download size={16} class="me-1 shrink-0" />
      All {of}:
      {(["csv", "json"] as const).map((format) => (
        <a
          key={format}
          class="inline-flex min-h-8 items-center rounded-lg px-2 font-medium text-accent underline transition hover:bg-hover"
          href={`${path}?format=${format}`}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
