import { MessagesSquare } from "lucide-preact";
import { ConversationRow } from "../../../components/ConversationRow.tsx";
import { DashboardPage } from "../../../components/DashboardPage.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { WaitingList } from "../../../components/WaitingList.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import { listApiKeys } from "../../../lib/api_keys.ts";
import {
  filterKept,
  listConversations,
  listLeads,
} from "../../../lib/conversations.ts";
import { listFigures, totalOf } from "../../../lib/figures.ts";
import { parse } from "../../../lib/http/body.ts";
import { type Frame, loadTwinFrame } from "../../../lib/http/dashboard.ts";
import { memberPage } from "../../../lib/http/page.ts";
import type { ConversationView, LeadView } from "../../../lib/schemas/chat.ts";
import { type List, listQuery } from "../../../lib/schemas/common.ts";
import { handler, page } from "./$index.ts";

type Data = {
  frame: Frame;
  twin_id: string;
  talks: List<ConversationView>;
  leads: List<LeadView>;
  /** The ids of the conversations that the leads belong to and that are still kept. */
  kept: string[];
  /** The keys' names, by which a conversation tells where it came from. */
  key_names: Record<string, string>;
  cursor: string;
  leads_cursor: string;
  visitors_today: number;
  now: number;
};

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const { app, actor, url } = page;
    const frame = await loadTwinFrame(page);
    const twin_id = frame.twin.id;
    const cursor = url.searchParams.get("cursor") ?? "";
    const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
    const leads_cursor = url.searchParams.get("leads") ?? "";
    const leads_query = parse(listQuery, {
      limit: 20,
      cursor: leads_cursor || undefined,
    });
    const now = app.clock.now();
    const [talks, leads, keys, figures] = await Promise.all([
      listConversations(app, actor, twin_id, query),
      listLeads(app, actor, twin_id, leads_query),
      listApiKeys(app, actor, { twin_id, limit: 100 }),
      listFigures(app.kv, twin_id, 1, now),
    ]);
    const kept = await filterKept(
      app,
      actor,
      twin_id,
      leads.items.map((lead) => lead.conversation_id),
    );
    const key_names = Object.fromEntries(
      keys.items.map((key) => [key.id, key.name]),
    );
    return {
      data: {
        frame,
        twin_id,
        talks,
        leads,
        kept,
        key_names,
        cursor,
        leads_cursor,
        visitors_today: totalOf(figures, "visitors"),
        now,
      },
    };
  }),
});

export default page(({ data }) => {
  const { frame, twin_id, talks, leads, key_names, cursor, now } = data;
  // Paging through one list leaves the other where it is.
  const keep = (other: Record<string, string>) => ({
    twin: twin_id,
    ...Object.fromEntries(Object.entries(other).filter(([, at]) => at)),
  });
  return (
    <DashboardPage
      frame={frame}
      title="Conversations"
      lead="What people ask your twin, and what it could not answer yet."
      figure={{
        value: data.visitors_today,
        label: data.visitors_today === 1 ? "visitor today" : "visitors today",
      }}
    >
      {(leads.items.length > 0 || data.leads_cursor) && (
        <Card title="Waiting to hear from you">
          <WaitingList
            leads={leads.items}
            kept={data.kept}
            twin_id={twin_id}
            is_owner={frame.me.user.role === "owner"}
            now={now}
          />
          <Pages
            of="e-mails"
            name="leads"
            query={keep({ cursor })}
            cursor={data.leads_cursor}
            next_cursor={leads.next_cursor}
          />
        </Card>
      )}
      <Card title="All conversations">
        {talks.items.length === 0
          ? <NoTalks twin_id={twin_id} is_first={!cursor} />
          : (
            <ul class="divide-y divide-line">
              {talks.items.map((talk) => (
                <ConversationRow
                  key={talk.id}
                  talk={talk}
                  key_name={talk.key_id && (key_names[talk.key_id] ??
                    "A former key")}
                  now={now}
                />
              ))}
            </ul>
          )}
        <Pages
          of="conversations"
          query={keep({ leads: data.leads_cursor })}
          cursor={cursor}
          next_cursor={talks.next_cursor}
        />
      </Card>
    </DashboardPage>
  );
});

type NoTalksProps = { twin_id: string; is_first: boolean };

function NoTalks({ twin_id, is_first }: NoTalksProps) {
  if (!is_first) return <p class="text-sm text-muted">Nothing older.</p>;
  return (
    <EmptyState
      title="Nobody has asked yet"
      icon={<MessagesSquare size={22} strokeWidth={1.75} />}
      action={
        <p class="flex flex-wrap justify-center gap-3">
          <a
            class={buttonLook({})}
            href={`/dashboard/share?twin=${twin_id}`}
          >
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
