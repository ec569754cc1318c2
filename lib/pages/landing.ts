import { askByLink } from "../chat/ask.ts";
import { getRequestActor } from "../http/auth_guard.ts";
import type { PublicTwinView } from "../schemas/twin.ts";
import { requireShare, verifyShareLink } from "../sharing/share_links.ts";
import { viewPublicTwin } from "../twins/twin_views.ts";
import type { FormState } from "../views/form.ts";
import type { FormChat } from "../views/form_chat.ts";
import {
  type PageCall,
  type PublicForm,
  publicForm,
  publicPage,
} from "./access.ts";
import { chatAction } from "./chat_form.ts";
import type { Action } from "./form.ts";
import { BEGINNINGS } from "./trial.ts";

/** The data of the landing page. */
export type LandingData = {
  form: FormState | null;
  is_signed_in: boolean;
  can_sign_up: boolean;
  nonce: string;
  /** The conversation with the shown twin, without scripts. */
  chat: FormChat | null;
  /** The twin to try there, and its path after `/public/chat/`; null if none is shown. */
  shown: { twin: PublicTwinView; path: string } | null;
};

/** The landing page, and the forms for trying a twin. */
export function landingPage() {
  return {
    GET: publicPage<LandingData>(async (page) => ({
      data: await load(page, null),
    })),
    POST: publicForm<LandingData>(async (page) => {
      const outcome = await actionOf(page)(page);
      if (outcome instanceof Response) return outcome;
      const { form, result, status, headers } = outcome;
      return { data: await load(page, form, result), status, headers };
    }),
  };
}

/** The submitted form: one that starts a trial or, from a browser without scripts, a question to the shown twin. */
function actionOf({ app, action }: PublicForm): Action<FormChat, PublicForm> {
  if (Object.hasOwn(BEGINNINGS, action)) return BEGINNINGS[action];
  if (!app.showcase) return BEGINNINGS.address;
  const { twin_id, token } = app.showcase;
  return chatAction(twin_id, async ({ app, call }, input) => {
    const share = await requireShare(app, twin_id, token);
    return await askByLink(app, share, call, input);
  });
}

async function load(
  { app, call, req }: PageCall,
  form: FormState | null,
  chat: FormChat | null = null,
): Promise<LandingData> {
  const [actor, shown] = await Promise.all([
    getRequestActor(req),
    shownBy(app),
  ]);
  return {
    ...{ form, shown, chat, nonce: call.nonce },
    is_signed_in: actor !== null,
    can_sign_up: app.config.signup === "open",
  };
}

async function shownBy(app: PageCall["app"]): Promise<LandingData["shown"]> {
  if (!app.showcase) return null;
  const { twin_id, token } = app.showcase;
  const share = await verifyShareLink(app, twin_id, token);
  return share && {
    twin: viewPublicTwin(app, share.twin),
    path: `${twin_id}/${token}`,
  };
}
