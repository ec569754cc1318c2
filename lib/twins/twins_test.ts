import assert from "node:assert/strict";
import { createTwin, updateTwin } from "./twins.ts";
import { DAY } from "../clock.ts";
import { found, openDomain, outcomes } from "../../tests/stores.ts";
import { deleteTwin } from "./deletion.ts";

Deno.test("updateTwin: generated first words follow a new name, the owner's own stay", async () => {
  await using domain = await openDomain();
  const owner = await found(domain);
  const { id } = await createTwin(domain.app, owner, { name: "Ada" });
  const { greeting } = await updateTwin(domain.app, owner, id, {
    name: "Mara",
    disclosure: "I am a machine.",
  });
  assert.equal(greeting, "Hi, I’m Mara. Ask me anything.");
  const again = await updateTwin(domain.app, owner, id, {
    name: "Noor",
    greeting,
  });
  assert.equal(again.greeting, "Hi, I’m Noor. Ask me anything.");
  assert.equal(again.disclosure, "I am a machine.");
  // As twins of an earlier version have it.
  await updateTwin(domain.app, owner, id, {
    greeting: "Hi, I'm Noor. Ask me anything.",
  });
  const last = await updateTwin(domain.app, owner, id, { name: "Kit" });
  assert.equal(last.greeting, "Hi, I’m Kit. Ask me anything.");
});

Deno.test("createTwin: limits a team's twins per day, deleted ones included, without affecting others", async () => {
  const env = { TWINCAST_LIMIT_TEAM_TWINS: "3/86400s" };
  await using domain = await openDomain({ env });
  const { app, clock } = domain;
  const [owner, other] = [await found(domain), await found(domain)];
  const make = () => createTwin(app, owner, { name: "Ada" });
  const { id } = await make();
  await deleteTwin(app, owner, id);
  const { kept, codes } = await outcomes([make(), make(), make(), make()]);
  assert.equal(kept, 2);
  assert.deepEqual(codes, ["rate_limited", "rate_limited"]);
  await createTwin(app, other, { name: "Ada" });
  clock.advance(DAY + 30 * 60_000);
  await make();
});
