// For tests of every operation: a twin with one of everything, and a valid call of each operation.
import assert from "node:assert/strict";
import { DAY } from "../lib/clock.ts";
import type { Finding } from "../lib/schemas/finding.ts";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";
import {
  ask,
  type Member,
  PASSWORD,
  type Server,
  shareTwin,
} from "./harness.ts";

export type World = {
  /** Values of path parameters for the owner's own things. */
  params: Record<string, string>;
  secrets: string[];
  key: string;
  /** A key that a page may hold. */
  page_key: string;
  session_id: string;
  page_url: string;
};

/** A page, one that never answers, and a model's server. */
export function answerAsSite(request: Request): Response | Promise<Response> {
  if (request.url.endsWith("/held")) {
    // As long as the caller waits.
    return new Promise((resolve) =>
      request.signal.addEventListener("abort", () => resolve(new Response()))
    );
  }
  const [, bot_id] = /^\/bot(\d+):/.exec(new URL(request.url).pathname) ?? [];
  if (bot_id) {
    const username = `bot_${bot_id}`;
    return Response.json({
      ok: true,
      result: { id: Number(bot_id), username },
    });
  }
  if (request.method === "GET") return new Response("Tea is at eight.");
  return Response.json({
    choices: [{ message: { content: "Hello" }, finish_reason: "stop" }],
  });
}

/** An import that waits for its review; its id. */
async function readSomething(owner: Member, twin_id: string, server: Server) {
  const response = await server.fetch(`/dashboard/content?twin=${twin_id}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: owner.cookie },
    body: new URLSearchParams({
      action: "paste",
      pasted: "Question,Answer\nWhen is supper?,At eight in the evening.",
    }),
  });
  await response.body?.cancel();
  const [, id] = /imports\/(int_\w+)/.exec(
    response.headers.get("location") ?? "",
  ) ?? [];
  assert.ok(id, `Pasting was answered with ${response.status}`);
  return id;
}

/** A Telegram bot's token, as `answerAsSite` knows them. */
export function botToken(bot_id: number): string {
  return `${bot_id}:${"A".repeat(35)}`;
}

/** A twin with one of everything a path may name. */
export async function makeWorld(server: Server, owner: Member): Promise<World> {
  const twin = await owner.json("POST", "/twins", { name: "World" }, 201);
  const twin_id: string = twin.id;
  const { chat, token } = await shareTwin({ ...owner, twin_id });
  const { handle } = await owner.json("PATCH", `/twins/${twin_id}`, {
    handle: twin_id.slice(-26).toLowerCase(),
  });
  const content = await owner.json("GET", `/twins/${twin_id}/content`);
  const { key, page_key } = await makeKeys(owner, twin_id);
  const { asked, ...of_visitors } = await makeConversations(
    { server, owner, twin_id },
    { chat, leads: `/public/leads/${twin_id}/${token}` },
  );
  const invitation = await owner.json("POST", "/users/invite", {
    email: `guest-${twin_id}@example.com`.toLowerCase(),
    role: "viewer",
  }, 201);
  const { secret, ...connections } = await connect(server, owner, twin_id);
  const finding_id = await makeFinding(server, owner, twin_id);
  const reason_code = await makeRefusal(server, owner, {
    twin_id,
    page_key: page_key.key,
  });
  return {
    key: key.key,
    page_key: page_key.key,
    session_id: asked.session_id,
    page_url: `http://${server.app.config.local_hosts[0]}/`,
    secrets: [
      "sk-CANARY-of-the-world",
      secret,
      botToken(1001),
      key.key,
      asked.session_id,
      invitation.invite_url.split("/").at(-1),
    ],
    params: {
      twin_id,
      model: twin_id,
      import_id: await readSomething(owner, twin_id, server),
      content_id: content.items[0].id,
      key_id: key.id,
      reason_code,
      kind: "telegram",
      invitation_id: invitation.id,
      // An answer of the session, so that it may rate it.
      rated_id: asked.message_id,
      n: "1",
      finding_id,
      token,
      handle,
      ...of_visitors,
      ...connections,
    },
  };
}

async function makeKeys(owner: Member, twin_id: string) {
  const key = await owner.json("POST", "/api-keys", {
    twin_id,
    name: "World",
    type: "secret",
  }, 201);
  const page_key = await owner.json("POST", "/api-keys", {
    twin_id,
    name: "Page",
    allowed_domains: ["example.com"],
  }, 201);
  return { key, page_key };
}

type OfTwin = { server: Server; owner: Member; twin_id: string };

/** Two conversations with a lead each, and an unanswered question; `asked` is the answer in the second one. */
async function makeConversations(
  { server, owner, twin_id }: OfTwin,
  paths: { chat: string; leads: string },
) {
  const question = { message: "When is tea?" };
  const leave = ({ session_id }: { session_id: string }, email: string) =>
    ask(server, paths.leads, { session_id, email });
  // A visitor who exists only to be erased by e-mail.
  const gone = await ask(server, paths.chat, question);
  await leave(gone.body, "gone@example.com");
  const { body: asked } = await ask(server, paths.chat, question);
  const list = (name: string) => owner.json("GET", `/twins/${twin_id}/${name}`);
  const conversations = await list("conversations");
  await ask(server, paths.chat, { message: "Do you fly helicopters?" });
  await leave(asked, "v@example.com");
  const leads = await list("leads");
  const unanswered = await list("unanswered");
  return {
    asked,
    conversation_id: conversations.items[0].id,
    lead_id: leads.items[0].id,
    message_id: unanswered.items[0].id,
  };
}

/** A model, a source, a webhook with its secret, and a channel. */
async function connect(server: Server, owner: Member, twin_id: string) {
  const site = `http://${server.app.config.local_hosts[0]}`;
  await owner.json("PUT", `/twins/${twin_id}/model`, {
    base_url: `${site}/v1`,
    model: "any",
    api_key: "sk-CANARY-of-the-world",
  });
  const source = await owner.json("POST", `/twins/${twin_id}/sources`, {
    url: `${site}/held`,
    kind: "page",
  }, 201);
  const webhook = await owner.json("POST", "/webhooks", {
    twin_id,
    url: `${site}/hook`,
    events: ["lead.created"],
  }, 201);
  const delivery = await owner.json(
    "POST",
    `/webhooks/${webhook.id}/test`,
    undefined,
    201,
  );
  const channel = await owner.json("POST", "/channels", {
    ...{ kind: "telegram", twin_id, name: "World" },
    bot_token: botToken(1001),
  }, 201);
  return {
    secret: webhook.secret,
    source_id: source.id,
    job_id: source.job_id,
    webhook_id: webhook.id,
    delivery_id: delivery.id,
    channel_id: channel.id,
  };
}

/** A date in the past is a finding that costs less than a long item; its id. */
async function makeFinding(server: Server, owner: Member, twin_id: string) {
  const day = new Date(server.clock.now() - 2 * DAY).toLocaleDateString("en", {
    dateStyle: "long",
  });
  await owner.json("POST", `/twins/${twin_id}/content`, {
    title: "Fair",
    body: `The next fair of potters will open on ${day}.`,
  }, 201);
  const findings = await owner.json("GET", `/twins/${twin_id}/findings`);
  const past = findings.items.find(({ kind }: Finding) => kind === "past_date");
  return past.id;
}

/** A refused call by the key of a page; its code. */
async function makeRefusal(
  server: Server,
  owner: Member,
  { twin_id, page_key }: { twin_id: string; page_key: string },
): Promise<string> {
  const refused = await server.fetch(`/chat-widget/${twin_id}`, {
    headers: { "x-api-key": page_key, origin: "https://other.example" },
  });
  const { reason_code } = await refused.json();
  // Written now, and not in the middle of a test.
  await owner.json("GET", `/refusals/${reason_code}`);
  return reason_code;
}

/** A valid body for every operation that takes one; a missing operation fails the test. */
function sampleBody(id: string, world: World): unknown {
  const message = { message: "When is tea?" };
  const lead = { session_id: world.session_id, email: "v@example.com" };
  const rated = { message_id: world.params.rated_id, rating: "up" };
  const samples: Record<string, unknown> = {
    deleteAccount: { current_password: PASSWORD },
    renameTenant: { name: "Our team" },
    createTwin: { name: "New" },
    updateTwin: { bio: "Changed" },
    updateNotifications: { weak: "daily" },
    exportVisitor: { conversation_id: world.params.conversation_id },
    eraseVisitor: { conversation_id: world.params.conversation_id },
    previewChat: { ...message, as: "public" },
    createContent: { title: "New", body: "Words." },
    changeSeveralContents: { ids: [world.params.content_id], action: "delete" },
    importPage: { url: world.page_url },
    updateSource: { every: "week", publish: true },
    createSource: { url: world.page_url, kind: "page" },
    updateContent: { title: "Changed" },
    setModel: { base_url: world.page_url, model: "other" },
    callMcp: { jsonrpc: "2.0", id: 1, method: "ping" },
    createChatCompletion: {
      model: world.params.model,
      messages: [{ role: "user", content: message.message }],
    },
    createApiKey: { twin_id: world.params.twin_id, name: "New" },
    createWebhook: {
      twin_id: world.params.twin_id,
      url: `${world.page_url}other`,
      events: ["message.created"],
    },
    updateWebhook: { enabled: false },
    rotateWebhook: {},
    createChannel: {
      ...{ kind: "telegram", twin_id: world.params.twin_id, name: "New" },
      bot_token: botToken(1002),
    },
    updateChannel: { paused: true },
    updateApiKey: { name: "Changed" },
    rotateApiKey: {},
    setSharing: { is_public: false },
    publicChat: message,
    publicLead: lead,
    widgetChat: message,
    widgetLead: lead,
    handleChat: message,
    startTrial: { url: "clay.example" },
    trialChat: message,
    handleLead: lead,
    handleRating: { ...rated, session_id: world.session_id },
    publicRating: { ...rated, session_id: world.session_id },
    widgetRating: { ...rated, session_id: world.session_id },
    answerQuestion: { question: "When is tea?", answer: "At eight." },
    updateLead: { answered: true },
    updateConversation: { blocked: true },
    inviteUser: { email: "new@example.com", role: "viewer" },
    changeRole: { role: "owner" },
  };
  assert.ok(id in samples, `Give the operation ${id} a sample body`);
  return samples[id];
}

export const PNG = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  ),
  (c) => c.charCodeAt(0),
);

export function bodyOf(operation: Operation, world: World): RequestInit {
  if (operation.body_type === "multipart/form-data") {
    const form = new FormData();
    form.append("files", new File(["# Hi\n\nText."], "hi.md"));
    return { body: form };
  }
  if (operation.body_type) {
    return { body: PNG, headers: { "content-type": "image/png" } };
  }
  if (!operation.body) return {};
  return {
    body: JSON.stringify(sampleBody(operation.id, world)),
    headers: { "content-type": "application/json" },
  };
}

export function fill(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    assert.ok(params[name], `Give the world a ${name}`);
    return params[name];
  });
}

export function call(
  server: Server,
  operation: Operation,
  world: World,
  headers: Record<string, string> = {},
  params = world.params,
): Promise<Response> {
  const { headers: own, ...init } = bodyOf(operation, world);
  const query = operation.id === "renewTicket" ? `?key=${world.page_key}` : "";
  return server.fetch(fill(operation.path, params) + query, {
    method: operation.method,
    ...init,
    headers: { accept: "application/json", ...own as object, ...headers },
  });
}

export async function documented(server: Server): Promise<Operation[]> {
  const { paths } = await (await server.fetch("/openapi.json")).json();
  const ids = Object.values<Record<string, { operationId: string }>>(paths)
    .flatMap((path) => Object.values(path).map((o) => o.operationId));
  const known = Object.values<Operation>(operations);
  assert.equal(ids.length, known.length);
  return ids.map((id) => {
    const operation = known.find((o) => o.id === id);
    assert.ok(operation, `${id} is in the document only`);
    return operation;
  });
}

/** Stops the job of the world's source, unless that was done already. */
export async function endJob(
  owner: Member,
  { params: { twin_id, job_id } }: World,
): Promise<void> {
  const path = `/twins/${twin_id}/jobs/${job_id}/cancel`;
  await (await owner.send("POST", path)).body?.cancel();
}

/** Dismisses the world's finding. */
export async function dismiss(owner: Member, { params }: World) {
  const path = `/twins/${params.twin_id}/findings/${params.finding_id}`;
  await owner.json("POST", `${path}/dismiss`);
}

/** Leaves a draft of the world's item. */
export async function makeDraft(owner: Member, world: World) {
  const path = await bringBack(owner, world);
  await owner.json("PATCH", `${path}?draft=true`, { title: "Drafted" });
}

/** Leaves an earlier version of the world's item. */
export async function makeVersion(owner: Member, world: World) {
  const path = await bringBack(owner, world);
  await owner.json("PATCH", path, { title: `Changed ${crypto.randomUUID()}` });
}

/** The path of the world's item, which is restored if it was deleted. */
async function bringBack(owner: Member, { params }: World): Promise<string> {
  const path = `/twins/${params.twin_id}/content/${params.content_id}`;
  const { body } = await owner.send("POST", `${path}/restore`);
  await body?.cancel();
  return path;
}

/** What an operation needs before it can succeed. */
export async function prepare(
  operation: Operation,
  world: World,
  owner: Member,
) {
  const { twin_id, content_id, user_id } = world.params;
  if (operation.id === "revokePasswordReset") {
    await owner.json(
      "POST",
      `/users/${user_id}/password-reset`,
      undefined,
      201,
    );
  }
  if (operation.id === "readSource" || operation.id === "retryJob") {
    await endJob(owner, world);
  }
  if (operation.id === "publishDraft" || operation.id === "discardDraft") {
    await makeDraft(owner, world);
  }
  if (operation.id === "restoreFinding") await dismiss(owner, world);
  if (operation.id === "restoreVersion") await makeVersion(owner, world);
  const gone: Record<string, string> = {
    restoreTwin: `/twins/${twin_id}`,
    restoreContent: `/twins/${twin_id}/content/${content_id}`,
  };
  const path = gone[operation.id];
  if (path) await owner.json("DELETE", path, undefined, 204);
}
