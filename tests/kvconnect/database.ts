import { DatabaseSync } from "node:sqlite";
import {
  type Check,
  decodeRead,
  decodeWrite,
  encodeRead,
  type Mutation,
  type Row,
  Writer,
} from "./wire.ts";

/** What the hosted store refuses too. */
export class Refused extends Error {}

const LIMITS = {
  ranges: 10,
  rows: 1_000,
  checks: 100,
  mutations: 1_000,
  key: 2_048,
  value: 65_536 + 64,
  commit: 800 * 1024 + 4_096,
};

/** Entries in one SQLite file, read and written by the data path's protocol, within the limits of the hosted store. */
export class Database {
  #db: DatabaseSync;
  /** Clients name it; it stays with the file. */
  readonly id: string;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
      CREATE TABLE IF NOT EXISTS kv (k BLOB PRIMARY KEY, v BLOB NOT NULL, enc INTEGER NOT NULL, ver INTEGER NOT NULL)
        WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
      INSERT OR IGNORE INTO meta VALUES ('version', 1), ('id', '${crypto.randomUUID()}')`);
    const row = this.#row("SELECT value FROM meta WHERE name = 'id'");
    this.id = String(row?.value);
  }

  close(): void {
    this.#db.close();
  }

  /** Answers a `SnapshotRead`. */
  read(body: Uint8Array): Uint8Array<ArrayBuffer> {
    const ranges = decodeRead(body);
    if (ranges.length > LIMITS.ranges) throw new Refused("too many ranges");
    return encodeRead(ranges.map(({ start, end, limit, reverse }) => {
      if (limit < 1 || limit > LIMITS.rows) throw new Refused("limit");
      return this.#db.prepare(
        `SELECT * FROM kv WHERE k >= ? AND k < ? ORDER BY k ${
          reverse ? "DESC" : ""
        } LIMIT ?`,
      ).all(start, end, limit).map(toRow);
    }));
  }

  /** Answers an `AtomicWrite`: all of it or, where a check fails, nothing. */
  write(body: Uint8Array): Uint8Array<ArrayBuffer> {
    const { checks, mutations, enqueues } = decodeWrite(body);
    requireWithinLimits(checks, mutations, enqueues);
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      const failed = checks.flatMap((check, i) => this.#holds(check) ? [] : i);
      if (failed.length > 0) {
        this.#db.exec("ROLLBACK");
        const out = new Writer().varint(1, 2);
        for (const i of failed) out.varint(4, i);
        return out.finish();
      }
      const next = this.#row(
        "UPDATE meta SET value = value + 1 WHERE name = 'version' RETURNING value",
      );
      const version = Number(next?.value);
      for (const mutation of mutations) this.#mutate(mutation, version);
      this.#db.exec("COMMIT");
      return new Writer().varint(1, 1).bytes(2, stamp(version)).finish();
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  #holds({ key, versionstamp }: Check): boolean {
    const row = this.#get(key);
    return versionstamp.length === 0
      ? row === undefined
      : row !== undefined && isSame(stamp(Number(row.ver)), versionstamp);
  }

  #mutate({ key, data, encoding, type }: Mutation, version: number): void {
    if (type === 2) {
      this.#db.prepare("DELETE FROM kv WHERE k = ?").run(key);
      return;
    }
    const is_set = type === 1;
    const value = is_set ? data : this.#counted(key, data, type);
    this.#db.prepare("INSERT OR REPLACE INTO kv VALUES (?, ?, ?, ?)")
      .run(key, value, is_set ? encoding : 2, version);
  }

  /** A number after a sum (3), maximum (4) or minimum (5). */
  #counted(key: Uint8Array, data: Uint8Array, type: number): Uint8Array {
    const row = this.#get(key);
    if (!row) return data;
    if (row.enc !== 2) throw new Refused("not a number");
    const [a, b] = [numberOf(row.v as Uint8Array), numberOf(data)];
    const out = new Uint8Array(8);
    const result = type === 3 ? a + b : (type === 4) === (a > b) ? a : b;
    new DataView(out.buffer).setBigUint64(0, BigInt.asUintN(64, result), true);
    return out;
  }

  #get(key: Uint8Array) {
    return this.#db.prepare("SELECT * FROM kv WHERE k = ?").get(key);
  }

  #row(sql: string) {
    return this.#db.prepare(sql).get();
  }
}

function requireWithinLimits(
  checks: Check[],
  mutations: Mutation[],
  enqueues: number,
): void {
  let bytes = 0;
  for (const { key, data } of mutations) {
    bytes += key.length + data.length;
    if (key.length > LIMITS.key || data.length > LIMITS.value) {
      throw new Refused("value or key too large");
    }
  }
  if (
    checks.length > LIMITS.checks || mutations.length > LIMITS.mutations ||
    bytes > LIMITS.commit || enqueues > 0
  ) throw new Refused("over the limits of a commit");
}

function stamp(version: number): Uint8Array {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(version));
  return bytes;
}

function numberOf(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
}

function toRow(row: Record<string, unknown>): Row {
  return {
    k: row.k as Uint8Array,
    v: row.v as Uint8Array,
    enc: row.enc as number,
    ver: stamp(row.ver as number),
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
