// Migrations from former formats. Keys and fields are spelled out as they were, and as they became then: a step must
// keep doing the same when the rest of the program has changed.
import { createHash } from "node:crypto";
import { DAY, HOUR } from "../clock.ts";
import { deleteAll } from "./list.ts";

/** Adds changes to one commit of a migration. Returns false if its own check failed. */
export type Change = (
  build: (op: Deno.AtomicOperation) => void,
) => Promise<boolean>;

/**
 * Converts entries of one format to the next. May be interrupted at any commit and restarted, so it changes only what
 * still has the old format.
 */
export type Migration = (kv: Deno.Kv, change: Change) => Promise<void>;

/** Each converts a store from the format of its index to the next. Never changed, only appended to. */
export const MIGRATIONS: readonly Migration[] = [
  sessionsByTheirIds,
  tokensInWindows,
  contentWorkIsJobs,
  sitesAreSources,
  quotesAreCounted,
  stopsNameNobody,
];

type OldSession = {
  id: string;
  twin_id: string;
  token_hash?: string;
  secret_hash?: string;
  channel: { kind: string; key_id?: string };
  title?: string;
  kept_days?: number;
  started_at: string;
};

type OldExchange = {
  id: string;
  question: string;
  grounded: boolean;
  is_small_talk?: boolean;
};

const KEPT_DAYS = 90;

/**
 * Visitors' sessions were stored under the hash of their token, had no title and no retention days, and were indexed
 * neither by channel nor by unanswered questions.
 */
async function sessionsByTheirIds(kv: Deno.Kv, change: Change) {
  for await (const entry of kv.list<OldSession>({ prefix: ["sessions"] })) {
    const { token_hash, ...session } = entry.value;
    if (
      token_hash === undefined && session.title !== undefined &&
      session.kept_days !== undefined
    ) continue;
    const exchanges: OldExchange[] = [];
    const prefix = ["messages", session.id];
    for await (const { value } of kv.list<OldExchange>({ prefix })) {
      exchanges.push(value);
    }
    const title = exchanges[0]?.question.slice(0, 200) ?? "";
    // Its unanswered questions first: a session in the new format is not visited again.
    const missed = session.channel.kind === "preview"
      ? []
      : exchanges.filter((one) => !one.grounded && !one.is_small_talk);
    for (let at = 0; at < missed.length; at += 500) {
      await change((op) => {
        for (const { id } of missed.slice(at, at + 500)) {
          const key = ["unanswered", session.twin_id, id];
          op.set(key, { session_id: session.id });
        }
      });
    }
    await change((op) => {
      op.check(entry).delete(entry.key);
      rewrite(op, { secret_hash: token_hash, title, ...session });
    });
  }
}

function rewrite(op: Deno.AtomicOperation, session: OldSession): void {
  const { id, twin_id, channel, started_at } = session;
  const key = ["sessions", id];
  op.set(key, { kept_days: KEPT_DAYS, ...session });
  op.set(["sessions_by_twin", twin_id, id], true);
  // Its former note names a key that no longer exists, and removes nothing.
  const due_at = Date.parse(started_at) + KEPT_DAYS * DAY;
  op.set(
    ["expiries", Math.floor(due_at / HOUR), "session", ...key],
    twin_id,
  );
  if (channel.kind === "preview") return;
  const name = channel.kind === "key" ? channel.key_id ?? "" : "link";
  op.set(["sessions_by_channel", twin_id, name, id], true);
}

/** A model's tokens were counted by the calendar day, under a separate key; the count starts again. */
async function tokensInWindows(kv: Deno.Kv, change: Change) {
  await deleteAll(kv, ["model_tokens"]);
  await change((op) => op.delete(["revocations"]));
}

/** Pending work for changed content was noted under one key per twin, and is now one job per kind. */
async function contentWorkIsJobs(kv: Deno.Kv, change: Change) {
  for await (const due of kv.list({ prefix: ["content_due"] })) {
    const id = String(due.key[1]);
    const twin = await kv.get<{ tenant_id: string }>(["twins", id]);
    await change((op) => {
      op.check(due).delete(due.key);
      if (!twin.value) return;
      const { tenant_id } = twin.value;
      for (const kind of ["embeddings", "questions"]) {
        op.set(["jobs_ready", kind, tenant_id, `job_${kind}_${id}`], id);
      }
    });
  }
  await deleteAll(kv, ["content_leases"]);
}

/** The progress of reading a site was stored with its twin; the content added is like any other. */
async function sitesAreSources(kv: Deno.Kv) {
  await deleteAll(kv, ["site_imports"]);
}

/** Citations were not counted before, for existing twins. */
async function quotesAreCounted(kv: Deno.Kv, change: Change) {
  const key = ["quotes_since"];
  if ((await kv.get(key)).value !== null) return;
  for await (const _ of kv.list({ prefix: ["twins"] }, { limit: 1 })) {
    await change((op) => op.set(key, new Date().toISOString()));
  }
}

/**
 * A mail stop was stored under the address, with a text that may contain it, and the sweep's note contained it too.
 */
async function stopsNameNobody(kv: Deno.Kv, change: Change) {
  type Stop = { said: string; at: string };
  const isNamed = (key: Deno.KvKey) => String(key.at(-1)).includes("@");
  let are_named = false;
  for await (const entry of kv.list<Stop>({ prefix: ["mail_stops"] })) {
    if (!isNamed(entry.key)) continue;
    are_named = true;
    const email = String(entry.key[1]);
    const hash = createHash("sha256").update(email.toLowerCase()).digest("hex");
    const key = ["mail_stops", hash];
    const { at, said } = entry.value;
    const gone_at = Date.parse(at) + 365 * DAY;
    const words = said.replaceAll(email, "this address");
    await change((op) =>
      op.set(["expiries", Math.floor(gone_at / HOUR), "delete", ...key], null)
        .set(key, { ...entry.value, said: words })
    );
  }
  if (!are_named) return;
  // Their notes first: while an address remains, this step is not complete.
  for (const prefix of [["expiries"], ["mail_stops"]]) {
    for await (const entry of kv.list({ prefix })) {
      const is_stop = entry.key.includes("mail_stops") && isNamed(entry.key);
      if (is_stop) await change((op) => op.delete(entry.key));
    }
  }
}
