import { z } from "zod";
import { askByLink } from "../chat/ask.ts";
import { say } from "../client/say.ts";
import { leaveEmail } from "../conversations/leads.ts";
import { rateAnswer } from "../conversations/ratings.ts";
import { endVisitorSession } from "../conversations/sessions.ts";
import type { Words } from "../embed/words/words.ts";
import { AppError, isAppError } from "../errors.ts";
import { openedFrom } from "../http/opened_from.ts";
import { inWords, pageWords } from "../http/visitor_words.ts";
import { ratingInput } from "../schemas/chat.ts";
import { leadInput } from "../schemas/lead.ts";
import { retentionOf, type SharePageView } from "../schemas/twin.ts";
import type { OpenShare } from "../sharing/share_links.ts";
import { viewSharePage } from "../twins/twin_views.ts";
import type { FormChat } from "../views/form_chat.ts";
import {
  type PageCall,
  type PublicForm,
  publicForm,
  publicPage,
} from "./access.ts";
import { chatAction, chatSoFar, keepingChat } from "./chat_form.ts";
import { type Action, type Outcome, publicAction } from "./form.ts";

type ShareAction = Action<FormChat, PublicForm>;

/** The data of a twin's page. */
export type SharePageData = {
  twin: SharePageView;
  words: Words;
  /** After `/public/chat/` and its siblings. */
  path: string;
  /** The page's own address. */
  url: string;
  is_searchable: boolean;
  nonce: string;
  retention_days: number;
  chat: FormChat | null;
  /** A typed question that could not be asked, and why. */
  draft?: string;
  problem?: string;
};

/** A shared twin and its page: the path after `/public/chat/`, and the address on this site. */
type OpenPage = OpenShare & {
  path: string;
  address: string;
  is_searchable: boolean;
};

/** Finds a page's twin: null if there is none, a `Response` if it has moved. */
type Open = (page: PageCall) => Promise<OpenPage | Response | null>;

/** A shared twin's page in the visitor's language, and its forms. */
export function sharePage(open: Open) {
  const load = async (page: PageCall) => {
    const { app, call } = page;
    const words = call.words = pageWords(call);
    const opened = await open(page).catch((error) => {
      if (isAppError(error) && error.code === "not_found") return null;
      throw error;
    });
    if (opened instanceof Response) return opened;
    if (!opened) throw new AppError("not_found", words.gone);
    // The dashboard shows it beside the link.
    call.frame_ancestors = "'self'";
    const { twin, path, address, is_searchable } = opened;
    const data: SharePageData = {
      twin: inWords(viewSharePage(app, twin), words),
      words,
      path,
      url: app.config.base_url + address,
      is_searchable,
      nonce: call.nonce,
      retention_days: retentionOf(twin),
      chat: null,
    };
    return { share: { twin }, data };
  };
  return {
    GET: publicPage<SharePageData>(async (page) => {
      const loaded = await load(page);
      if (loaded instanceof Response) return loaded;
      const from = openedFrom(page.req, page.app.config);
      if (from !== null) page.app.opens.note(loaded.share.twin.id, from);
      return { data: loaded.data };
    }),
    POST: publicForm<SharePageData>(async (page) => {
      const loaded = await load(page);
      if (loaded instanceof Response) return loaded;
      const { share, data } = loaded;
      const { words } = data;
      const outcome = await shareAction(share, words, page.action)(page);
      if (outcome instanceof Response) return outcome;
      const { result: chat, form, ...answer } = outcome;
      const problem = refusalInWords(outcome, words);
      const draft = form?.values.message;
      return { data: { ...data, chat, draft, problem }, ...answer };
    }),
  };
}

/**
 * A form of the share page, for a browser without scripts: for rating, leaving an e-mail, deleting, or otherwise
 * asking.
 */
function shareAction(
  share: OpenShare,
  words: Words,
  name: string,
): ShareAction {
  const { id, name: twin_name } = share.twin;
  const actions = new Map<string, ShareAction>([
    ["rate", rate(id, words.thanks)],
    ["leave_email", leave(id, say(words.offered, { name: twin_name }))],
    ["delete", end(id, words.deleted)],
  ]);
  const action = actions.get(name);
  return action ? keepingChat(id, action) : chatAction(
    id,
    ({ app, call }, input) => askByLink(app, share, call, input),
  );
}

function rate(twin_id: string, told: string): ShareAction {
  return publicAction({
    schema: ratingInput,
    fields: ({ session_id = "", message_id, rating, comment }) => ({
      session_id,
      message_id,
      rating,
      comment,
    }),
    async run({ app }, input) {
      await rateAnswer(app, twin_id, input);
      return { ...await chatSoFar(app, twin_id, input.session_id), told };
    },
  });
}

function leave(twin_id: string, told: string): ShareAction {
  return publicAction({
    schema: leadInput,
    fields: ({ session_id = "", email }) => ({ session_id, email }),
    async run({ app }, input) {
      await leaveEmail(app, twin_id, input);
      return { ...await chatSoFar(app, twin_id, input.session_id), told };
    },
  });
}

function end(twin_id: string, told: string): ShareAction {
  return publicAction({
    schema: z.object({ session_id: z.string().default("") }),
    async run({ app }, { session_id }) {
      await endVisitorSession(app, session_id, twin_id);
      return { said: [], session_id: "", told };
    },
  });
}

/** Why a form was refused, in the visitor's language; a paused twin has its own message. */
function refusalInWords(
  { status, form }: Outcome<FormChat>,
  words: Words,
): string | undefined {
  if (!form?.detail) return undefined;
  if (status === 503) return form.detail;
  if (status === 403 || status === 404 || status === 410) return words.ended;
  if (status !== 422) return words.failed;
  return form.action === "leave_email"
    ? words.lead_failed
    : words.invalid_input;
}
