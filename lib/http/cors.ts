import type { RouteContext } from "./endpoint.ts";

/**
 * The preflight response for any origin: the methods and headers. The call itself decides whether an origin is
 * allowed. Never with credentials.
 */
function preflight(req: Request): Response {
  return withCors(
    req,
    new Response(null, {
      status: 204,
      headers: {
        "access-control-allow-methods": "GET, POST, DELETE",
        "access-control-allow-headers":
          "authorization, content-type, x-api-key, x-session-id, accept, idempotency-key",
        "access-control-max-age": "86400",
      },
    }),
  );
}

/** Lets the calling page read this response: its exact origin, and no credentials. */
function withCors(req: Request, response: Response): Response {
  const origin = req.headers.get("origin");
  response.headers.append("vary", "Origin");
  if (origin !== null && isHeaderSafe(origin)) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set(
      "access-control-expose-headers",
      "idempotent-replayed, ratelimit, ratelimit-policy, retry-after, x-request-id",
    );
  }
  return response;
}

function isHeaderSafe(origin: string): boolean {
  return /^[\x21-\x7e]{1,300}$/.test(origin);
}

type Handler = (ctx: RouteContext) => Promise<Response>;

/** A route's handlers, callable from other sites' pages, including problem responses. */
export function corsHandlers<H extends Record<string, Handler>>(handlers: H) {
  const wrapped = Object.fromEntries(
    Object.entries(handlers).map(([method, handle]) => [
      method,
      async (ctx: RouteContext) => withCors(ctx.req, await handle(ctx)),
    ]),
  ) as Record<keyof H, Handler>;
  return { ...wrapped, OPTIONS: ({ req }: RouteContext) => preflight(req) };
}
