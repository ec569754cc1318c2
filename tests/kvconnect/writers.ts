import assert from "node:assert/strict";
import { type Member, type Server, statusOf } from "../harness.ts";
import { until } from "../until.ts";

/** Acknowledged items with their texts, by id. */
export type Acknowledged = Map<string, string>;

/**
 * Writers of one twin's items, each adding new ones and changing its last one until `until` resolves, whatever fails
 * meanwhile. Returns what was acknowledged, which is kept in `acknowledged` from the start.
 */
export async function writeUntil(
  owner: Member,
  writers: number,
  until: Promise<unknown>,
  acknowledged: Acknowledged = new Map(),
): Promise<Acknowledged> {
  const path = `/twins/${owner.twin_id}/content`;
  let is_over = false;
  until.finally(() => is_over = true);
  const write = async (name: string) => {
    let last: string | null = null;
    for (let i = 0; !is_over; i++) {
      // Every fifth is larger than one commit of the store.
      const body = `${name} ${i} `.repeat(i % 5 === 4 ? 30_000 : 20);
      const changed: string | null = i % 2 === 1 ? last : null;
      const response: Response = changed
        ? await owner.send("PATCH", `${path}/${changed}`, { body })
        : await owner.send("POST", path, { title: name, body });
      const answer = await response.json();
      if (response.ok) acknowledged.set(last = answer.id, body);
      else {
        // What may have been saved is not known to be, nor is what was there before.
        if (changed) acknowledged.delete(changed);
        last = null;
        assert.ok([503, 409].includes(response.status), JSON.stringify(answer));
      }
    }
  };
  await Promise.all(
    Array.from({ length: writers }, (_, i) => write(`writer${i}`)),
  );
  return acknowledged;
}

/** Fails unless every acknowledged item is there unchanged, and every listed item can be read. */
export async function requireAll(
  owner: Member,
  acknowledged: Acknowledged,
): Promise<number> {
  const path = `/twins/${owner.twin_id}/content`;
  const listed = new Set<string>();
  let cursor = "";
  do {
    const page = await owner.json("GET", `${path}?limit=100${cursor}`);
    for (const { id } of page.items) listed.add(id);
    cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
  } while (cursor);
  for (const id of acknowledged.keys()) assert.ok(listed.has(id), id);
  for (const id of listed) {
    const item = await owner.json("GET", `${path}/${id}`);
    const body = acknowledged.get(id);
    assert.ok(body === undefined || item.body === body, `${id} is whole`);
  }
  return listed.size;
}

/** Resolves when the app reports a healthy store; fails after `deadline_ms`. */
export async function untilHealthy(
  server: Server,
  deadline_ms: number,
): Promise<void> {
  await until(
    async () => await statusOf(server.fetch("/healthz")) === 200,
    "well again",
    deadline_ms,
  );
}
