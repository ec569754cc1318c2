// Every form of the dashboard, begun by somebody with the right to it, which is taken away before its body has arrived.
import assert from "node:assert/strict";
import { FORM_PAGES, formFor, formsOf } from "./forms.ts";
import { holdCall } from "./held_call.ts";
import {
  asMember,
  DEMOTED,
  hire,
  open,
  TAKEN,
  waysOf,
} from "./losing_rights.ts";
import { makeWorld } from "./world.ts";

/** Each form is refused in the ways to lose its right: every `nth` of them, so that two neighbouring forms have all. */
export async function tryForms(
  t: Deno.TestContext,
  { nth }: { nth: number },
): Promise<void> {
  await using opened = await open();
  const { server, owner, actor } = opened;
  const shared = await makeWorld(server, owner);
  let own = await makeWorld(server, owner);
  let tried = 0;
  for (const page of FORM_PAGES) {
    for (const action of formsOf(page)) {
      await t.step(`${page.file}: ${action}`, async () => {
        const world = shared;
        world.params.user_id = (await hire(server, actor, "viewer")).user_id;
        const access = page.for;
        const first = tried++;
        const ways = waysOf({ access })
          .filter((_, i) => (first + i) % nth === 0);
        for (const way of ways) {
          const mate = await hire(server, actor, access);
          const form = await formFor(page, action, { world, owner, mate });
          const held = await holdCall(server, form.path, {
            method: "POST",
            headers: { cookie: mate.cookie },
            body: form.body,
          });
          await asMember(server, mate);
          await TAKEN[way](server, actor, mate);
          const before = server.written.length;
          const response = await held.finish();
          if (DEMOTED.has(way)) assert.equal(response.status, 403);
          else {
            assert.equal(response.status, 303, way);
            assert.match(response.headers.get("location") ?? "", /^\/login\?/);
          }
          assert.deepEqual(server.written.slice(before), [], way);
        }
        // The same form of somebody who still has the right succeeds.
        own.params.user_id = world.params.user_id;
        const mate = await hire(server, actor, access);
        const scene = { world: own, owner, mate };
        const form = await formFor(page, action, scene);
        const held = await holdCall(server, form.path, {
          method: "POST",
          headers: { cookie: mate.cookie },
          body: form.body,
        });
        const response = await held.finish();
        const text = await response.text();
        assert.ok([200, 303].includes(response.status), text.slice(0, 3_000));
        assert.doesNotMatch(
          response.headers.get("location") ?? "",
          /^\/login\?/,
        );
        if (ENDS.test(action)) own = await makeWorld(server, owner);
      });
    }
  }
}

/** Actions that remove or change something of the world. */
const ENDS =
  /delete|remove|revoke|rotate|erase|withdraw|cancel|discard|save$|read$|^off$|dismiss|unshare|regenerate|all_|change|import/;
