// Who may open a page and send a form, and what their functions receive.
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

/** What a page's function receives. */
export type PageCall = {
  app: App;
  call: Call;
  req: Request;
  url: URL;
  params: Record<string, string>;
};

/** A `PageCall` by someone signed in. */
export type MemberCall = PageCall & { actor: Actor };

/** A form's fields by name, without files. */
export type Fields = Record<string, string>;

/** What a form's function receives besides its page: the data sent, read before its sender is checked. */
export type Sent = {
  form: FormData;
  /** Which of the page's forms it is; empty if not given. */
  action: string;
  /** The page to return to afterwards, if not its own; empty if not given. */
  back_to: string;
  fields: Fields;
};

/** What a public form receives. */
export type PublicForm = PageCall & Sent;

/** What a member's form receives. */
export type MemberForm = MemberCall & Sent;

/** What an editor's form receives. */
export type EditorForm = MemberForm & { editor: Editor };

/** What an owner's form receives. */
export type OwnerForm = MemberForm & { owner: Owner };

type Run<C, D> = (page: C) => Promise<Rendered<D>>;
/** A route's result: a `Response`, or the data to render its page. */
export type Handle<D> = (ctx: RouteContext) => Promise<Rendered<D>>;

export type Rendered<D> = Response | {
  data: D;
  status?: number;
  headers?: Record<string, string>;
};

/** A page anyone may open. Errors are shown as a page. */
export function publicPage<D>(run: Run<PageCall, D>): Handle<D> {
  return async (ctx) => await run(pageOf(ctx));
}

/**
 * A form that anyone may send. `run` starts when it has been read completely: what it looks up, such as whether a
 * link still works, holds then and not when the first byte arrived.
 */
export function publicForm<D>(run: Run<PublicForm, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    return await run({ ...page, ...await readSent(page.req) });
  };
}

/** A page of the dashboard. Without a session it redirects to the log-in page, which leads back. */
export function memberPage<D>(run: Run<MemberCall, D>): Handle<D> {
  return async (ctx) => {
    const page = pageOf(ctx);
    const actor = await getRequestActor(page.req);
    return actor ? await run({ ...page, actor }) : toLogIn(page);
  };
}

/** A form of the dashboard that every member may send. As in `publicForm`, the sender is checked after reading it. */
export function memberForm<D>(run: Run<MemberForm, D>): Handle<D> {
  return formOf(run, (actor) => actor, MAX_BODY);
}

/**
 * A form of the dashboard that changes the team; anyone but an owner is refused with 403. `max_bytes` if it may be
 * larger than the usual body. As in `publicForm`, the sender is checked after reading it.
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

/** Like `ownerForm`, for a form that editors may send too. */
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
    // Nobody else's body is read; the sender is checked again once it has arrived.
    const sender = await getRequestActor(req);
    if (!sender) return toLogIn(page);
    mayBegin(sender);
    const work = async () => {
      const sent = await readSent(req, max_bytes);
      const actor = await getRequestActor(req);
      return actor ? await run({ ...page, ...sent, actor }) : toLogIn(page);
    };
    // Files are read a few at a time; a form without files is read at once.
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

/** A redirect to the log-in page, which leads back. */
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
 * Takes the last of a repeated field; of one named `…_list` or `…_choices` all, separated by spaces. An id is made
 * safe for keys, and a list contains ids; choices are words known to a schema.
 */
function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const [name, value] of form) {
    // No form of ours has such a field, and no page can be rendered from an object that has it.
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
