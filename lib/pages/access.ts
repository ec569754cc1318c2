// Who may open a page and who may send a form, and what their functions are handed.
import {
  type Actor,
  type Editor,
  type Owner,
  requireEditor,
  requireOwner,
} from "../actor.ts";
import type { App } from "../app.ts";
import { getRequestActor, requireSameSite } from "../http/auth_guard.ts";
import { readForm } from "../http/body.ts";
import { MAX_BODY } from "../http/contract/body_sizes.ts";
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

/** As a `PageCall`, of someone signed in. */
export type MemberCall = PageCall & { actor: Actor };

/** The fields of a form by name; those of files are left out. */
export type Fields = Record<string, string>;

/** What a form's function is handed beside its page: all that was sent, read before it was asked who sends it. */
export type Sent = {
  form: FormData;
  /** Which of the page's forms it is; empty where it does not say. */
  action: string;
  /** The page to go back to once it is carried out, where that is not its own; empty where it does not say. */
  back_to: string;
  fields: Fields;
};

/** What a form that anyone may send is handed. */
export type PublicForm = PageCall & Sent;

/** What a member's form is handed. */
export type MemberForm = MemberCall & Sent;

/** What an editor's form is handed. */
export type EditorForm = MemberForm & { editor: Editor };

/** What an owner's form is handed. */
export type OwnerForm = MemberForm & { owner: Owner };

type Run<C, D> = (page: C) => Promise<Rendered<D>>;
/** How a route answers: a `Response`, or what its page is drawn from. */
export type Handle<D> = (ctx: RouteContext) => Promise<Rendered<D>>;

export type Rendered<D> = Response | {
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
export function publicForm<D>(run: Run<PublicForm, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    return await run({ ...page, ...await readSent(page.req) });
  };
}

/** A page of the dashboard. Without a session it leads to the log-in page and back. */
export function memberPage<D>(run: Run<MemberCall, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    const actor = await getRequestActor(page.req);
    return actor ? await run({ ...page, actor }) : toLogIn(page);
  };
}

/** A form of the dashboard that every member may send. As `publicForm`: who sends it is looked up after it is read. */
export function memberForm<D>(run: Run<MemberForm, D>): Handle<D> {
  return formOf(run, (actor) => actor, MAX_BODY);
}

/**
 * A form of the dashboard that changes something of the team, so that whoever is no owner is refused with 403. `max_bytes` where
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

/** As `ownerForm`, of a form that editors may send too. */
export function editorForm<D>(
  run: Run<EditorForm, D>,
  max_bytes = MAX_BODY,
): Handle<D> {
  return formOf<D>(
    (page) => run({ ...page, editor: requireEditor(page.actor) }),
    requireEditor,
    max_bytes,
  );
}

function formOf<D>(
  run: Run<MemberForm, D>,
  mayBegin: (actor: Actor) => unknown,
  max_bytes: number,
): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    const { app, req } = page;
    // Nobody else's body is read; what counts is who sends it when all of it has come.
    const sender = await getRequestActor(req);
    if (!sender) return toLogIn(page);
    mayBegin(sender);
    const work = async () => {
      const sent = await readSent(req, max_bytes);
      const actor = await getRequestActor(req);
      return actor ? await run({ ...page, ...sent, actor }) : toLogIn(page);
    };
    // Files are taken in a few at a time; a form without any is read at once.
    const is_upload = max_bytes > MAX_BODY &&
      Number(req.headers.get("content-length") ?? Infinity) > MAX_BODY;
    return await (is_upload ? app.uploads.run(sender.tenant_id, work) : work());
  };
}

function pageOf({ req, url, params }: RouteContext): PageCall {
  const call = callOf(req);
  call.is_page = true;
  if (req.method !== "GET" && req.method !== "HEAD") requireSameSite(req);
  return { app: call.app, call, req, url, params: safeParams(params) };
}

/** The way to the log-in page and back. */
function toLogIn({ url }: PageCall): Response {
  const next = encodeURIComponent(url.pathname + url.search);
  return seeOther(`/login?next=${next}`);
}

async function readSent(
  req: Request,
  max_bytes?: number,
): Promise<Sent> {
  const form = await readForm(req, max_bytes);
  const { action = "", back_to = "", ...fields } = fieldsOf(form);
  return { form, action, back_to, fields };
}

/**
 * Of a repeated field the last; of one named `…_list` or `…_choices` all, with spaces between. An id is made fit to be
 * part of a key, and a list holds ids; choices are words that a schema knows.
 */
function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const [name, value] of form) {
    // No form of ours has such a field, and no page can be drawn from an object that has it.
    if (typeof value !== "string" || name === "__proto__") continue;
    if (name.endsWith("_list")) {
      const ids = form.getAll(name).flatMap((part) => String(part).split(" "));
      fields[name] = ids.map(safeId).join(" ");
    } else if (name.endsWith("_choices")) {
      fields[name] = form.getAll(name).join(" ");
    } else fields[name] = name.endsWith("_id") ? safeId(value) : value;
  }
  return fields;
}
