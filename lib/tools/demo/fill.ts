import { signUp } from "../../accounts/accounts.ts";
import { getActor } from "../../accounts/sessions.ts";
import { type Owner, requireOwner } from "../../actor.ts";
import type { App } from "../../app.ts";
import { askByKey, askByLink } from "../../chat/ask.ts";
import type { Conversation } from "../../chat/converse.ts";
import { DAY, HOUR, MINUTE } from "../../clock.ts";
import { createContent } from "../../content/content.ts";
import { leaveEmail } from "../../conversations/leads.ts";
import { DIRECT } from "../../schemas/figures.ts";
import { collectAnswer } from "../../http/chat_response.ts";
import { createApiKey } from "../../keys/api_keys.ts";
import { verifyKeyCall } from "../../keys/verification.ts";
import { requireShare, setSharing } from "../../sharing/share_links.ts";
import { setAvatar } from "../../twins/avatars.ts";
import { listAllTwins, updateTwin } from "../../twins/twins.ts";
import { CONTENT, CREATOR, QUESTIONS, STARTERS, WAITING } from "./content.ts";
import { PORTRAIT } from "./portrait.ts";
import type { ShiftedClock } from "./shifted_clock.ts";

/** How far back the demo's figures go, in days. */
const DAYS = 30;

type Asking = (message: string, at: {
  /** The visitor's address. */
  address: string;
  session_id?: string;
}) => Promise<Conversation>;

/**
 * Creates the demo's account, twin, content, page and a key for `site`, and a month of visitors, through the public
 * interfaces.
 */
export async function fill(app: App, clock: ShiftedClock, site: string) {
  clock.shift_ms = -DAYS * DAY;
  const owner = await begin(app);
  const [{ id: twin_id }] = await listAllTwins(app, owner);
  const { bio, greeting, handle, accent_color } = CREATOR;
  await updateTwin(app, owner, twin_id, {
    ...{ bio, greeting, handle, accent_color },
    suggested_questions: STARTERS,
  });
  const portrait = await app.pictures.drawOnce(PORTRAIT, twin_id);
  await setAvatar(app, owner, twin_id, portrait);
  for (const item of CONTENT) await createContent(app, owner, twin_id, item);
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const { key } = await createApiKey(app, owner, {
    twin_id,
    name: "okafor-pottery.example",
    type: "publishable",
    allowed_domains: [site],
  });
  const byLink: Asking = async (message, { address, session_id }) => {
    const share = await requireShare(app, twin_id, share_token);
    if (!session_id) app.opens.note(twin_id, siteOf(address));
    return await askByLink(app, share, { address }, { message, session_id });
  };
  await simulateVisitors(clock, [
    byLink,
    async (message, { address, session_id }) => {
      const live = await verifyKeyCall(app, {
        ...{ twin_id, text: key, origin: site, is_own_origin: false },
        ...{ scope: "chat" as const, used_for: "POST /chat-widget/{twin_id}" },
      });
      return await askByKey(app, live, { address }, { message, session_id });
    },
  ]);
  clock.shift_ms = -20 * MINUTE;
  const { question, email } = WAITING;
  const session_id = await converse(byLink, [question], "demo 0");
  if (session_id) await leaveEmail(app, twin_id, { session_id, email });
  clock.shift_ms = 0;
  const page_url = `${app.config.base_url}/@${handle}`;
  app.showcase = { twin_id, token: share_token };
  return { page_url, twin_id, key };
}

/** The site a visitor comes from: often an app without a referrer. */
function siteOf(address: string): string {
  const n = Number(address.split(" ")[1]);
  const sites = [DIRECT, "instagram.com", "google.com", DIRECT, "linktr.ee"];
  return sites[n % sites.length];
}

async function begin(app: App): Promise<Owner> {
  const caller = { address: "demo", user_agent: "demo" };
  const { name, email, password, twin_name } = CREATOR;
  const account = { name, email, password, twin_name };
  const { session_token } = await signUp(app, account, caller);
  const actor = await getActor(app, session_token);
  if (!actor) throw new Error("The demo's account could not be signed in");
  return requireOwner(actor);
}

/** Visitors' conversations, day by day up to now, increasing over time; through each of these channels in turn. */
async function simulateVisitors(
  clock: ShiftedClock,
  ways: Asking[],
): Promise<void> {
  let n = 0;
  for (let day = DAYS - 1; day >= 0; day--) {
    // Weekends are quiet, and word gets around.
    const is_weekend = [0, 6].includes(new Date(clock.now()).getUTCDay());
    const visitors = (is_weekend ? 1 : 2) + Math.round((DAYS - day) / 9) +
      day % 3;
    for (let i = 0; i < visitors; i++, n++) {
      clock.shift_ms = -day * DAY - (day === 0 ? 1 : i) * HOUR -
        n * MINUTE % HOUR;
      const questions = QUESTIONS[(n * 5 + day) % QUESTIONS.length];
      await converse(ways[n % 3 === 0 ? 1 : 0], questions, `demo ${n}`);
    }
  }
}

/** Asks one question after the other; returns their session. */
async function converse(
  ask: Asking,
  questions: string[],
  address: string,
): Promise<string | undefined> {
  let session_id: string | undefined;
  for (const message of questions) {
    const conversation = await ask(message, { address, session_id });
    session_id = conversation.session_id;
    await collectAnswer(conversation, AbortSignal.timeout(10_000));
  }
  return session_id;
}
