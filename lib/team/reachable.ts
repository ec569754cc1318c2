// Members whom mail does not reach, and how to resume it.
import type { Actor } from "../actor.ts";
import { getUser } from "../accounts/accounts.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import type { Context } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { resumeMailTo } from "../mail/stops.ts";
import type { Membership } from "../schemas/account.ts";
import { keys } from "../store/keys.ts";

/**
 * Resumes letters to a member's address; changes nothing if they are not stopped. Owners may, and members for
 * themselves. Throws `forbidden` for anyone else, and for anyone but the member if they reported our mail as spam.
 */
export async function resumeMail(
  app: Context,
  actor: Actor,
  user_id: string,
): Promise<void> {
  const is_own = actor.user_id === user_id;
  if (!is_own && actor.role !== "owner") {
    throw new AppError(
      "forbidden",
      "Only an owner of this team, or the member, can turn mail to this address back on.",
    );
  }
  await commitAs(app, actor, async (op) => {
    const [user, member] = await Promise.all([
      getUser(app, user_id),
      app.kv.get<Membership>(keys.membership(actor.tenant_id, user_id)),
    ]);
    if (!user.value || !member.value) throw notFound("member");
    op.check(member);
    const stop = await resumeMailTo(app, op, user.value.email);
    if (!stop) return;
    if (stop.reason === "complaint" && !is_own) {
      throw new AppError(
        "forbidden",
        "This member reported our mail as spam, so only they can turn it back on, under My account.",
      );
    }
    const { id, name } = user.value;
    recordAudit(app, op, actor, { action: "user.mail_resumed", id, name });
  });
}
