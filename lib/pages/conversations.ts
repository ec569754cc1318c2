import { z } from "zod";
import { listApiKeys, listKeyNames } from "../keys/api_keys.ts";
import {
  filterKept,
  listConversations,
  setBlocked,
} from "../conversations/conversations.ts";
import { listFigures, totalOf } from "../figures/figures.ts";
import { listLeads, setAnswered } from "../conversations/leads.ts";
import type { LeadView } from "../schemas/lead.ts";
import type {
  ConversationView,
  UnansweredView,
} from "../schemas/conversation.ts";
import { type List, listQuery } from "../schemas/common.ts";
import { listUnanswered } from "../conversations/unanswered.ts";
import {
  dismissUnanswered,
  restoreUnanswered,
} from "../conversations/dismissals.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import { safeId } from "../http/endpoint.ts";
import type { MemberCall } from "./access.ts";
import { type EditorAction, editorAction } from "./form.ts";

/** The lists of the page Conversations. */
export const SHOWN = ["all", "unanswered", "rated_down", "emails"] as const;

/** What the page Conversations shows; of the three lists the one that is looked at. */
export type Inbox = {
  twin_id: string;
  shown: (typeof SHOWN)[number];
  /** The way in that is looked at; empty for every one. */
  channel: string;
  /** The ids and names of the twin's newest keys, to choose from. */
  keys: [id: string, name: string][];
  /** The names of the keys by which the conversations shown came, by id. */
  names: Map<string, string>;
  cursor: string;
  talks: List<ConversationView>;
  unanswered: List<UnansweredView> | null;
  leads: List<LeadView> | null;
  /** The ids of the conversations that the leads belong to and that are still kept. */
  kept: string[];
  visitors_today: number;
  now: number;
};

const NOTHING = { items: [], next_cursor: null };

export async function loadInbox(
  { app, actor, url }: MemberCall,
  twin_id: string,
): Promise<Inbox> {
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const shown = SHOWN.find((id) => id === asked("show")) ?? "all";
  const cursor = asked("cursor");
  const channel = asked("channel") && safeId(asked("channel"));
  const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
  const now = app.clock.now();
  const [talks, unanswered, leads, keys, figures] = await Promise.all([
    shown === "all" || shown === "rated_down"
      ? listConversations(app, actor, twin_id, {
        ...query,
        channel: channel || undefined,
        ...(shown === "rated_down" ? { rating: "down" as const } : {}),
      })
      : NOTHING,
    shown === "unanswered" ? listUnanswered(app, actor, twin_id, query) : null,
    shown === "emails" ? listLeads(app, actor, twin_id, query) : null,
    listApiKeys(app, actor, { twin_id, limit: 100 }),
    listFigures(app.kv, twin_id, 1, now),
  ]);
  const names = await listKeyNames(
    app,
    actor,
    talks.items.flatMap(({ key_id }) => key_id ?? []),
  );
  const waiting = leads?.items.map((lead) => lead.conversation_id) ?? [];
  return {
    ...{ twin_id, shown, channel, cursor, talks, unanswered, leads },
    ...{ names, now },
    keys: keys.items.map(({ id, name }) => [id, name]),
    kept: await filterKept(app, actor, twin_id, waiting),
    visitors_today: totalOf(figures, "visitors"),
  };
}

/** A key's name as conversations tell it. */
export function channelName({ names }: Inbox, key_id: string): string {
  return names.get(key_id) ?? "A former key";
}

/** Every form of the page Conversations, by its `action`. */
export function inboxActions(twin_id: string): Record<string, EditorAction> {
  return {
    dismiss: editorAction({
      schema: ofMessage,
      async run(page, { message_id }) {
        const { app, editor } = page;
        const count = await dismissUnanswered(app, editor, twin_id, message_id);
        return done(
          page,
          count === 1 ? "Off the list." : `Off the list, all ${count} of them.`,
          { undo: { fields: { action: "restore", message_id } } },
        );
      },
    }),
    restore: editorAction({
      schema: ofMessage,
      async run(page, { message_id }) {
        const { app, editor } = page;
        const count = await restoreUnanswered(app, editor, twin_id, message_id);
        return done(
          page,
          count === 1
            ? "Back on the list."
            : `All ${count} are back on the list.`,
        );
      },
    }),
    answered: markLead(twin_id, true),
    waiting: markLead(twin_id, false),
  };
}

/** The question that a form is about. */
const ofMessage = z.object({ message_id: z.string().default("") });

function markLead(twin_id: string, answered: boolean): EditorAction {
  return editorAction({
    schema: z.object({ lead_id: z.string().default("") }),
    async run(page, { lead_id }) {
      const { app, editor } = page;
      const { email } = await setAnswered(
        app,
        editor,
        twin_id,
        lead_id,
        answered,
      );
      const text = answered
        ? `${email} is marked as answered.`
        : `${email} waits for an answer again.`;
      const action = answered ? "waiting" : "answered";
      return done(page, text, { undo: { fields: { action, lead_id } } });
    },
  });
}

/** Every form of the page of one conversation, by its `action`. */
export function blockActions(
  twin_id: string,
  conversation_id: string,
): Record<string, EditorAction> {
  return {
    block: editorAction({
      schema: z.object({}),
      async run(page) {
        await setBlocked(page.app, page.editor, twin_id, conversation_id, true);
        return done(page, "Blocked. This visitor's next message is refused.", {
          undo: { fields: { action: "unblock" } },
        });
      },
    }),
    unblock: editorAction({
      schema: z.object({}),
      async run(page) {
        await setBlocked(
          page.app,
          page.editor,
          twin_id,
          conversation_id,
          false,
        );
        return done(page, "This visitor may speak again.", {
          undo: { fields: { action: "block" } },
        });
      },
    }),
  };
}
