import assert from "node:assert/strict";
import { CHEAP } from "../../tests/sign_up.ts";
import { outcomes } from "../../tests/stores.ts";
import { PasswordHasher } from "./passwords.ts";

function open(options?: ConstructorParameters<typeof PasswordHasher>[0]) {
  const hasher = new PasswordHasher(options);
  return { hasher, [Symbol.dispose]: () => hasher.close() };
}

Deno.test("PasswordHasher: argon2id with its own salt; only the right password matches", async () => {
  using opened = open();
  const { hasher } = opened;
  const [one, two] = await Promise.all([
    hasher.hash("pass", "a"),
    hasher.hash("pass", "a"),
  ]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(one, two);
  assert.equal(await hasher.verify("pass", one, "a"), true);
  assert.equal(await hasher.verify("pass", two, "a"), true);
  assert.equal(await hasher.verify("Pass", one, "a"), false);
});

Deno.test("PasswordHasher: no password matches an unknown account", async () => {
  using opened = open();
  assert.equal(
    await opened.hasher.verify("nobody has this password", null, "a"),
    false,
  );
});

Deno.test("PasswordHasher: part of a crowd is refused, and everybody can sign in afterwards", async () => {
  using opened = open({ max_waiting: 4 });
  const { hasher } = opened;
  const crowd = outcomes(
    Array.from({ length: 6 }, (_, i) => hasher.hash("pass", `${i}`)),
  );
  // The first verifications of this process run while there is no free slot.
  const late = await outcomes([
    hasher.verify("pass", null, "b"),
    hasher.verify("pass", "$argon2id$x", "b"),
  ]);
  assert.deepEqual(late, { kept: 0, codes: ["unavailable", "unavailable"] });
  const { kept, codes } = await crowd;
  assert.deepEqual([kept, codes], [4, ["unavailable", "unavailable"]]);
  assert.equal(await hasher.verify("pass", null, "b"), false);
  assert.equal(
    await hasher.verify("pass", await hasher.hash("pass", "a"), "a"),
    true,
  );
});

Deno.test("PasswordHasher: a flood from one address keeps nobody out", async () => {
  using opened = open({ cost: CHEAP });
  const { hasher } = opened;
  const flood = outcomes(
    Array.from({ length: 80 }, () => hasher.hash("guess", "flood")),
  );
  const crowd = await outcomes(
    Array.from({ length: 40 }, (_, i) => hasher.hash("pass", `${i}`)),
  );
  assert.deepEqual(crowd, { kept: 40, codes: [] });
  const { kept, codes } = await flood;
  assert.equal(kept, 64);
  assert.deepEqual(new Set(codes), new Set(["unavailable"]));
  assert.ok(await hasher.hash("guess", "flood"));
});

Deno.test("PasswordHasher: closing refuses calls queued behind others too", async () => {
  const hasher = new PasswordHasher();
  const waiting = outcomes(
    Array.from({ length: 20 }, () => hasher.hash("pass", "a")),
  );
  hasher.close();
  const { kept, codes } = await waiting;
  assert.deepEqual([kept, new Set(codes)], [0, new Set(["unavailable"])]);
});

Deno.test("PasswordHasher: an unreadable hash fails only its own call", async () => {
  using opened = open();
  const { hasher } = opened;
  const hash = await hasher.hash("pass", "a");
  const [broken, sound] = await Promise.allSettled([
    hasher.verify("pass", "not a hash", "a"),
    hasher.verify("pass", hash, "a"),
  ]);
  assert.equal(broken.status, "rejected");
  assert.deepEqual(sound, { status: "fulfilled", value: true });
  assert.equal(await hasher.verify("pass", hash, "a"), true);
});

Deno.test("PasswordHasher: closing refuses waiting calls", async () => {
  const hasher = new PasswordHasher();
  const waiting = outcomes([
    hasher.hash("pass", "a"),
    hasher.verify("pass", "$argon2id$x", "b"),
  ]);
  hasher.close();
  assert.deepEqual(await waiting, {
    kept: 0,
    codes: ["unavailable", "unavailable"],
  });
});
