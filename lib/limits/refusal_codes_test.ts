import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE } from "../clock.ts";
import { findRefusal } from "../keys/refusals.ts";
import { StoreFailure } from "../store/breaker.ts";
import { GatheredReads } from "../store/gathered_reads.ts";
import { keys } from "../store/keys.ts";
import { RecordCache } from "../store/record_cache.ts";
import { sweep } from "../sweep.ts";
import {
  countEntries,
  failing,
  found,
  openDomain,
} from "../../tests/stores.ts";
import { RefusalCodes } from "./refusal_codes.ts";

const REFUSED = {
  ...{ status: 403, policy: null, key_id: null, detail: "Not from here." },
  origin: "https://a.example",
};

Deno.test("RefusalCodes: similar refusals of a minute share a code, others have their own", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = await found(domain);
  const code = (more = {}) =>
    app.refusal_codes.codeOf({ ...REFUSED, twin_id: owner.twin_id, ...more });
  const first = code();
  assert.match(first, /^[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.equal(code(), first);
  const others = [
    code({ origin: "https://b.example" }),
    code({ status: 429, policy: "link" }),
    code({ key_id: "key_1" }),
  ];
  assert.equal(new Set([first, ...others]).size, 4);
  clock.advance(MINUTE);
  assert.notEqual(code(), first);

  const seen = await findRefusal(
    app,
    owner,
    ` ${first.slice(0, 4).toLowerCase()}-${first.slice(4)} `,
  );
  assert.equal(seen?.origin, "https://a.example");
  assert.equal(seen?.twin.id, owner.twin_id);
  assert.equal(Date.parse(seen?.time ?? ""), clock.now() - MINUTE);
});

Deno.test("RefusalCodes: made-up origins and twins cannot fill the table", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const codes = Array.from(
    { length: 5_000 },
    (_, i) =>
      app.refusal_codes.codeOf({
        ...REFUSED,
        twin_id,
        origin: `https://${i}.example`,
      }),
  );
  // Beyond forty they are one refusal, without an origin.
  assert.equal(new Set(codes).size, 41);
  const rest = await findRefusal(app, owner, codes.at(-1) ?? "");
  assert.equal(rest?.origin, null);
  for (let i = 0; i < 5_000; i++) {
    app.refusal_codes.codeOf({ ...REFUSED, twin_id: `twn_${i}` });
  }
  await app.refusal_codes.flush();
  assert.equal(await countEntries(kv, keys.refusals(owner.tenant_id)), 41);
  assert.equal(await countEntries(kv, ["refusals"]), 41);
});

Deno.test("RefusalCodes: made-up twins displace no real one, known or new", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const [first, second] = [await found(domain), await found(domain)];
  const codeFor = (twin_id: string, status = 403) =>
    app.refusal_codes.codeOf({ ...REFUSED, twin_id, status });
  const flood = () => {
    for (let i = 0; i < 3_000; i++) codeFor(`twn_${i}`);
  };
  const seen = async (owner: typeof first, code: string) =>
    (await findRefusal(app, owner, code))?.twin.id;
  codeFor(first.twin_id);
  await app.refusal_codes.flush();
  flood();
  // Before anyone has looked up the made-up ones.
  const known = codeFor(first.twin_id, 429);
  assert.equal(await seen(first, known), first.twin_id);
  await app.refusal_codes.flush();
  const other = codeFor(second.twin_id);
  assert.equal(await seen(second, other), second.twin_id);
});

Deno.test("findRefusal: for the twin's own team only, and for 7 days", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  const stranger = await found(domain);
  const { twin_id } = owner;
  const code = app.refusal_codes.codeOf({ ...REFUSED, twin_id });
  assert.ok(await findRefusal(app, owner, code));
  assert.equal(await findRefusal(app, stranger, code), null);
  for (const text of ["", "00000000", code + code, "../x"]) {
    assert.equal(await findRefusal(app, owner, text), null);
  }
  clock.advance(7 * DAY + 2 * HOUR);
  await sweep(app);
  assert.equal(await findRefusal(app, owner, code), null);
  assert.equal(await countEntries(kv, ["refusals"]), 0);
});

Deno.test("RefusalCodes: an issued code is found even if the store rejected it at first", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  const errors = [new StoreFailure("Away"), new StoreFailure("Still away")];
  const away = failing(kv, errors);
  const cache = new RecordCache(away, new GatheredReads(away));
  const codes = new RefusalCodes(cache, clock);
  const give = (status: number) =>
    codes.codeOf({ ...REFUSED, status, twin_id: owner.twin_id });
  const given = Array.from({ length: 150 }, (_, i) => give(i));
  await assert.rejects(codes.flush());
  given.push(give(200));
  await assert.rejects(codes.flush());
  await codes.flush();
  assert.equal(await countEntries(kv, keys.refusals(owner.tenant_id)), 151);
  for (const code of [given[0], given[149], given[150]]) {
    assert.ok(await findRefusal(app, owner, code));
  }
  await codes.close();
});
