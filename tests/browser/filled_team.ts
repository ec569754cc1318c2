import { DAY } from "../../lib/clock.ts";
import { stopMail } from "../../lib/mail/stops.ts";
import { unsubscribeUrl } from "../../lib/notifications/unsubscribe.ts";
import {
  ask,
  type Member,
  member,
  PASSWORD,
  post,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
} from "../harness.ts";

/** A hundred characters without a space. */
export const LONG = "Supercalifragilistic".repeat(5);

/** The subjects of pages about one thing. */
export type Filled = {
  twin_id: string;
  token: string;
  handle: string;
  content_id: string;
  /** An import that waits for its review. */
  import_id: string;
  conversation_id: string;
  /** A live publishable key's text and id. */
  key: string;
  key_id: string;
  /** The paths of an open invitation and of an open password reset. */
  invite: string;
  reset: string;
  /** The cookie of a browser with a trial twin. */
  trial: string;
  /** The path of a page on which a visitor may leave an e-mail. */
  tell: string;
  /** The path of the page that ends a member's mail. */
  unsubscribe: string;
};

/** An owner who signed up eight days ago, with an invitation and a key that have expired since. */
export async function signUpLongAgo(server: Server): Promise<Member> {
  server.clock.advance(-8 * DAY);
  const then = await signUp(server);
  await then.json("POST", "/users/invite", {
    email: "too-late@example.com",
    role: "owner",
  }, 201);
  await then.json("POST", "/api-keys", {
    twin_id: then.twin_id,
    name: "Ended",
    allowed_domains: ["example.com"],
    expires_at: new Date(server.clock.now() + DAY).toISOString(),
  }, 201);
  server.clock.advance(8 * DAY);
  const { email } = then;
  const login = { email, password: PASSWORD };
  return await member(server, await post(server, "/login", login), email);
}

/** The server's options for such a team. */
export const FILLED = {
  ...ROOMY,
  TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
};

/** Gives a team everything a page may show: long, right-to-left and hostile texts, and every state. */
export async function fillTeam(
  server: Server,
  owner: Member,
): Promise<Filled> {
  const { twin_id } = owner;
  const { chat, token } = await shareTwin(owner);
  const { handle } = await owner.json("PATCH", `/twins/${twin_id}`, {
    handle: "long-name",
    links: [{ label: LONG.slice(0, 60), url: "https://example.com/" }, {
      label: "الموقع",
      url: "https://example.org/",
    }],
    name: LONG,
    bio: "אני קדר ומורה. <script>alert(1)</script> $& $'",
    suggested_questions: ["When is tea?", "متى تشرب الشاي؟", LONG],
  });
  await owner.json("POST", "/twins", { name: "Second twin" }, 201);
  await owner.json("POST", "/twins", { name: "התאום השלישי" }, 201);
  const content_id = await write(owner);
  const live = await makeKeys(server, owner);
  const conversation_id = await talk(server, owner, chat, token);
  const invite = await inviteSome(server, owner);
  await addWebhooks(server, owner);
  await stopMailToSome(server, owner);
  const { reset_url } = await owner.json(
    "POST",
    `/users/${owner.user_id}/password-reset`,
    undefined,
    201,
  );
  return {
    twin_id,
    token,
    handle,
    content_id,
    import_id: await readFiles(server, owner),
    conversation_id,
    key: live.key,
    key_id: live.id,
    invite,
    reset: new URL(reset_url).pathname,
    trial: await tryWords(server),
    tell: await askUnanswerable(server, twin_id, live.key),
    unsubscribe: new URL(unsubscribeUrl(server.app, owner) ?? "").pathname,
  };
}

/** Addresses with stopped mail: a member's, one's own, a guest's and a visitor's. */
async function stopMailToSome(
  { app }: Server,
  { email }: Member,
): Promise<void> {
  const at = new Date(app.clock.now()).toISOString();
  const visitor = `${"f".repeat(60)}@example.com`;
  for (const to of ["long@example.com", "guest@example.com", visitor]) {
    const said = `550 5.1.1 <b>${LONG}</b>`;
    await stopMail(app, to, { reason: "bounce", at, said });
  }
  await stopMail(app, email, { reason: "complaint", at, said: "" });
}

/** Starts a trial from a few sentences; returns its browser's cookie. */
export async function tryWords(server: Server): Promise<string> {
  const text = "Tea is at eight. Supper is at nine, and breakfast at seven.";
  const fields = { action: "write", name: LONG.slice(0, 60), text };
  const response = await post(server, "/", fields);
  if (response.status !== 303) {
    throw new Error(`Trying was answered with ${response.status}`);
  }
  return response.headers.getSetCookie()[0].split(";")[0];
}

/** Webhooks in each state: never called, failing, off. */
async function addWebhooks(server: Server, { json, twin_id }: Member) {
  const make = (url: string, events: string[]) =>
    json("POST", "/webhooks", { twin_id, url, events }, 201);
  await make(`https://${"a".repeat(60)}.example.com/${LONG}`, ["lead.created"]);
  const failing = await make("https://10.0.0.7/hook", ["content.changed"]);
  await json("POST", `/webhooks/${failing.id}/test`, undefined, 201);
  await server.app.jobs.idle();
  const off = await make("https://example.com/off", ["message.created"]);
  await json("PATCH", `/webhooks/${off.id}`, { enabled: false });
}

/** Asks with a key something the twin does not know; returns the path for leaving an e-mail. */
async function askUnanswerable(server: Server, twin_id: string, key: string) {
  const response = await server.fetch(`/chat-widget/${twin_id}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      origin: "https://example.com",
    },
    body: JSON.stringify({
      message: `هل تبيع الدراجات؟ ${"helicopters".repeat(12)} <b>?</b>`,
    }),
  });
  const [, url = ""] = /"lead_url":"([^"]+)"/.exec(await response.text()) ?? [];
  return new URL(url).pathname;
}

/** Files in each state: read, partly read, a table, refused. */
async function readFiles(
  server: Server,
  { cookie, twin_id }: Member,
): Promise<string> {
  const table =
    `id,question,text\n1,${LONG}?,At nine.\n2,متى تشرب الشاي؟,في الثامنة.\n3,Where?,\n`;
  const body = new FormData();
  body.set("action", "import");
  body.set("question_column", "question");
  body.set("answer_column", "text");
  for (
    const [name, text] of [
      [`${LONG}.csv`, table],
      ["notes.md", `---\nprice: 4\n---\n# ${LONG}\n\n<b>Text</b> $& ${LONG}`],
      ["again.md", "أغلي الماء ثم أنتظر ثلاث دقائق."],
      ["tool.exe", "MZ"],
    ]
  ) body.append("files", new File([text], name));
  const response = await server.fetch(`/dashboard/content?twin=${twin_id}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body,
  });
  await response.body?.cancel();
  const to = response.headers.get("location") ?? "";
  return /imports\/(\w+)/.exec(to)?.[1] ?? "";
}

async function write({ json, twin_id }: Member): Promise<string> {
  const add = (title: string, body: string) =>
    json("POST", `/twins/${twin_id}/content`, {
      title,
      body,
      visibility: "public",
    }, 201);
  await add("كيف أصنع الشاي", "أغلي الماء ثم أنتظر ثلاث دقائق.");
  await add(`"><img src=x onerror=alert(1)>`, "</textarea><script>alert(1)");
  const { id } = await add(
    LONG,
    `# ${LONG}\n\n**Bold** and [a link](https://example.com/${LONG}).`,
  );
  return id;
}

async function makeKeys(server: Server, owner: Member) {
  const make = (settings: object) =>
    owner.json("POST", "/api-keys", {
      twin_id: owner.twin_id,
      ...settings,
    }, 201);
  const live = await make({
    name: LONG,
    allowed_domains: ["*", "example.com", `${"a".repeat(60)}.example.com`],
  });
  const revoked = await make({ name: "Revoked" });
  await owner.json("DELETE", `/api-keys/${revoked.id}`, undefined, 204);
  await make({ name: "<b>A server's</b>", type: "secret" });
  const narrow = await make({ name: "Shop", allowed_domains: ["a.example"] });
  await server.fetch(`/chat-widget/${owner.twin_id}`, {
    headers: { origin: "https://refused.example", "x-api-key": narrow.key },
  }).then((response) => response.body?.cancel());
  return live;
}

/** Conversations answered and unanswered, with a lead, and blocked; returns the id of the longest. */
async function talk(
  server: Server,
  { json, twin_id }: Member,
  chat: string,
  token: string,
): Promise<string> {
  const say = async (message: string, session_id?: string) =>
    (await ask(server, chat, { message, session_id })).body.session_id;
  const nuisance = await say("BUY NOW https://spam.example");
  const wondering = await say(`${LONG}? <b>x</b>`);
  await ask(server, `/public/leads/${twin_id}/${token}`, {
    session_id: wondering,
    email: `${"f".repeat(60)}@example.com`,
    message: "متى؟",
  });
  const long = await say("When do you drink tea?");
  await say(LONG, long);
  await say("مرحبا", long);
  if (!nuisance || !long) throw new Error("The conversations were refused");
  const path = `/twins/${twin_id}/conversations`;
  const { items } = await json("GET", path);
  await json("PATCH", `${path}/${items.at(-1).id}`, { blocked: true });
  return items[0].id;
}

/** A member with a long name, and two open invitations; returns the path of one. */
async function inviteSome(server: Server, owner: Member): Promise<string> {
  const invite = async (email: string) => {
    const body = { email, role: "viewer" };
    const { invite_url } = await owner.json("POST", "/users/invite", body, 201);
    return new URL(invite_url).pathname;
  };
  const accepted = await invite("long@example.com");
  const joined = { name: LONG, password: PASSWORD };
  await post(server, accepted, joined).then(({ body }) => body?.cancel());
  await invite(`${"g".repeat(60)}@example.com`);
  await invite("withdrawn@example.com");
  const { items } = await owner.json("GET", "/users/invitations");
  const { id } = items.find((item: { email: string }) =>
    item.email === "withdrawn@example.com"
  );
  await owner.json("DELETE", `/users/invitations/${id}`, undefined, 204);
  return await invite("guest@example.com");
}
