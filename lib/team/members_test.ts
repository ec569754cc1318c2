import assert from "node:assert/strict";
import { type Owner, requireOwner } from "../actor.ts";
import { getActor } from "../accounts/sessions.ts";
import { changeRole, listMembers, removeMember } from "./user_management.ts";
import { found, openDomain, outcomes, refused } from "../../tests/stores.ts";
import { ALL, join } from "../../tests/team_world.ts";

Deno.test("changeRole: ten concurrent demotions of the last owner leave an owner", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  await join(domain, owner, "viewer", "bob@example.com");
  const { kept, codes } = await outcomes([
    ...Array.from(
      { length: 5 },
      () => changeRole(app, owner, owner.user_id, "viewer"),
    ),
    ...Array.from({ length: 5 }, () => removeMember(app, owner, owner.user_id)),
  ]);
  assert.deepEqual([kept, new Set(codes)], [0, new Set(["conflict"])]);
  assert.equal((await getActor(app, owner.session_token))?.role, "owner");
});

Deno.test("changeRole: two owners who demote or remove each other at once: one stays", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  for (const remove of [false, true]) {
    const ada = await found(domain);
    const bob = requireOwner(
      await join(domain, ada, "owner", `bob${remove}@example.com`),
    );
    const demote = (by: Owner, whom: Owner) =>
      remove
        ? removeMember(app, by, whom.user_id)
        : changeRole(app, by, whom.user_id, "viewer");
    const { kept, codes } = await outcomes([
      demote(ada, bob),
      demote(bob, ada),
    ]);
    const refusal = remove ? "unauthorized" : "forbidden";
    assert.deepEqual([kept, codes], [1, [refusal]]);
    const members = (await listMembers(app, ada, ALL)).items;
    assert.equal(members.filter(({ role }) => role === "owner").length, 1);
  }
});

Deno.test("changeRole: of three owners any two may leave at once, never all", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const ada = await found(domain);
  const all = [
    ada,
    ...await Promise.all(
      ["b", "c"].map(async (name) =>
        requireOwner(await join(domain, ada, "owner", `${name}@example.com`))
      ),
    ),
  ];
  await outcomes(
    all.map((whom, i) =>
      changeRole(app, all[(i + 1) % 3], whom.user_id, "viewer")
    ),
  );
  const { items } = await listMembers(app, ada, ALL);
  assert.ok(items.some(({ role }) => role === "owner"));
});

Deno.test("removeMember: ends the member's session at once and removes the member", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const bob = await join(domain, owner, "owner", "bob@example.com");
  await removeMember(app, owner, bob.user_id);
  assert.equal(await getActor(app, bob.session_token), null);
  await assert.rejects(
    removeMember(app, owner, bob.user_id),
    refused("not_found"),
  );
  assert.equal((await listMembers(app, owner, ALL)).items.length, 1);
});

Deno.test("removeMember: a member of another tenant is not found", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const other = await found(domain);
  await assert.rejects(
    removeMember(app, owner, other.user_id),
    refused("not_found"),
  );
  await assert.rejects(
    changeRole(app, owner, other.user_id, "viewer"),
    refused("not_found"),
  );
});
