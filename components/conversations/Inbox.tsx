import type { Inbox } from "../../lib/views/inbox.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pages } from "../ui/Pages.tsx";
import { ConversationRow } from "./ConversationRow.tsx";
import { NoneListed } from "./InboxEmpty.tsx";
import { InboxFilters } from "./InboxFilters.tsx";
import { ConversationColumns } from "./ConversationColumns.tsx";
import { UnansweredList } from "./UnansweredList.tsx";
import { WaitingList } from "./WaitingList.tsx";

type Props = { inbox: Inbox; can_edit: boolean };

/** The selected list, and the open conversation beside it. */
export function InboxLists({ inbox, can_edit }: Props) {
  if (inbox.unanswered) return <Unanswered {...{ inbox, can_edit }} />;
  if (inbox.leads) return <Leads {...{ inbox, can_edit }} />;
  const { transcript, is_chosen } = inbox;
  const now = new Date(inbox.now).toISOString();
  if (isEmpty(inbox)) {
    return (
      <div data-now={now}>
        <Card>
          <NoneListed inbox={inbox} />
        </Card>
      </div>
    );
  }
  return (
    <div class="inbox" data-now={now}>
      <Card class={`inbox-list ${is_chosen ? "max-xl:hidden" : ""}`}>
        <Conversations inbox={inbox} />
      </Card>
      {transcript && (
        <ConversationColumns
          inbox={inbox}
          transcript={transcript}
          can_edit={can_edit}
          class={is_chosen ? "" : "max-xl:hidden"}
        />
      )}
    </div>
  );
}

/** There is no conversation to search yet. */
function isEmpty(
  { conversations, transcript, cursor, q, days, channel }: Inbox,
): boolean {
  return conversations.items.length === 0 && !transcript &&
    !(cursor || q || days || channel);
}

function Conversations({ inbox }: { inbox: Inbox }) {
  const { conversations: { items, next_cursor }, cursor, names, now } = inbox;
  return (
    <>
      <InboxFilters inbox={inbox} />
      {items.length === 0
        ? <NoneListed inbox={inbox} />
        : (
          <ul class="divide-y divide-line">
            {items.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                href={`/dashboard/conversations?${new URLSearchParams({
                  ...addressOf(inbox),
                  ...cursor ? { cursor } : {},
                  talk: conversation.id,
                })}`}
                is_open={conversation.id === inbox.transcript?.id}
                key_name={conversation.key_id &&
                  nameOf(names, conversation.key_id)}
                now={now}
              />
            ))}
          </ul>
        )}
      <Pages
        of="conversations"
        query={addressOf(inbox)}
        {...{ cursor, next_cursor }}
      />
    </>
  );
}

function Unanswered({ inbox, can_edit }: Props) {
  const { twin_id, shown, cursor, now, names } = inbox;
  const { items = [], next_cursor = null } = inbox.unanswered ?? {};
  return (
    <Card>
      <UnansweredList
        questions={items}
        twin_id={twin_id}
        nameOf={(key_id) => nameOf(names, key_id)}
        can_edit={can_edit}
        can_mail={inbox.can_mail}
        now={now}
      />
      <Pages
        of="questions"
        query={{ twin: twin_id, show: shown }}
        {...{ cursor, next_cursor }}
      />
    </Card>
  );
}

function Leads({ inbox, can_edit }: Props) {
  const { twin_id, shown, cursor, now, kept } = inbox;
  const { items = [], next_cursor = null } = inbox.leads ?? {};
  return (
    <Card>
      {items.length === 0 && (
        <EmptyState title="No one is waiting for a reply">
          When your twin has no answer, visitors can leave an e-mail.
        </EmptyState>
      )}
      <WaitingList
        leads={items}
        {...{ kept, twin_id, can_edit, now }}
        can_mail={inbox.can_mail}
      />
      <Pages
        of="e-mails"
        query={{ twin: twin_id, show: shown }}
        {...{ cursor, next_cursor }}
      />
    </Card>
  );
}

/** The part of the query that filters conversations. */
function addressOf(
  { twin_id, shown, channel, q, days }: Inbox,
): Record<string, string> {
  return {
    ...{ twin: twin_id, show: shown },
    ...(channel ? { channel } : {}),
    ...(q ? { q } : {}),
    ...(days ? { days } : {}),
  };
}

/** A key's name as conversations show it. */
function nameOf(names: Map<string, string>, key_id: string): string {
  return names.get(key_id) ?? "A former key";
}
