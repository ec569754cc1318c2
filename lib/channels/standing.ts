// Tracks how a channel's messages fare, and notifies owners when they begin to fail.
import { addOwnerLetters } from "../accounts/owner_letters.ts";
import { recordAudit } from "../audit/audit.ts";
import { DAY, iso, MINUTE } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Lease } from "../jobs/lease.ts";
import {
  type ChannelStanding,
  PLATFORM_NAMES,
  type StoredChannel,
} from "../schemas/channel.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import { failingWords } from "./failing_words.ts";

/**
 * Owners are notified after failures for this long without a success in between, or at once if the channel cannot
 * recover by itself.
 */
const FAILING_MS = 10 * MINUTE;
/** The shortest time between two such notifications. */
const NOTIFY_EVERY_MS = DAY;

/** The channel's state after an answer was sent. */
export async function answeredStanding(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  channel_id: string,
): Promise<ChannelStanding> {
  const key = keys.channelStanding(channel_id);
  const { value } = await kv.get<ChannelStanding>(key);
  return {
    last_message_at: iso(clock.now()),
    ...{ last_error: null, last_error_at: null },
    told_at_ms: value?.told_at_ms,
  };
}

/**
 * Records that an answer could not be sent, and why, in one commit of the lease; if the channel has begun to fail,
 * the same commit holds the audit entry and the letters to the team's owners. `is_lasting` marks an error that every
 * other message would hit too.
 */
export async function noteFailure(
  app: Context,
  lease: Lease,
  channel_id: string,
  { why, is_lasting }: { why: string; is_lasting: boolean },
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    lease.guard(op);
    const [channel, standing] = await app.kv.getMany<
      [StoredChannel, ChannelStanding]
    >([keys.channel(channel_id), keys.channelStanding(channel_id)]);
    if (!channel.value) return;
    const now = app.clock.now();
    const before = standing.value;
    const failing_since_ms = before?.failing_since_ms ?? now;
    const is_notified =
      now - (before?.told_at_ms ?? -Infinity) < NOTIFY_EVERY_MS;
    const notifies = !is_notified &&
      (is_lasting || now - failing_since_ms >= FAILING_MS);
    const after: ChannelStanding = {
      last_message_at: before?.last_message_at ?? null,
      ...{ last_error: why, last_error_at: iso(now), failing_since_ms },
      told_at_ms: notifies ? now : before?.told_at_ms,
    };
    op.check(standing).set(standing.key, after);
    if (notifies) await notifyOwners(app, op, channel.value, why);
  });
}

async function notifyOwners(
  app: Context,
  op: Deno.AtomicOperation,
  { id, tenant_id, twin_id, name, kind }: StoredChannel,
  why: string,
): Promise<void> {
  const actor = { tenant_id, user_id: null, user_name: "Twincast" };
  recordAudit(app, op, actor, { action: "channel.failing", id, name });
  const twin = await getTwin(app, twin_id);
  if (!twin) return;
  const platform = PLATFORM_NAMES[kind];
  await addOwnerLetters(app, op, tenant_id, {
    words: failingWords({ twin: twin.name, name, platform }, why),
    url: `${app.config.base_url}/dashboard/channels?twin=${twin_id}#${id}`,
  });
}
