import { askByLink } from "../chat/ask.ts";
import type { Words } from "../embed/words/words.ts";
import { readTrialCookie, trialCookie } from "../http/cookies.ts";
import { seeOther } from "../http/redirect.ts";
import { pageWords } from "../http/visitor_words.ts";
import {
  trialInput,
  type TrialView,
  writtenTrialInput,
} from "../schemas/trial.ts";
import type { PublicTwinView } from "../schemas/twin.ts";
import { tryAddress, tryWords } from "../trials/begin.ts";
import {
  type LiveTrial,
  requireReadyTrial,
  requireTrial,
  viewTrial,
  viewTrialTwin,
} from "../trials/trials.ts";
import type { FormState } from "../views/form.ts";
import type { FormChat } from "../views/form_chat.ts";
import {
  type PageCall,
  type PublicForm,
  publicForm,
  publicPage,
} from "./access.ts";
import { chatAction } from "./chat_form.ts";
import { type Action, publicAction } from "./form.ts";

/** The page of the tried twin. */
const TRY_PAGE = "/try";

/** The data of a trial's page: its progress, and its twin once it can be asked. */
export type TrialPageData = {
  /** The site's address as typed; empty for a trial from text. */
  url: string;
  view: TrialView;
  form: FormState | null;
  conversation: TrialConversation | null;
};

/** A tried twin, and the conversation so far. */
export type TrialConversation = {
  twin: PublicTwinView;
  words: Words;
  nonce: string;
  chat: FormChat | null;
  draft?: string;
  problem?: string;
};

function from({ call, req }: PageCall) {
  return { address: call.address, previous: readTrialCookie(req) };
}

function begun({ app, call }: PageCall, token: string): Response {
  call.cookies.push(trialCookie(app.config, token));
  return seeOther(TRY_PAGE);
}

/** The forms that start a trial: from a website's address, or from a few sentences. */
export const BEGINNINGS: Record<string, Action<never, PublicForm>> = {
  address: publicAction({
    schema: trialInput,
    run: async (page, input) =>
      begun(page, await tryAddress(page.app, input, from(page))),
  }),
  write: publicAction({
    schema: writtenTrialInput,
    run: async (page, input) =>
      begun(page, await tryWords(page.app, input, from(page))),
  }),
};

/** The page of this browser's trial twin, and its forms. */
export function trialPage() {
  return {
    GET: publicPage<TrialPageData>(async (page) => ({
      data: await dataOf(page, await liveOf(page)),
    })),
    POST: publicForm<TrialPageData>(async (page) => {
      // Without a live trial there is no page with forms either.
      const live = await liveOf(page);
      if (Object.hasOwn(BEGINNINGS, page.action)) {
        const outcome = await BEGINNINGS[page.action](page);
        if (outcome instanceof Response) return outcome;
        const { form, status, headers } = outcome;
        return { data: await dataOf(page, live, { form }), status, headers };
      }
      return await asked(page);
    }),
  };
}

async function asked(page: PublicForm) {
  const live = await requireReadyTrial(page.app, readTrialCookie(page.req));
  const ask = chatAction<PublicForm>(
    live.twin.id,
    ({ app, call }, input) => askByLink(app, live, call, input),
  );
  const outcome = await ask(page);
  if (outcome instanceof Response) return outcome;
  const { result: chat, form, status, headers } = outcome;
  const data = await dataOf(page, live, {
    chat,
    draft: form?.values.message,
    problem: form?.detail ?? undefined,
  });
  return { data, status, headers };
}

async function liveOf({ app, req }: PageCall): Promise<LiveTrial> {
  return await requireTrial(app, readTrialCookie(req));
}

type Shown = Partial<Pick<TrialConversation, "chat" | "draft" | "problem">> & {
  form?: FormState | null;
};

async function dataOf(
  { app, call }: PageCall,
  live: LiveTrial,
  { form = null, chat = null, draft, problem }: Shown = {},
): Promise<TrialPageData> {
  const view = await viewTrial(app, live);
  const { nonce } = call;
  const twin = viewTrialTwin(app, live.twin);
  const conversation = {
    twin,
    words: pageWords(call),
    nonce,
    chat,
    draft,
    problem,
  };
  return {
    url: live.trial.url ?? "",
    view,
    form,
    conversation: view.status === "ready" ? conversation : null,
  };
}
