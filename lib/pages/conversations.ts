import { z } from "zod";
import { listApiKeys, listKeyNames } from "../keys/api_keys.ts";
import {
  filterKept,
  getTranscript,
  setBlocked,
} from "../conversations/conversations.ts";
import { findConversations } from "../conversations/search.ts";
import { eraseVisitor, erasureInWords } from "../conversations/visitor_data.ts";
import { listFigures, totalOf } from "../figures/figures.ts";
import { listLeads, setAnswered } from "../conversations/leads.ts";
import { countWaitingLeads, findLead } from "../conversations/waiting_leads.ts";
import type { TranscriptView } from "../schemas/conversation.ts";
import { listQuery } from "../schemas/common.ts";
import {
  countUnanswered,
  listUnanswered,
} from "../conversations/unanswered.ts";
import type { Inbox } from "../views/inbox.ts";
import {
  dismissUnanswered,
  restoreUnanswered,
} from "../conversations/dismissals.ts";
import { sendsMail } from "../mail/outbox.ts";
import { parse } from "../http/body.ts";
import { redirectWithFlash } from "./flash.ts";
import { safeId } from "../http/endpoint.ts";
import type { MemberCall } from "./access.ts";
import { type EditorAction, editorAction } from "./form.ts";

/** The lists of the Conversations page. */
const SHOWN = ["all", "unanswered", "weak", "rated_down", "emails"] as const;
/** The periods that can be chosen. */
const DAYS = ["7", "30", "90"] as const;

const NOTHING = { items: [], next_cursor: null };

export async function loadInbox(
  page: MemberCall,
  twin_id: string,
): Promise<Inbox> {
  const { app, actor } = page;
  const filter = readFilter(page);
  const { shown, channel, cursor, q, days } = filter;
  const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
  const now = app.clock.now();
  const lists_conversations = shown === "all" || shown === "rated_down";
  const confidence = shown === "weak" ? "near" : "none";
  const [conversations, unanswered, leads, keys, figures, open, waiting] =
    await Promise.all([
      lists_conversations
        ? findConversations(app, actor, twin_id, {
          ...{ ...query, q, days: Number(days) || undefined },
          channel: channel || undefined,
          ...(shown === "rated_down" ? { rating: "down" as const } : {}),
        })
        : NOTHING,
      shown === "unanswered" || shown === "weak"
        ? listUnanswered(app, actor, twin_id, { ...query, confidence })
        : null,
      shown === "emails" ? listLeads(app, actor, twin_id, query) : null,
      listApiKeys(app, actor, { twin_id, limit: 100 }),
      listFigures(app.kv, twin_id, 1, now),
      countUnanswered(app, actor, twin_id),
      countWaitingLeads(app, actor, twin_id),
    ]);
  const transcript = lists_conversations
    ? await openTranscript(page, twin_id, conversations.items[0]?.id)
    : null;
  const names = await namesOf(page, [
    ...conversations.items,
    ...unanswered?.items ?? [],
    ...transcript ? [transcript] : [],
  ]);
  const of_leads = leads?.items.map((lead) => lead.conversation_id) ?? [];
  return {
    ...{
      twin_id,
      ...filter,
      conversations: conversations,
      unanswered,
      leads,
      names,
      now,
      open,
      waiting,
      transcript,
    },
    keys: keys.items.map(({ id, name }) => [id, name]),
    kept: await filterKept(app, actor, twin_id, of_leads),
    can_mail: sendsMail(app),
    visitors_today: totalOf(figures, "visitors"),
    lead: transcript && await findLead(app, actor, twin_id, transcript.id),
  };
}

/** The names of the keys that these came through. */
function namesOf(
  { app, actor }: MemberCall,
  came: { key_id: string | null }[],
): Promise<Map<string, string>> {
  return listKeyNames(app, actor, came.flatMap(({ key_id }) => key_id ?? []));
}

/** The filter in the page's address. */
function readFilter({ url }: MemberCall) {
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  return {
    shown: SHOWN.find((id) => id === asked("show")) ?? "all",
    channel: asked("channel") && safeId(asked("channel")),
    cursor: asked("cursor"),
    q: asked("q").trim().slice(0, 200),
    days: DAYS.find((days) => days === asked("days")) ?? "",
    is_chosen: asked("talk") !== "",
    message_id: asked("message"),
  };
}

/** The conversation beside the list: the requested one, otherwise the first. */
async function openTranscript(
  { app, actor, url }: MemberCall,
  twin_id: string,
  first: string | undefined,
): Promise<TranscriptView | null> {
  const asked = url.searchParams.get("talk");
  const id = asked ? safeId(asked) : first;
  return id ? await getTranscript(app, actor, twin_id, id) : null;
}

/** Every form of the Conversations page, by its `action`. */
export function inboxActions(twin_id: string): Record<string, EditorAction> {
  return {
    dismiss: editorAction({
      schema: ofMessage,
      async run(page, { message_id }) {
        const { app, editor } = page;
        const count = await dismissUnanswered(app, editor, twin_id, message_id);
        return redirectWithFlash(
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
        return redirectWithFlash(
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

/** The question that a form concerns. */
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
        : `${email} is waiting for an answer again.`;
      const action = answered ? "waiting" : "answered";
      return redirectWithFlash(page, text, {
        undo: { fields: { action, lead_id } },
      });
    },
  });
}

/** Every form of a single conversation's page, by its `action`. */
export function blockActions(
  twin_id: string,
  conversation_id: string,
): Record<string, EditorAction> {
  return {
    erase: editorAction({
      schema: z.object({}),
      async run(page) {
        const erased = await eraseVisitor(page.app, page.editor, {
          conversation_id,
        });
        return redirectWithFlash(
          page,
          `Erased for good: ${erasureInWords(erased)}.`,
          {
            to: `/dashboard/conversations?twin=${twin_id}`,
          },
        );
      },
    }),
    block: editorAction({
      schema: z.object({}),
      async run(page) {
        await setBlocked(page.app, page.editor, twin_id, conversation_id, true);
        return redirectWithFlash(
          page,
          "Blocked. This visitor's next message is refused.",
          {
            undo: { fields: { action: "unblock" } },
          },
        );
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
        return redirectWithFlash(page, "This visitor can write again.", {
          undo: { fields: { action: "block" } },
        });
      },
    }),
  };
}
