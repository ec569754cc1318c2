import { Download, MessagesSquare, ThumbsUp } from "lucide-preact";
import { ConversationRow } from "../../../components/conversations/ConversationRow.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { UnansweredList } from "../../../components/conversations/UnansweredList.tsx";
import { WaitingList } from "../../../components/conversations/WaitingList.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import { TabLinks } from "../../../components/ui/Tabs.tsx";
import {
  channelName,
  type Inbox,
  inboxActions,
  loadInbox,
  SHOWN,
} from "../../../lib/pages/conversations.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler(twinPage({
  load: async (page, { twin }) => ({ inbox: await loadInbox(page, twin.id) }),
  editor_actions: ({ twin }) => inboxActions(twin.id),
}));

const TABS = {
  all: "All",
  unanswered: "Not answered",
  rated_down: "Rated down",
  emails: "E-mails left",
} as const;

export default page(({ data: { frame, inbox, form } }) => {
  const { twin_id, shown, visitors_today } = inbox;
  return (
    <DashboardPage
      frame={frame}
      title="Conversations"
      lead="What people ask your twin, and what it could not answer yet."
      action={
        <a
          class={buttonLook({ look: "hero" })}
          href={`?twin=${twin_id}&show=unanswered`}
        >
          {frame.can_edit ? "Answer open questions" : "See what was not found"}
        </a>
      }
      figure={{
        value: visitors_today,
        label: visitors_today === 1 ? "visitor today" : "visitors today",
      }}
    >
      <FormProblem error={form} />
      <div class="flex flex-wrap items-center justify-between gap-2">
        <TabLinks
          label="What to look at"
          links={SHOWN.map((id) => ({
            href: `?twin=${twin_id}&show=${id}`,
            label: TABS[id],
            isCurrent: id === shown,
          }))}
        />
        <Exports
          path={`/twins/${twin_id}/${
            shown === "emails" ? "leads" : "conversations"
          }/export`}
          of={shown === "emails" ? "e-mails" : "conversations"}
        />
      </div>
      <Card>
        {frame.twin?.retention_days === 0
          ? <NothingKept twin_id={twin_id} />
          : <Shown inbox={inbox} can_edit={frame.can_edit} />}
      </Card>
    </DashboardPage>
  );
});

/** All of what there is, as a file. */
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

type ShownProps = { inbox: Inbox; can_edit: boolean };

function Shown({ inbox, can_edit }: ShownProps) {
  const { twin_id, shown, cursor, now } = inbox;
  const query = {
    twin: twin_id,
    show: shown,
    ...(inbox.channel ? { channel: inbox.channel } : {}),
  };
  if (inbox.unanswered) {
    const { items, next_cursor } = inbox.unanswered;
    return (
      <>
        <UnansweredList
          questions={items}
          twin_id={twin_id}
          nameOf={(key_id) => channelName(inbox, key_id)}
          can_edit={can_edit}
          now={now}
        />
        <Pages of="questions" {...{ query, cursor, next_cursor }} />
      </>
    );
  }
  if (inbox.leads) {
    const { items, next_cursor } = inbox.leads;
    return (
      <>
        {items.length === 0 && (
          <EmptyState title="No one is waiting for a reply">
            When an answer is not found, visitors may leave an e-mail.
          </EmptyState>
        )}
        <WaitingList
          leads={items}
          kept={inbox.kept}
          twin_id={twin_id}
          can_edit={can_edit}
          now={now}
        />
        <Pages of="e-mails" {...{ query, cursor, next_cursor }} />
      </>
    );
  }
  const { items, next_cursor } = inbox.talks;
  return (
    <>
      {shown === "all" && <Channels inbox={inbox} />}
      {items.length === 0
        ? shown === "rated_down"
          ? <NoneRatedDown is_first={!cursor} />
          : <NoTalks twin_id={twin_id} is_first={!cursor && !inbox.channel} />
        : (
          <ul class="divide-y divide-line">
            {items.map((talk) => (
              <ConversationRow
                key={talk.id}
                talk={talk}
                key_name={talk.key_id && channelName(inbox, talk.key_id)}
                now={now}
              />
            ))}
          </ul>
        )}
      <Pages of="conversations" {...{ query, cursor, next_cursor }} />
    </>
  );
}

/** By which way they came in; nothing where there is one way only. */
function Channels({ inbox }: { inbox: Inbox }) {
  const { twin_id, channel, keys } = inbox;
  if (keys.length === 0) return null;
  const ways = [["", "All channels"], ["link", "Share link"], ...keys];
  return (
    <form class="mb-2 flex flex-wrap items-center gap-2 text-sm">
      <input type="hidden" name="twin" value={twin_id} />
      <label for="channel" class="text-muted">Channel</label>
      <select
        id="channel"
        name="channel"
        class="min-h-9 max-w-full min-w-0 rounded-lg border border-control-line bg-raised px-2"
      >
        {ways.map(([id, name]) => (
          <option key={id} value={id} selected={id === channel}>{name}</option>
        ))}
      </select>
      <button
        type="submit"
        class={buttonLook({ look: "plain", size: "sm" })}
      >
        Show
      </button>
    </form>
  );
}

function NothingKept({ twin_id }: { twin_id: string }) {
  return (
    <EmptyState
      title="Conversations are not stored"
      icon={<MessagesSquare size={22} strokeWidth={1.75} />}
      action={
        <a
          class={buttonLook({ look: "plain" })}
          href={`/dashboard/settings?twin=${twin_id}&tab=privacy`}
        >
          See the settings
        </a>
      }
    >
      Each is gone when it ends, as set for this twin. What is counted stands on
      the Overview.
    </EmptyState>
  );
}

function NoneRatedDown({ is_first }: { is_first: boolean }) {
  if (!is_first) return <p class="py-2 text-sm text-muted">Nothing here.</p>;
  return (
    <EmptyState
      title="Nobody has rated an answer down"
      icon={<ThumbsUp size={22} strokeWidth={1.75} />}
    >
      Visitors may rate each answer. Conversations with one that was not good
      appear here, to be corrected in one step.
    </EmptyState>
  );
}

type NoTalksProps = { twin_id: string; is_first: boolean };

function NoTalks({ twin_id, is_first }: NoTalksProps) {
  if (!is_first) return <p class="py-2 text-sm text-muted">Nothing here.</p>;
  return (
    <EmptyState
      title="Nobody has asked yet"
      icon={<MessagesSquare size={22} strokeWidth={1.75} />}
      action={
        <p class="flex flex-wrap justify-center gap-3">
          <a class={buttonLook({})} href={`/dashboard/share?twin=${twin_id}`}>
            Share your link
          </a>
          <a
            class={buttonLook({ look: "plain" })}
            href={`/dashboard/embed?twin=${twin_id}`}
          >
            Embed the widget
          </a>
        </p>
      }
    >
      What people ask your twin appears here, with what it answered.
    </EmptyState>
  );
}
