import { type Clock, DAY, iso, MINUTE } from "../clock.ts";
import type { StoredRefusal } from "../schemas/refusal.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { GatheredWrites } from "../store/gathered_writes.ts";
import { keys } from "../store/keys.ts";
import type { RecordCache } from "../store/record_cache.ts";

/** A refused public call, as its code will explain it. `twin_id` is null if the call named no twin. */
export type Refused =
  & Omit<StoredRefusal, "reason_code" | "twin_id" | "at">
  & { twin_id: string | null };

/** A refusal with a code, and the key that similar refusals share. */
type Coded = { alike: string; refusal: StoredRefusal };

export type WithRefusalCodes = { refusal_codes: RefusalCodes };

const KEPT_MS = 7 * DAY;
/** Codes per twin and minute that distinguish origins; further origins share one. */
const MAX_ORIGINS = 40;
/**
 * Refusals per minute with their own code, for twins known to exist, and as many for twins that may be made up until
 * the next write; the rest get a code that finds nothing.
 */
const MAX_DISTINCT = 2_000;
/** Twins cached as existing. */
const MAX_KNOWN = 10_000;
/** Longer than any twin's id. */
const MAX_ID_LENGTH = 60;
/** Longer than any real origin. */
const MAX_ORIGIN_LENGTH = 300;

/**
 * Gives refused calls a short code by which the twin's owner can look up the reason. Similar refusals within a minute
 * share one, so that a flood of them costs one write; they are gathered and written every second. Owns a timer:
 * `close` writes the rest.
 */
export class RefusalCodes {
  #minute = 0;
  #codes = new Map<string, string>();
  /** For twins not looked up yet. */
  #unproven = new Map<string, string>();
  #known = new Set<string>();
  #origins = new Map<string, number>();
  /** By code, since similar refusals get another one in the next minute. */
  #refusals: GatheredWrites<Coded>;

  constructor(private cache: RecordCache, private clock: Clock) {
    this.#refusals = new GatheredWrites({
      wait_ms: 1_000,
      most: 2 * MAX_DISTINCT,
      together: 100,
      add: (held) => held,
      write: (some) => this.#write(some),
    });
  }

  /** The code of a refusal, 8 characters of Crockford's base 32. */
  codeOf(refused: Refused): string {
    const now = this.clock.now();
    this.#begin(Math.floor(now / MINUTE));
    const { twin_id, status, policy, key_id, detail } = refused;
    if (twin_id === null || twin_id.length > MAX_ID_LENGTH) {
      return newReasonCode();
    }
    const codes = this.#known.has(twin_id) ? this.#codes : this.#unproven;
    const is_full = codes.size >= MAX_DISTINCT;
    const place = placeOf(refused);
    const origin = this.#distinctOrigin(place, refused.origin, is_full);
    const alike = `${place} ${origin ?? ""}`;
    const known = this.#codes.get(alike) ?? this.#unproven.get(alike);
    if (known) return known;
    const reason_code = newReasonCode();
    if (is_full) return reason_code;
    const refusal = {
      ...{ reason_code, twin_id, status, policy, key_id, origin, detail },
      at: iso(now),
    };
    if (this.#refusals.note(reason_code, { alike, refusal })) {
      codes.set(alike, reason_code);
    }
    return reason_code;
  }

  /** Writes what is gathered now. */
  flush(): Promise<void> {
    return this.#refusals.flush();
  }

  close(): Promise<void> {
    return this.#refusals.close();
  }

  #begin(minute: number): void {
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#codes.clear();
    this.#unproven.clear();
    this.#origins.clear();
  }

  /** The origin, unless there are too many for one place. */
  #distinctOrigin(
    place: string,
    origin: string | null,
    is_full: boolean,
  ): string | null {
    if (origin === null || origin.length > MAX_ORIGIN_LENGTH) return null;
    const alike = `${place} ${origin}`;
    if (this.#codes.has(alike) || this.#unproven.has(alike)) return origin;
    const count = this.#origins.get(place) ?? 0;
    if (is_full || count >= MAX_ORIGINS) return null;
    this.#origins.set(place, count + 1);
    return origin;
  }

  /**
   * Writes under each twin's tenant; for a twin that does not exist nothing is stored, and its place is free again.
   */
  async #write(some: Coded[]): Promise<void> {
    const twins = await Promise.all(
      some.map(({ refusal }) =>
        this.cache.get<Twin>(keys.twin(refusal.twin_id))
      ),
    );
    const op = this.cache.kv.atomic();
    for (const [n, { alike, refusal }] of some.entries()) {
      const { value: twin } = twins[n];
      const code = this.#unproven.get(alike);
      this.#unproven.delete(alike);
      if (!twin) {
        this.#origins.delete(placeOf(refusal));
        continue;
      }
      if (code) this.#codes.set(alike, code);
      this.#remember(twin.id);
      const key = keys.refusal(twin.tenant_id, refusal.reason_code);
      const gone_at = Date.parse(refusal.at) + KEPT_MS;
      op.set(key, refusal).set(expiryKey(gone_at, "delete", key), null);
    }
    await commit(op);
  }

  #remember(twin_id: string): void {
    const [oldest] = this.#known;
    if (this.#known.size >= MAX_KNOWN) this.#known.delete(oldest);
    this.#known.add(twin_id);
  }
}

/** The key shared by refusals that differ only in their origin. */
function placeOf(
  { twin_id, status, policy, key_id }: Omit<Refused, "origin" | "detail">,
): string {
  return [twin_id, status, policy, key_id].join(" ");
}

/** Crockford's base 32: no letter looks like a digit. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function newReasonCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join("");
}

/** Reads a typed code: in lower case, with separators, with O for 0 and I or L for 1. */
export function readReasonCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}
