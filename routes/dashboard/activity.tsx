import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { RefusalLookup } from "../../components/team/RefusalLookup.tsx";
import { Avatar } from "../../components/ui/Avatar.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import { Time } from "../../components/ui/Time.tsx";
import { requireOwner } from "../../lib/actor.ts";
import { countAudit, listAudit } from "../../lib/audit/audit.ts";
import { DAY } from "../../lib/clock.ts";
import { parse } from "../../lib/http/body.ts";
import { findRefusal } from "../../lib/keys/refusals.ts";
import { dashboardPage } from "../../lib/pages/page.ts";
import { listQuery } from "../../lib/schemas/common.ts";
import type { AuditAction } from "../../lib/schemas/team.ts";
import { handler, page } from "./$activity.ts";

/** The text for an entry's action, after the actor's name. */
const WORDS: Record<AuditAction, string> = {
  "account.created": "opened this account",
  "account.login_flood":
    "tried many passwords, from many addresses, for the account of",
  "api_key.created": "created the key",
  "api_key.revoked": "revoked the key",
  "api_key.rotated": "rotated the key",
  "api_key.updated": "changed the key",
  "content.created": "added",
  "content.deleted": "deleted",
  "content.drafted": "drafted a change of",
  "content.draft_discarded": "discarded the draft of",
  "content.restored": "brought back",
  "content.updated": "changed",
  "source.added": "began to read",
  "source.removed": "stopped reading",
  "share_link.regenerated": "made a new share link for",
  "sharing.disabled": "turned sharing off for",
  "sharing.enabled": "turned sharing on for",
  "tenant.renamed": "called the team",
  "twin.avatar_deleted": "removed the picture of",
  "twin.avatar_set": "set the picture of",
  "twin.created": "made the twin",
  "twin.deleted": "deleted the twin",
  "twin.restored": "brought back the twin",
  "twin.updated": "changed the twin",
  "model.updated": "changed the language model of",
  "model.removed": "removed the language model of",
  "user.invitation_resent": "made a new invitation link for",
  "user.invitation_revoked": "withdrew the invitation of",
  "user.invited": "invited",
  "user.left": "deleted their account",
  "user.joined": "joined the team",
  "user.made_owner": "made an owner of",
  "user.made_editor": "made an editor of",
  "user.made_viewer": "made a viewer of",
  "user.password_reset_created": "made a password link for",
  "user.password_reset_revoked": "withdrew the password link of",
  "user.mail_resumed": "turned mail back on for",
  "user.removed": "removed",
  "channel.created": "connected the channel",
  "channel.updated": "changed the channel",
  "channel.deleted": "removed the channel",
  "channel.tested": "tested the channel",
  "channel.failing": "could not answer on the channel",
  "webhook.created": "created a webhook to",
  "webhook.updated": "changed the webhook to",
  "webhook.deleted": "removed the webhook to",
  "webhook.rotated": "created a new secret for the webhook to",
  "webhook.switched_off": "switched off the webhook to",
  "visitor.blocked": "blocked a visitor",
  "visitor.erased": "erased what a visitor left:",
  "visitor.unblocked": "unblocked a visitor",
};

/** Actions of another version of the app are shown as they are. */
function said(action: string): string {
  return Object.hasOwn(WORDS, action) ? WORDS[action as AuditAction] : action;
}

/** Members' actions on their own account: their name is already shown. */
const OF_ONESELF = new Set(["account.created", "user.joined", "user.left"]);

const { GET } = dashboardPage({
  async load({ app, actor, url }) {
    const cursor = url.searchParams.get("cursor") ?? "";
    const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
    const code = (url.searchParams.get("q") ?? "").trim();
    const owner = actor.role === "owner" ? requireOwner(actor) : null;
    const now = app.clock.now();
    const [log, today, refusal] = await Promise.all([
      listAudit(app, actor, query),
      countAudit(app, actor, now - now % DAY),
      owner && code !== "" ? findRefusal(app, owner, code) : null,
    ]);
    const lookup = owner && { code, refusal };
    return { log, cursor, today, now, lookup };
  },
});
export const handlers = handler({ GET });

export default page(({ data: { frame, log, cursor, today, now, lookup } }) => (
  <DashboardPage
    frame={frame}
    title="Activity"
    lead="Who changed what in this team, and when."
    action={
      <a
        class={buttonLook({ look: "hero" })}
        href={`/dashboard/team${frame.twin ? `?twin=${frame.twin.id}` : ""}`}
      >
        See the team
      </a>
    }
    figure={{
      value: today < 1_000 ? today : "1,000+",
      label: today === 1 ? "change today" : "changes today",
    }}
  >
    {lookup && <RefusalLookup {...lookup} twin_id={frame.twin?.id} now={now} />}
    <Card>
      {log.items.length === 0 && (
        <p class="text-sm text-muted">Nothing older.</p>
      )}
      <ul class="divide-y divide-line">
        {log.items.map((entry) => (
          <li
            key={entry.id}
            class="flex items-start gap-x-3 py-3 text-sm first:pt-0 last:pb-0"
          >
            <Avatar name={entry.actor_name} size="xs" class="-mt-0.5" />
            <p class="min-w-0 flex-1 wrap-anywhere">
              <bdi class="font-medium">{entry.actor_name}</bdi>{" "}
              {said(entry.action)}{" "}
              {!OF_ONESELF.has(entry.action) && <bdi>{entry.target_name}</bdi>}
            </p>
            <span class="shrink-0 text-muted tabular-nums">
              <Time at={entry.created_at} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {lookup && (
        <p class="mt-4 border-t border-line pt-4 text-sm text-muted">
          <a class="text-accent underline" href="/audit-log/export" download>
            Export the whole log
          </a>, chained and signed:{" "}
          <code class="text-ink">deno task verify-audit FILE</code>{" "}
          tells whether anything in it was changed or left out.
        </p>
      )}
      <Pages
        of="entries"
        query={frame.twin ? { twin: frame.twin.id } : {}}
        cursor={cursor}
        next_cursor={log.next_cursor}
      />
    </Card>
  </DashboardPage>
));
