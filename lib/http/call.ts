import type { App } from "../app.ts";
import type { Words } from "../embed/words/words.ts";
import type { WidgetVersion } from "../embed/widget_versions.ts";

/** A request in progress: what is known about it, for its response and its log line. */
export type Call = {
  app: App;
  request_id: string;
  /** The route's pattern, never the path: a path may hold a token. */
  route: string;
  /** The client's address bucket, as limits count it. */
  address: string;
  /** The other end of the connection: the client, or a proxy. */
  peer: string;
  /** `Accept-Language`, the client's language first. */
  language?: string;
  nonce: string;
  /** The widget version that a page can pin now. */
  widget: WidgetVersion;
  /** The format of its errors, unless shown as a page. */
  protocol: "own" | "openai" | "json_rpc";
  /** Its errors are shown as a page. */
  is_page: boolean;
  /** Who may frame the page, in CSP syntax. */
  frame_ancestors: string;
  /** The response's `Set-Cookie` values. */
  cookies: string[];
  /** The texts of a visitor page, including its errors. */
  words?: Words;
  /** Which twin a public call asks, and with which key: determines how its refusal is reported. */
  asked?: { twin_id: string | null; origin: string | null; key_id?: string };
  /** The code by which the twin's owner finds out why it was refused. */
  reason_code?: string;
  /** Its body arrives so slowly that the connection is closed after the response. */
  is_slow?: boolean;
  /** Set when the session cookie must change: a new token, or null to delete it. */
  session_token?: string | null;
};

type RequestWithCall = Request & { runtime?: { call?: Call } };

/** Attaches a call to its request, which is all that reaches the built routes. */
export function withCall(
  req: Request,
  call: Call,
  info: Deno.ServeHandlerInfo,
): Request {
  return Object.assign(req, {
    runtime: { name: "deno", deno: { info }, call },
  });
}

/** Notes that a request's body arrives too slowly. */
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
