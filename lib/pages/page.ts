import { type Actor, type Owner, requireOwner } from "../actor.ts";
import type { App } from "../app.ts";
import {
  AppError,
  ERROR_CODES,
  type ErrorCode,
  isAppError,
  type Issue,
} from "../errors.ts";
import { getRequestActor, requireSameSite } from "../http/auth_guard.ts";
import { readForm } from "../http/body.ts";
import { type Call, callOf } from "../http/call.ts";
import { type RouteContext, safeId, safeParams } from "../http/endpoint.ts";
import { seeOther } from "../http/redirect.ts";

/** What a page's function is handed. */
export type PageCall = {
  app: App;
  call: Call;
  req: Request;
  url: URL;
  params: Record<string, string>;
};

/** As a `PageCall`, of somebody signed in. */
export type MemberCall = PageCall & { actor: Actor };

type Rendered<D> = Response | {
  data: D;
  status?: number;
  headers?: Record<string, string>;
};

/** A page anyone may open. What it throws is shown as a page. */
export function publicPage<D>(
  run: (page: PageCall) => Promise<Rendered<D>>,
): (ctx: RouteContext) => Promise<Rendered<D>> {
  return async ({ req, url, params }) => {
    const call = callOf(req);
    call.is_page = true;
    if (req.method !== "GET" && req.method !== "HEAD") requireSameSite(req);
    const page = { app: call.app, call, req, url, params: safeParams(params) };
    return await run(page);
  };
}

/**
 * A page of the dashboard. Without a session it leads to the log-in page and back. A `Response` that is thrown
 * on the way, such as a redirect, is the answer.
 */
export function memberPage<D>(
  run: (page: MemberCall) => Promise<Rendered<D>>,
): (ctx: RouteContext) => Promise<Rendered<D>> {
  return publicPage<D>(async (page) => {
    const actor = await getRequestActor(page.req);
    if (actor) {
      try {
        return await run({ ...page, actor });
      } catch (thrown) {
        if (thrown instanceof Response) return thrown;
        throw thrown;
      }
    }
    const next = page.url.pathname + page.url.search;
    return seeOther(`/login?next=${encodeURIComponent(next)}`);
  });
}

/** What a form did not get done: the words, by field where they belong to one, and what was typed. */
export type FormError = {
  status: number;
  headers: Record<string, string>;
  detail: string;
  issues: Issue[];
  values: Record<string, string>;
};

/** The fields of a form by name; those of files are left out. */
export type Fields = Record<string, string>;

export async function readFields(req: Request): Promise<Fields> {
  return fieldsOf(await readForm(req));
}

/**
 * Of a repeated field the last; of one named `…_list` all, with spaces between. An id is made fit to be part of a key.
 */
function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    if (name.endsWith("_list")) {
      fields[name] = form.getAll(name).map((id) => safeId(String(id))).join(
        " ",
      );
    } else fields[name] = name.endsWith("_id") ? safeId(value) : value;
  }
  return fields;
}

/** A refusal as something a form can show beside what was typed. Rethrows what is no refusal. */
export function toFormError(error: unknown, fields: Fields): FormError {
  if (!isAppError(error)) throw error;
  const secret = /password|api_key/;
  return {
    status: ERROR_CODES[error.code as ErrorCode][0],
    headers: error.headers,
    detail: error.message,
    issues: error.issues ?? [],
    values: Object.fromEntries(
      Object.entries(fields).filter(([name]) => !secret.test(name)),
    ),
  };
}

/**
 * An action of a dashboard page's form: `owner` has been checked. It leads on (`done`), or its result, such as a
 * secret that is shown once, is shown in place.
 */
export type Action<R = never> = (
  page: MemberCall & { owner: Owner; fields: Fields; form: FormData },
) => Promise<Response | R>;

/**
 * Runs the form action that the field `action` names. Every one of them changes something, so all are for
 * owners; a viewer is refused with 403. `max_bytes` where a form may be larger than the usual body. Throws the
 * `Response` that leads on.
 */
export async function runAction<R = never>(
  page: MemberCall,
  actions: Record<string, Action<R>>,
  max_bytes?: number,
): Promise<{ result: R | null; error: FormError | null }> {
  const owner = requireOwner(page.actor);
  const form = await readForm(page.req, max_bytes);
  const { action, ...fields } = fieldsOf(form);
  const run = Object.hasOwn(actions, action ?? "") ? actions[action] : null;
  if (!run) throw new AppError("bad_request", "This form is not known here.");
  try {
    const result = await run({ ...page, owner, fields, form });
    if (!(result instanceof Response)) return { result, error: null };
    throw result;
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    return { result: null, error: toFormError(thrown, fields) };
  }
}
