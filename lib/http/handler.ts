import type { App } from "../app.ts";
import { breathe } from "../breathe.ts";
import { newId } from "../crypto/ids.ts";
import { widgetVersion } from "../embed/widget_versions.ts";
import { type Assets, serveAsset, widgetFile } from "./assets.ts";
import { MAX_IMPORT_BODY } from "./contract/body_sizes.ts";
import { type Call, withCall } from "./call.ts";
import { addressBucket, clientAddress } from "./client_address.ts";
import { AppError } from "../errors.ts";
import { cutOff } from "./cut_off.ts";
import { readAppearance } from "./appearance.ts";
import { errorResponse } from "./error_response.ts";
import { type Rendering, withRendering } from "./rendering.ts";
import { setSecurityHeaders } from "./security_headers.ts";
import { sessionCookie } from "./cookies.ts";

/** The routes as built. */
export type Routes = (request: Request) => Promise<Response>;

export type Handler = (
  req: Request,
  info: Deno.ServeHandlerInfo,
) => Promise<Response>;

/**
 * Wraps the routes: request id, client address, files from memory, security headers on every response, and one log
 * line. Starts nothing and listens nowhere.
 */
export function createHandler(
  app: App,
  routes: Routes,
  assets: Assets,
): Handler {
  const widget = widgetVersion(widgetFile(assets));
  return async (req, info) => {
    const started = performance.now();
    // A thousand simultaneous messages are started in turn. The wait is in the metrics, but in no span.
    if (req.method !== "GET") await breathe();
    const { pathname } = new URL(req.url);
    const call = newCall(app, req, info, { pathname, widget });
    const response = await app.tracing.request(
      () => answer(call, { req, info, pathname }, routes, assets),
      ({ status }) => ({ method: req.method, ...spanFields(call), status }),
    );
    setSecurityHeaders(response.headers, call);
    for (const cookie of call.cookies) {
      response.headers.append("set-cookie", cookie);
    }
    if (call.session_token !== undefined) {
      response.headers.append(
        "set-cookie",
        sessionCookie(app.config, call.session_token),
      );
    }
    const ms = performance.now() - started;
    app.metrics.requests.add(1, call.route, String(response.status));
    app.metrics.request_seconds.observe(ms / 1000, call.route);
    app.log("info", "request", {
      method: req.method,
      route: call.route,
      status: response.status,
      ms: Math.round(ms * 10) / 10,
      request_id: call.request_id,
      ...(call.reason_code ? { reason_code: call.reason_code } : {}),
    });
    return call.is_slow ? cutOff(response) : response;
  };
}

function spanFields({ route, request_id }: Call) {
  return { route, request_id };
}

function newCall(
  app: App,
  req: Request,
  info: Deno.ServeHandlerInfo,
  { pathname, widget }: { pathname: string; widget: Call["widget"] },
): Call {
  const peer = info.remoteAddr.transport === "tcp"
    ? info.remoteAddr.hostname
    : "unix";
  const address = clientAddress(
    peer,
    req.headers.get("x-forwarded-for"),
    app.config.trusted_proxies,
  );
  return {
    app,
    request_id: newId("req"),
    route: "(none)",
    address: addressBucket(address),
    peer,
    language: req.headers.get("accept-language") ?? undefined,
    nonce: crypto.randomUUID().replaceAll("-", ""),
    widget,
    protocol: protocolOf(pathname),
    is_page: false,
    frame_ancestors: "'none'",
    cookies: [],
  };
}

function protocolOf(pathname: string): Call["protocol"] {
  if (pathname.startsWith("/v1/")) return "openai";
  return pathname.startsWith("/mcp/") ? "json_rpc" : "own";
}

/**
 * Fresh's router does not accept `@`: a twin's page at its handle is requested from it as `/at/…`, which is not a
 * public address.
 */
function rewritten(req: Request, pathname: string): Request {
  const path = pathname.startsWith("/at/")
    ? pathname.replace("/at/", "/at-/")
    : pathname.replace(/^\/(@|%40)(?=[^/])/i, "/at/");
  if (path === pathname) return req;
  const url = new URL(req.url);
  url.pathname = path;
  return new Request(url, req);
}

async function answer(
  call: Call,
  { req, info, pathname }: {
    req: Request;
    info: Deno.ServeHandlerInfo;
    pathname: string;
  },
  routes: Routes,
  assets: Assets,
): Promise<Response> {
  try {
    const file = await serveAsset(assets, req, pathname);
    if (file) {
      call.route = pathname;
      return file;
    }
    if (Number(req.headers.get("content-length") ?? 0) > MAX_IMPORT_BODY) {
      throw new AppError(
        "payload_too_large",
        "This request is larger than 64 MiB. Send less at once.",
      );
    }
    const request = withCall(rewritten(req, pathname), call, info);
    const rendering: Rendering = {
      nonce: call.nonce,
      pathname,
      look: readAppearance(req),
    };
    return await withRendering(rendering, () => routes(request));
  } catch (error) {
    return errorResponse(call, error);
  }
}
