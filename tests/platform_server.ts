import type { Platforms } from "../lib/channels/platform.ts";

export type Sent = {
  method: string;
  path: string;
  // deno-lint-ignore no-explicit-any -- each platform's own JSON
  body: any;
};

export type PlatformServer = AsyncDisposable & {
  platforms: Platforms;
  /** All calls, in order. */
  calls: Sent[];
  /** The calls that send a message. */
  messages(): Sent[];
  /** Answers a message instead of the platform; null leaves it to the platform. */
  answer: (sent: Sent) => Response | Promise<Response | null> | null;
};

/** A stand-in for all platforms' APIs: knows one bot of each, and accepts messages as they do. */
export function servePlatforms(public_key: string): PlatformServer {
  const isMessage = ({ method, path }: Sent) =>
    /\/sendMessage$|\/chat\.postMessage$|^\/webhooks\/|\/messages$/.test(
      path,
    ) &&
    method !== "GET";
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { pathname: path } = new URL(request.url);
      const text = await request.text();
      const sent = {
        method: request.method,
        path,
        body: text ? JSON.parse(text) : null,
      };
      platform.calls.push(sent);
      const is_typing = sent.body?.typing_indicator !== undefined;
      const own = isMessage(sent) && !is_typing
        ? await platform.answer(sent)
        : null;
      return own ?? Response.json(usual(path, public_key));
    },
  );
  const at = `http://127.0.0.1:${server.addr.port}`;
  const platform: PlatformServer = {
    platforms: { telegram: at, slack: at, discord: at, whatsapp: at },
    calls: [],
    messages: () =>
      platform.calls.filter((sent) =>
        isMessage(sent) && sent.body?.typing_indicator === undefined
      ),
    answer: () => null,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return platform;
}

/** The platform's id for the message it accepted. */
export const SENT = 99;

function usual(path: string, verify_key: string): object {
  if (path.endsWith("/getMe")) {
    return { ok: true, result: { id: 4711, username: "tea_bot" } };
  }
  if (path.endsWith("/auth.test")) {
    return {
      ok: true,
      user_id: "UBOT",
      user: "tea",
      team: "Tea",
      url: "https://tea.slack.com/",
      bot_id: "B1",
      team_id: "T1",
    };
  }
  if (path === "/applications/@me") {
    return { id: "8899", name: "Tea", verify_key };
  }
  return {
    ok: true,
    ...{ result: { message_id: SENT }, ts: String(SENT) },
    display_phone_number: "+49 30 1234",
    verified_name: "Tea",
    messages: [{ id: "wamid.sent" }],
  };
}
