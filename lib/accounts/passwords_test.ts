import assert from "node:assert/strict";
import { outcomes } from "../../tests/stores.ts";
import { PasswordHasher } from "./passwords.ts";

function open(max_waiting?: number) {
  const hasher = new PasswordHasher(max_waiting);
  return { hasher, [Symbol.dispose]: () => hasher.close() };
}

Deno.test("PasswordHasher: argon2id with a salt of its own, and only the right password matches", async () => {
  using opened = open();
  const { hasher } = opened;
  const [one, two] = await Promise.all([
    hasher.hash("pass"),
    hasher.hash("pass"),
  ]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(one, two);
  assert.equal(await hasher.verify("pass", one), true);
  assert.equal(await hasher.verify("pass", two), true);
  assert.equal(await hasher.verify("Pass", one), false);
});

Deno.test("PasswordHasher: nobody's password matches nothing", async () => {
  using opened = open();
  assert.equal(
    await opened.hasher.verify("nobody has this password", null),
    false,
  );
});

Deno.test("PasswordHasher: a crowd is refused in part, and everybody can sign in afterwards", async () => {
  using opened = open(4);
  const { hasher } = opened;
  const crowd = outcomes(Array.from({ length: 6 }, () => hasher.hash("pass")));
  // The first verifications of this process come while no place is left.
  const late = await outcomes([
    hasher.verify("pass", null),
    hasher.verify("pass", "$argon2id$x"),
  ]);
  assert.deepEqual(late, { kept: 0, codes: ["unavailable", "unavailable"] });
  const { kept, codes } = await crowd;
  assert.deepEqual([kept, codes], [4, ["unavailable", "unavailable"]]);
  assert.equal(await hasher.verify("pass", null), false);
  assert.equal(await hasher.verify("pass", await hasher.hash("pass")), true);
});

Deno.test("PasswordHasher: a hash that cannot be read refuses its own call only", async () => {
  using opened = open();
  const { hasher } = opened;
  const hash = await hasher.hash("pass");
  const [broken, sound] = await Promise.allSettled([
    hasher.verify("pass", "not a hash"),
    hasher.verify("pass", hash),
  ]);
  assert.equal(broken.status, "rejected");
  assert.deepEqual(sound, { status: "fulfilled", value: true });
  assert.equal(await hasher.verify("pass", hash), true);
});

Deno.test("PasswordHasher: closing refuses what waits", async () => {
  const hasher = new PasswordHasher();
  const waiting = outcomes([
    hasher.hash("pass"),
    hasher.verify("pass", "$argon2id$x"),
  ]);
  hasher.close();
  assert.deepEqual(await waiting, {
    kept: 0,
    codes: ["unavailable", "unavailable"],
  });
});
