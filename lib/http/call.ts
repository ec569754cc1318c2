import type { App } from "../app.ts";
import type { Words } from "../embed/words/words.ts";
import type { WidgetVersion } from "../embed/widget_versions.ts";

/** One request on its way through the house: what was found out about it, for its answer and its log line. */
export type Call = {
  app: App;
  request_id: string;
  /** The route's pattern, never the path: a path may hold a token. */
  route: string;
  /** The client's address bucket, as limits count it. */
  address: string;
  /** Who is at the other end of the connection: the client, or a proxy. */
  peer: string;
  /** What `Accept-Language` says: its client's language first. */
  language?: string;
  nonce: string;
  /** The widget that a page may pin now. */
  widget: WidgetVersion;
  /** Whose form its errors have, where they are not shown as a page. */
  protocol: "own" | "openai" | "json_rpc";
  /** Its errors are shown as a page. */
  is_page: boolean;
  /** Who may frame the page, as CSP spells it. */
  frame_ancestors: string;
  /** The `Set-Cookie` values that its answer carries. */
  cookies: string[];
  /** The words of a page for visitors, also for its errors. */
  words?: Words;
  /** Which twin a public call asks, and with which key: how its refusal is reported. */
  asked?: { twin_id: string | null; origin: string | null; key_id?: string };
  /** The code by which the twin's owner finds out why it was refused. */
  reason_code?: string;
  /** Its body comes so slowly that the connection is closed behind the answer. */
  is_slow?: boolean;
  /** Set when the session cookie must change: a new token, or null to drop it. */
  session_token?: string | null;
};

type RequestWithCall = Request & { runtime?: { call?: Call } };

/** Ties a call to its request, which is all that reaches the built routes. */
export function withCall(
  req: Request,
  call: Call,
  info: Deno.ServeHandlerInfo,
): Request {
  return Object.assign(req, {
    runtime: { name: "deno", deno: { info }, call },
  });
}

/** Notes that a request's body comes too slowly. */
export function noteSlow(req: Request): void {
  const { runtime } = req as RequestWithCall;
  if (runtime?.call) runtime.call.is_slow = true;
}

/** The call of a request that came through `createHandler`. */
export function callOf(req: Request): Call {
  const call = (req as RequestWithCall).runtime?.call;
  if (call) return call;
  throw new Error(
    "Answering a request failed: it did not pass through the handler",
  );
}
