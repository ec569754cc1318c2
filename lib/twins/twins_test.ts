import assert from "node:assert/strict";
import { createTwin, updateTwin } from "./twins.ts";
import { found, openDomain } from "../../tests/stores.ts";

Deno.test("updateTwin: first words follow a new name, words of one's own stay", async () => {
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
  // As twins of an earlier version say it.
  await updateTwin(domain.app, owner, id, {
    greeting: "Hi, I'm Noor. Ask me anything.",
  });
  const last = await updateTwin(domain.app, owner, id, { name: "Kit" });
  assert.equal(last.greeting, "Hi, I’m Kit. Ask me anything.");
});
