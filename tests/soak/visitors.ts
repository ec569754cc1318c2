import { delay } from "../../lib/store/commit.ts";
import { anyOf, anyTwin, call, type SoakedTwin, type World } from "./world.ts";

const QUESTIONS = [
  "When do you drink tea?",
  "What is in your note 3?",
  "Do you sell violins?",
  "hello",
  "Where is the kiln number 7?",
];
/** The most questions of one session. */
const MOST_IN_SESSION = 8;

/** A visitor's conversation. */
type Talk = { session_id: string; message_id: string };

/** A channel: the address of its calls, and their headers. */
type Way = { base: (what: string) => string; headers: Record<string, string> };

export function byLink({ id, share_token }: SoakedTwin): Way {
  return {
    base: (what) => `/public/${what}/${id}/${share_token}`,
    headers: {},
  };
}

export function byKey({ id, keys }: SoakedTwin): Way {
  const key = anyOf(keys);
  return {
    base: (what) => `/chat-widget/${id}${what === "chat" ? "" : `/${what}`}`,
    headers: {
      authorization: `Bearer ${key?.text}`,
      ...key?.is_secret ? {} : { origin: "https://clay.example" },
    },
  };
}

/** Visits on one channel until the end: asks, rates, leaves an e-mail, reads what is stored, leaves, erases. */
export async function visit(
  world: World,
  wayInto: (twin: SoakedTwin) => Way,
): Promise<void> {
  while (!world.has_ended) {
    const twin = await anyTwin(world);
    const way = wayInto(twin);
    let talk: Talk | null = null;
    const questions = 1 + Math.floor(Math.random() * MOST_IN_SESSION);
    for (let i = 0; i < questions && !world.has_ended; i++) {
      talk = await askOne(world, way, talk) ?? talk;
      await delay(30);
    }
    if (talk) await leaveTraces(world, twin, way, talk);
  }
}

async function askOne(
  world: World,
  { base, headers }: Way,
  talk: Talk | null,
): Promise<Talk | null> {
  const is_stream = Math.random() < 0.6;
  const leaves = Math.random() < 0.05;
  const left = AbortSignal.timeout(60_000);
  world.sent++;
  const response = await call(world, "ask", base("chat"), {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      accept: is_stream ? "text/event-stream" : "application/json",
    },
    body: JSON.stringify({
      message: anyOf(QUESTIONS),
      ...talk ? { session_id: talk.session_id } : {},
      ...Math.random() < 0.5 ? { client_message_id: crypto.randomUUID() } : {},
    }),
    signal: left,
  });
  if (!response?.ok) {
    await response?.body?.cancel();
    return null;
  }
  if (leaves) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text().catch(() => "");
  if (is_stream ? !/^event: done$/m.test(text) : text === "") return null;
  world.answered++;
  const [session_id, message_id] = ["session_id", "message_id"].map((name) =>
    new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1]
  );
  return session_id && message_id ? { session_id, message_id } : null;
}

/** The widget's calls have the session in a header, and so do a share page's. */
async function leaveTraces(
  world: World,
  { id }: SoakedTwin,
  { base, headers }: Way,
  { session_id, message_id }: Talk,
): Promise<void> {
  const post = async (what: string, body: unknown) => {
    const response = await call(world, what, base(what), {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await response?.body?.cancel();
  };
  const of_session = headers.authorization
    ? `/chat-widget/${id}/session`
    : "/public/session";
  const session = async (method: string) => {
    const response = await call(world, `${method} session`, of_session, {
      method,
      headers: { ...headers, "x-session-id": session_id },
    });
    await response?.body?.cancel();
  };
  const dice = Math.random();
  if (dice < 0.5) {
    const rating = anyOf(["up", "down"]);
    await post("ratings", { session_id, message_id, rating });
  }
  if (dice > 0.4 && dice < 0.6) {
    const email = `visitor${Math.floor(dice * 1e6)}@example.com`;
    await post("leads", { session_id, email });
  }
  await session("GET");
  if (dice < 0.1) await session("DELETE");
}
