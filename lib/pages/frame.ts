import { includesRole } from "../actor.ts";
import { describeActor } from "../accounts/accounts.ts";
import { listMemberships } from "../accounts/memberships.ts";
import { requireTwin } from "../twins/twins.ts";
import { viewTwin } from "../twins/twin_views.ts";
import { safeId } from "../http/endpoint.ts";
import { pageNameOf, readAppearance } from "../http/appearance.ts";
import type { MemberCall } from "./access.ts";
import { seeOther } from "../http/redirect.ts";
import type { Frame, TwinFrame } from "../views/frame.ts";

/** The frame of a page: the twin named by `?twin=`, otherwise the newest. Throws `not_found`. */
export async function loadFrame(page: MemberCall): Promise<Frame> {
  const { app, actor, url } = page;
  const [me, memberships] = await Promise.all([
    describeActor(app, actor),
    listMemberships(app, actor.user_id),
  ]);
  const twin_id = url.searchParams.get("twin") ?? me.twins[0]?.id;
  const twin = twin_id ? await requireTwin(app, actor, safeId(twin_id)) : null;
  return {
    me,
    is_owner: includesRole(me.user.role, "owner"),
    can_edit: includesRole(me.user.role, "editor"),
    twin: twin && viewTwin(app, twin),
    teams: memberships.map((m) => ({ id: m.tenant_id, name: m.tenant_name })),
    path: url.pathname,
    page_name: pageNameOf(url.pathname),
    here: url.pathname + url.search,
    look: readAppearance(page.req),
    nonce: page.call.nonce,
    flash: null,
  };
}

/** Like `loadFrame`, for a page about a twin. A team without one is redirected to where it can create one. */
export async function loadTwinFrame(
  page: MemberCall,
): Promise<TwinFrame | Response> {
  const frame = await loadFrame(page);
  return frame.twin
    ? { ...frame, twin: frame.twin }
    : seeOther("/dashboard/twins");
}
