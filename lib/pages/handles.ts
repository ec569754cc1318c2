import type { App } from "../app.ts";
import { noteAsked } from "../http/auth_guard.ts";
import type { Call } from "../http/call.ts";
import { notFound } from "../errors.ts";
import { verifyHandle } from "../sharing/handle_links.ts";
import type { OpenShare } from "../sharing/share_links.ts";

/**
 * Finds the shared twin at a handle as spelled in an address, with its `@`, or redirects to its current handle: 307,
 * so that the body is sent again. Throws `not_found`.
 */
export async function openHandle(
  call: Call,
  spelled: string,
  /** The address before and after the handle. */
  [before, after = ""]: [before: string, after?: string],
): Promise<OpenShare | Response> {
  const typed = /^@(.+)$/.exec(spelled)?.[1] ?? "";
  const handle = typed.toLowerCase();
  const link = await verifyHandle(call.app, handle);
  if (!link) throw notFound("page");
  const present = "moved_to" in link ? link.moved_to : handle;
  if ("share" in link && present === typed) {
    noteAsked(call, link.share);
    return link.share;
  }
  const location = `${before}@${present}${after}`;
  return new Response(null, { status: 307, headers: { location } });
}

/** Whether a handle still leads to its twin, for an open stream. */
export async function isHandleOpen(
  app: App,
  spelled: string,
): Promise<boolean> {
  return await verifyHandle(app, spelled.slice(1)) !== null;
}
