import assert from "node:assert/strict";
import { add, openWithOwner } from "../../tests/content_world.ts";
import { updateContent } from "./content.ts";
import { ownerReader, publicReader } from "./reader.ts";

Deno.test("passagesOf: same as reading one by one, only the asked revisions, and from no place this reader may not open", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const ids: string[] = [];
  for (let i = 0; i < 30; i++) {
    const visibility = i % 3 === 0 ? "private" : "public";
    const body = `Item ${i}.\n\n${"Clay. ".repeat(i * 20)}`;
    ids.push((await add(world, body, visibility)).id);
  }
  const before = await ownerReader(kv, twin_id).items();
  await updateContent(app, owner, twin_id, ids[4], { body: "Changed." });
  for (const reader of [ownerReader(kv, twin_id), publicReader(kv, twin_id)]) {
    const asked = new Map(
      ids.slice(2, 25).map((id) => [id, before.get(id)?.revision ?? ""]),
    );
    const found = await reader.passagesOf(asked);
    for (const [id, revision] of asked) {
      const alone = await reader.passages(id, revision);
      assert.deepEqual(found.get(id) ?? [], alone);
    }
    assert.equal(found.has(ids[4]), false, "it is of another revision now");
    assert.equal(found.has(ids[3]), reader.name === "owner");
    assert.ok([...found.keys()].every((id) => asked.has(id)));
    assert.ok(found.size >= 14);
  }
});
