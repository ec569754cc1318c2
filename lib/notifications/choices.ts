import type { Actor } from "../actor.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Role } from "../schemas/common.ts";
import {
  NEWS_KINDS,
  type Notifications,
  type NotificationsInput,
  type StoredNotifications,
} from "../schemas/notifications.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";

/** By default, everyone who may answer is notified. */
const OF_EDITORS: Notifications = {
  unanswered: "daily",
  leads: "at_once",
  weak: "weekly",
};
const NOTHING: Notifications = {
  unanswered: "never",
  leads: "never",
  weak: "never",
};

/** A member's notification settings, by their own choice or by their role. */
export function choiceOf(
  stored: StoredNotifications | null,
  role: Role,
): Notifications {
  return stored?.chosen ?? (role === "viewer" ? NOTHING : OF_EDITORS);
}

/** The actor's mail notification settings in this team. */
export async function getNotifications(
  { kv }: Context,
  { tenant_id, user_id, role }: Actor,
): Promise<Notifications> {
  const { value } = await kv.get<StoredNotifications>(
    keys.notifications(tenant_id, user_id),
  );
  return choiceOf(value, role);
}

/** Changes only the given kinds. What is turned on starts now: nothing older is sent. */
export async function updateNotifications(
  app: Context,
  actor: Actor,
  input: NotificationsInput,
): Promise<Notifications> {
  const { tenant_id, user_id, role } = actor;
  return await commitAs(app, actor, async (op) => {
    const entry = await app.kv.get<StoredNotifications>(
      keys.notifications(tenant_id, user_id),
    );
    const before = choiceOf(entry.value, role);
    const chosen = { ...before, ...input };
    const told = { ...entry.value?.told };
    for (const kind of NEWS_KINDS) {
      const is_new = before[kind] === "never" && chosen[kind] !== "never";
      if (is_new) told[kind] = { up_to: iso(app.clock.now()) };
    }
    op.check(entry).set(entry.key, { chosen, told });
    return chosen;
  });
}

/** Ends all mail of this kind to a member without signing in: the link in their letter identifies them. */
export async function stopNotifications(
  { kv }: Pick<Context, "kv">,
  { tenant_id, user_id }: { tenant_id: string; user_id: string },
): Promise<void> {
  await commitWithRetry(kv, async (op) => {
    const entry = await kv.get<StoredNotifications>(
      keys.notifications(tenant_id, user_id),
    );
    const member = await kv.get(keys.membership(tenant_id, user_id));
    if (member.value === null) return;
    op.check(entry, member)
      .set(entry.key, { chosen: NOTHING, told: entry.value?.told ?? {} });
  });
}
