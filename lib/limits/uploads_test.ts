import assert from "node:assert/strict";
import { outcomes } from "../../tests/stores.ts";
import { Uploads } from "./uploads.ts";

Deno.test("uploads: three of an account at once, twenty waiting, and another account's pass them", async () => {
  const uploads = new Uploads();
  const held = Promise.withResolvers<void>();
  let at_once = 0;
  let most = 0;
  const upload = (account: string, until: Promise<void>) =>
    uploads.run(account, async () => {
      most = Math.max(most, ++at_once);
      await until;
      at_once--;
    });
  const many = outcomes(
    Array.from({ length: 30 }, () => upload("many", held.promise)),
  );
  await upload("other", Promise.resolve());
  assert.equal(most, 4);
  held.resolve();
  const { kept, codes } = await many;
  assert.equal(kept, 23);
  assert.deepEqual(codes, Array(7).fill("unavailable"));
  // A failed upload gives its slot back.
  const failing = () =>
    uploads.run("many", () => Promise.reject(new Error("no")));
  for (let i = 0; i < 10; i++) await assert.rejects(failing(), /no/);
  await upload("many", Promise.resolve());
});
