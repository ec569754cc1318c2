import assert from "node:assert/strict";
import { createContent, updateContent } from "../content/content.ts";
import { createApiKey } from "../keys/api_keys.ts";
import { checkForLeaks } from "./leak_check.ts";
import { found, openDomain, refused } from "../../tests/stores.ts";

const SECRET =
  "The spare key of the studio hangs behind the third blue tile from the door. Nobody but my sister knows of it.";

Deno.test("checkForLeaks: asks about each private item, and none of it leaks", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const add = (title: string, body: string, visibility: "public" | "private") =>
    createContent(app, owner, twin_id, { title, body, visibility });
  await add(
    "Studio",
    "The studio is open on Thursdays, and the door is blue.",
    "public",
  );
  await add("Spare key", SECRET, "private");
  await add("Prices", "I would take 40 euros less from a friend.", "private");
  const report = await checkForLeaks(app, owner, twin_id);
  assert.equal(report.private_items, 2);
  assert.ok(report.questions >= 4);
  assert.deepEqual(report.leaks, []);
});

Deno.test("checkForLeaks: reports the same words in a public item, and where they are", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const hidden = await createContent(app, owner, twin_id, {
    title: "Spare key",
    body: SECRET,
    visibility: "private",
  });
  const open = await createContent(app, owner, twin_id, {
    title: "Around the house",
    body: `Welcome. ${SECRET} Shoes off, please.`,
    visibility: "public",
  });
  const { leaks: [leak, ...others] } = await checkForLeaks(app, owner, twin_id);
  assert.equal(others.length, 0);
  assert.equal(leak.id, hidden.id);
  assert.equal(leak.public_title, "Around the house");
  assert.match(leak.excerpt, /behind the third blue tile/);
  // With a key only it is as public; a preview belongs to the team.
  const key = await createApiKey(app, owner, {
    ...{ twin_id, name: "Shop", type: "secret", allowed_domains: [] },
  });
  await updateContent(app, owner, twin_id, open.id, { channels: [key.id] });
  const { leaks } = await checkForLeaks(app, owner, twin_id);
  assert.deepEqual(leaks.map(({ id }) => id), [hidden.id]);
  await updateContent(app, owner, twin_id, open.id, { channels: ["preview"] });
  assert.deepEqual((await checkForLeaks(app, owner, twin_id)).leaks, []);
});

Deno.test("checkForLeaks: for one's own twins only; bounded; records and charges nothing", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const other = await found(domain);
  const { twin_id } = owner;
  await assert.rejects(
    checkForLeaks(app, other, twin_id),
    refused("not_found"),
  );
  for (let n = 0; n < 60; n++) {
    await createContent(app, owner, twin_id, {
      title: `Note ${n}`,
      body:
        `The number ${n} stands on a note that nobody shall read, on page ${n}.`,
      visibility: "private",
    });
  }
  const report = await checkForLeaks(app, owner, twin_id);
  assert.equal(report.private_items, 50);
  assert.ok(report.questions <= 200);
  for (const prefix of [["sessions"], ["messages"], ["rate_limit_tracking"]]) {
    const limited = await Array.fromAsync(kv.list({ prefix }));
    assert.ok(!limited.some(({ key }) => key.includes("session")), `${prefix}`);
  }
});
