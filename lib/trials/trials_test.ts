import assert from "node:assert/strict";
import { DAY, HOUR } from "../clock.ts";
import { AppError } from "../errors.ts";
import { keys } from "../store/keys.ts";
import type { Trial } from "../schemas/trial.ts";
import { getActor } from "../accounts/sessions.ts";
import {
  CALLER,
  countEntries,
  interrupted,
  openDomain,
  outcomes,
  PASSWORD,
  refused,
} from "../../tests/stores.ts";
import { tryWords } from "./begin.ts";
import { signUpWithTrial } from "./claim.ts";
import { MAX_TRIALS } from "./slots.ts";
import { beginTrial, getTrial } from "./trials.ts";

const WORDS = {
  name: "Mara",
  text:
    "I throw pots in Lisbon. A course costs 240 euros. Children are welcome.",
};

/** Each from its own address. */
let addresses = 0;
const from = (previous: string | null = null) => ({
  address: `192.0.2.${++addresses}`,
  previous,
});

const person = (name: string) => ({
  ...{ name, email: `${name}@clay.example`, password: PASSWORD },
  twin_name: `${name}'s twin`,
});

Deno.test("beginTrial: three an hour from an address, and again after the hour", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const address = "198.51.100.1";
  const begin = () => tryWords(app, WORDS, { address, previous: null });
  await Promise.all([begin(), begin(), begin()]);
  await assert.rejects(begin(), refused("rate_limited"));
  await tryWords(app, WORDS, from());
  clock.advance(HOUR + 2 * 60_000);
  await begin();
});

Deno.test("beginTrial: at most 200 exist, however many compete for the last slot", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  for (let slot = 0; slot < MAX_TRIALS - 1; slot++) {
    const held = { token_hash: "another", until_ms: clock.now() + DAY };
    await app.kv.set(keys.trialSlot(slot), held);
  }
  const begin = () => beginTrial(app, { url: null, name: "Mara", ...from() });
  const { kept, codes } = await outcomes(Array.from({ length: 12 }, begin));
  assert.equal(kept, 1);
  assert.deepEqual(new Set(codes), new Set(["rate_limited"]));
  assert.equal(await countEntries(app.kv, keys.trialSlots()), MAX_TRIALS);
  // Refused ones left nothing, and none of their three an hour is used up.
  assert.equal(await countEntries(app.kv, ["trials"]), 1);
  assert.equal(await countEntries(app.kv, ["twins"]), 1);
  // An expired trial frees its slot, swept or not.
  clock.advance(DAY);
  await begin();
});

Deno.test("beginTrial: a browser's next trial replaces its previous one", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const first = await tryWords(app, WORDS, from());
  const second = await tryWords(app, WORDS, from(first));
  assert.equal(await getTrial(app, first), null);
  assert.ok(await getTrial(app, second));
  assert.equal(await countEntries(app.kv, keys.trialSlots()), 1);
});

Deno.test("signUpWithTrial: of many sign-ups with one trial one takes it over", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const token = await tryWords(app, WORDS, from());
  const twin_id = (await getTrial(app, token))?.twin.id;
  const signed = await Promise.all(
    ["ada", "bea", "cleo", "dora", "eve"].map(async (name) => {
      const up = await signUpWithTrial(app, person(name), CALLER, token);
      const actor = await getActor(app, up.session_token);
      assert.ok(actor);
      const twins = app.kv.list({
        prefix: keys.twinsByTenant(actor.tenant_id),
      });
      const ids = (await Array.fromAsync(twins)).map(({ key }) => key[2]);
      assert.equal(ids.length, 1);
      return { ...up, ids };
    }),
  );
  const takers = signed.filter(({ has_taken_over }) => has_taken_over);
  assert.equal(takers.length, 1);
  assert.deepEqual(takers[0].ids, [twin_id]);
  assert.equal(signed.filter(({ ids }) => ids[0] === twin_id).length, 1);
  assert.equal(await countEntries(app.kv, keys.trialSlots()), 0);
  assert.equal(await getTrial(app, token), null);
});

Deno.test("signUpWithTrial: a trial taken over at the moment of the commit is not taken twice", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const token = await tryWords(app, WORDS, from());
  const kv = interrupted(app.kv, async () => {
    await signUpWithTrial(app, person("first"), CALLER, token);
  });
  const input = person("second");
  // The first commit is the sign-up's charge, which uses the app's own store.
  const late = await signUpWithTrial({ ...app, kv }, input, CALLER, token);
  assert.equal(late.has_taken_over, false);
});

Deno.test("signUpWithTrial: an ended or unknown trial makes an ordinary sign-up", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const token = await tryWords(app, WORDS, from());
  clock.advance(DAY);
  for (const [name, given] of [["late", token], ["odd", "x".repeat(43)]]) {
    const up = await signUpWithTrial(app, person(name), CALLER, given);
    assert.equal(up.has_taken_over, false);
  }
});

Deno.test("signUpWithTrial: a refused sign-up leaves the trial unchanged", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  await signUpWithTrial(app, person("taken"), CALLER, null);
  const token = await tryWords(app, WORDS, from());
  await assert.rejects(
    signUpWithTrial(app, person("taken"), CALLER, token),
    refused("conflict"),
  );
  const live = await getTrial(app, token);
  assert.equal(live?.trial.status, "ready" satisfies Trial["status"]);
  assert.ok(live.twin.trial_ends_ms);
});

Deno.test("tryWords: nobody writes into a trial taken over meanwhile", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const begun = await beginTrial(app, { url: null, name: "Mara", ...from() });
  const live = await getTrial(app, begun);
  assert.ok(live);
  const { writeTrial } = await import("./write.ts");
  const kv = interrupted(app.kv, async () => {
    await signUpWithTrial(app, person("quick"), CALLER, begun);
  });
  await assert.rejects(
    writeTrial({ ...app, kv }, live, WORDS),
    (error) => error instanceof AppError && error.code === "unauthorized",
  );
  assert.equal(await countEntries(app.kv, keys.contents(live.twin.id)), 0);
});

Deno.test("beginTrial: no trial when sign-up is closed", async () => {
  await using domain = await openDomain({ env: { TWINCAST_SIGNUP: "closed" } });
  await assert.rejects(
    tryWords(domain.app, WORDS, from()),
    refused("forbidden"),
  );
  assert.equal(await countEntries(domain.kv, ["trials"]), 0);
});
