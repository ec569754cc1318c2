import { z } from "zod";
import { type Actor, type Editor, type Owner, requireRole } from "../actor.ts";
import type { App } from "../app.ts";
import { admitChange, type Caller } from "../limits/policies.ts";
import {
  requireActor,
  requireKeyActor,
  requireSameSite,
} from "./auth_guard.ts";
import { isLines, parse, readBytes, readForm, readJson } from "./body.ts";
import { MAX_BODY } from "./contract/body_sizes.ts";
import { type Call, callOf } from "./call.ts";
import {
  isCreating,
  isMembers,
  isVisitors,
  type Operation,
} from "./contract/operation.ts";
import { scopeOf } from "./contract/scopes.ts";
import { once } from "./idempotency.ts";
import { errorResponse } from "./error_response.ts";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type ActorFor<O extends Operation> = O["access"] extends "owner" ? Owner
  : O["access"] extends "editor" ? Editor
  : O["access"] extends "viewer" ? Actor
  : undefined;

/** Validated JSON; otherwise the form, or the bytes. */
type BodyOf<O extends Operation> = O["body"] extends z.ZodType
  ? z.output<O["body"]>
  : O["max_lines"] extends number ? FormData | Uint8Array<ArrayBuffer>
  : O["body_type"] extends "multipart/form-data" ? FormData
  : O["body_type"] extends string ? Uint8Array
  : undefined;

/** What an operation's function receives, all of it validated. */
export type EndpointCall<O extends Operation> = {
  app: App;
  call: Call;
  req: Request;
  params: Record<string, string>;
  query: Parsed<O["query"]>;
  body: BodyOf<O>;
  actor: ActorFor<O>;
};

type Answer<O extends Operation> = O["response"] extends z.ZodType
  ? z.input<O["response"]>
  : void;

/** The part of Fresh's context that a route needs. */
export type RouteContext = {
  req: Request;
  url: URL;
  params: object;
};

/**
 * A route's handler for an operation: reads the request, checks the caller, then calls `run`. Callers without
 * permission are refused before the body is read; the permission is checked again after it, since a body may take its
 * time and a right may be revoked meanwhile. The result of `run` is sent as JSON with the operation's status; a
 * `Response` goes out unchanged; an error becomes a problem.
 */
export function endpoint<O extends Operation>(
  operation: O,
  run: (call: EndpointCall<O>) => Promise<Answer<O> | Response>,
): (ctx: RouteContext) => Promise<Response> {
  return async ({ req, url, params }) => {
    const call = callOf(req);
    call.route = operation.path;
    if (isVisitors(operation.access)) {
      const { twin_id = null } = safeParams(params);
      call.asked = { twin_id, origin: req.headers.get("origin") };
    }
    try {
      const sender = hasBody(operation) && await actorFor(operation, req);
      const query = readQuery(operation, url) as Parsed<O["query"]>;
      return await taken(operation, call, sender || null, async () => {
        const body = await readBody(operation, req) as BodyOf<O>;
        const actor = await actorFor(operation, req);
        const { app } = call;
        if (actor && operation.method !== "GET") await admitChange(app, actor);
        const carryOut = async (actor: Actor | undefined) =>
          responseOf(
            operation,
            await run({
              ...{ app, call, req, params: safeParams(params), query, body },
              actor: actor as ActorFor<O>,
            }),
          );
        if (!actor || !isCreating(operation)) return await carryOut(actor);
        const makes_secret = operation.makes_secret ?? false;
        return await once({ app, req, actor, body, makes_secret }, carryOut);
      });
    } catch (error) {
      return errorResponse(call, error);
    }
  };
}

/** Converts a result to a response. */
function responseOf(
  { status }: Operation,
  answer: unknown,
): Response {
  if (answer instanceof Response) return answer;
  return answer === undefined
    ? new Response(null, { status })
    : Response.json(answer, { status });
}

/** Limits how many file uploads an account has in progress (`Uploads`). */
function taken<T>(
  { body_type }: Operation,
  { app }: Call,
  sender: Actor | null,
  work: () => Promise<T>,
): Promise<T> {
  const is_upload = body_type === "multipart/form-data" && sender !== null;
  return is_upload ? app.uploads.run(sender.tenant_id, work) : work();
}

async function actorFor(operation: Operation, req: Request) {
  const { access, method } = operation;
  if (!isMembers(access)) return;
  if (req.headers.has("authorization")) {
    return await requireKeyActor(req, scopeOf(operation));
  }
  const actor = await requireActor(req);
  if (method !== "GET") requireSameSite(req);
  requireRole(actor, access);
  return actor;
}

const NO_QUERY = z.strictObject({});

/** A change with an unknown query parameter, such as an unsupported `?dry_run=true`, is refused. */
function readQuery({ query, access, method }: Operation, url: URL) {
  const sent = Object.fromEntries(url.searchParams);
  if (query) return parse(query, sent);
  if (isMembers(access) && method !== "GET") parse(NO_QUERY, sent);
}

function hasBody({ body, body_type }: Operation): boolean {
  return body !== undefined || body_type !== undefined;
}

async function readBody(operation: Operation, req: Request) {
  const { body, body_type, max_body = MAX_BODY } = operation;
  if (body) return await readJson(req, body, max_body);
  if (operation.max_lines && isLines(req)) {
    return await readBytes(req, operation.max_lines);
  }
  if (body_type === "multipart/form-data") return await readForm(req, max_body);
  return body_type && await readBytes(req, max_body);
}

/** Path parameters, each passed through `safeId`. */
export function safeParams(params: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, safeId(value)]),
  );
}

/**
 * An id, token or handle from a URL, safe as part of a key. A malformed one becomes one that nothing has, so that the
 * response is exactly that for an id that does not exist.
 */
export function safeId(text: string): string {
  return /^@?[A-Za-z0-9_:-]{1,100}$/.test(text) ? text : "-";
}

/** The caller, as limits and session lists record it. */
export function callerOf(req: Request): Caller {
  const { address, language } = callOf(req);
  return {
    address,
    user_agent: req.headers.get("user-agent") ?? "",
    accept_language: language,
  };
}
