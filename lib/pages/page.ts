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
import { MAX_BODY, readForm } from "../http/body.ts";
import { type Call, callOf } from "../http/call.ts";
import { type RouteContext, safeId, safeParams } from "../http/endpoint.ts";
import { headersOf } from "../http/problem.ts";
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

/** The fields of a form by name; those of files are left out. */
export type Fields = Record<string, string>;

/** What a form's function is handed beside that: all that was sent, read before it was asked who sends it. */
type Sent = { form: FormData; fields: Fields };

/** What a member's form is handed. */
export type MemberForm = MemberCall & Sent;

type Run<C, D> = (page: C) => Promise<Rendered<D>>;
type Handle<D> = (ctx: RouteContext) => Promise<Rendered<D>>;

type Rendered<D> = Response | {
  data: D;
  status?: number;
  headers?: Record<string, string>;
};

/** A page anyone may open. What it throws is shown as a page. */
export function publicPage<D>(run: Run<PageCall, D>): Handle<D> {
  return async (ctx) => await run(pageOf(ctx));
}

/**
 * A form that anyone may send. `run` begins when all of it is read: what it looks up then, such as whether a link still
 * opens, holds now and not when the first byte came.
 */
export function publicForm<D>(run: Run<PageCall & Sent, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    return await run({ ...page, ...await readSent(page.req) });
  };
}

/**
 * A page of the dashboard. Without a session it leads to the log-in page and back. A `Response` that is thrown
 * on the way, such as a redirect, is the answer.
 */
export function memberPage<D>(run: Run<MemberCall, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    return await orThrown(async () =>
      await run({ ...page, actor: await actorOf(page) })
    );
  };
}

/** A form of the dashboard that every member may send. As `publicForm`: who sends it is looked up after it is read. */
export function memberForm<D>(run: Run<MemberForm, D>): Handle<D> {
  return formOf(run, (actor) => actor, MAX_BODY);
}

/**
 * A form of the dashboard that changes something of the team, so that a viewer is refused with 403. `max_bytes` where
 * it may be larger than the usual body. As `publicForm`: who sends it is looked up after it is read.
 */
export function ownerForm<D>(
  run: Run<OwnerForm, D>,
  max_bytes = MAX_BODY,
): Handle<D> {
  return formOf<D>(
    (page) => run({ ...page, owner: requireOwner(page.actor) }),
    requireOwner,
    max_bytes,
  );
}

/** What an owner's form is handed. */
export type OwnerForm = MemberForm & { owner: Owner };

function formOf<D>(
  run: Run<MemberForm, D>,
  mayBegin: (actor: Actor) => unknown,
  max_bytes: number,
): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    return await orThrown(async () => {
      // Nobody else's body is read; what counts is who sends it when all of it has come.
      const sender = await actorOf(page);
      mayBegin(sender);
      const work = async () => {
        const sent = await readSent(page.req, max_bytes);
        return await run({ ...page, ...sent, actor: await actorOf(page) });
      };
      // Files are taken in a few at a time; a form without any is read at once.
      const { app, req } = page;
      const is_upload = max_bytes > MAX_BODY &&
        Number(req.headers.get("content-length") ?? Infinity) > MAX_BODY;
      return await (is_upload
        ? app.uploads.run(sender.tenant_id, work)
        : work());
    });
  };
}

function pageOf({ req, url, params }: RouteContext): PageCall {
  const call = callOf(req);
  call.is_page = true;
  if (req.method !== "GET" && req.method !== "HEAD") requireSameSite(req);
  return { app: call.app, call, req, url, params: safeParams(params) };
}

/** Whoever is signed in. Throws the way to the log-in page and back. */
async function actorOf({ req, url }: PageCall): Promise<Actor> {
  const actor = await getRequestActor(req);
  if (actor) return actor;
  const next = encodeURIComponent(url.pathname + url.search);
  throw seeOther(`/login?next=${next}`);
}

async function orThrown<R>(work: () => Promise<R>): Promise<R | Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function readSent(req: Request, max_bytes?: number): Promise<Sent> {
  const form = await readForm(req, max_bytes);
  return { form, fields: fieldsOf(form) };
}

/** What a form did not get done: the words, by field where they belong to one, and what was typed. */
export type FormError = {
  status: number;
  headers: Record<string, string>;
  detail: string;
  issues: Issue[];
  values: Record<string, string>;
};

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
    headers: headersOf(error),
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
export type Action<R = never> = (page: OwnerForm) => Promise<Response | R>;

/** The action of this name. Throws `bad_request` where there is none. */
export function actionOf<A>(actions: Record<string, A>, name = ""): A {
  if (Object.hasOwn(actions, name)) return actions[name];
  throw new AppError("bad_request", "This form is not known here.");
}

/** Runs the form action that the field `action` names. Throws the `Response` that leads on. */
export async function runAction<R = never>(
  page: OwnerForm,
  actions: Record<string, Action<R>>,
): Promise<{ result: R | null; error: FormError | null }> {
  const { action, ...fields } = page.fields;
  const run = actionOf(actions, action);
  try {
    const result = await run({ ...page, fields });
    if (!(result instanceof Response)) return { result, error: null };
    throw result;
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    return { result: null, error: toFormError(thrown, fields) };
  }
}
