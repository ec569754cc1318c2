// Every operation and form that changes something, begun by somebody with the right to it, which is taken away before
// it is finished: between the halves of its body, and between its reads and its commit.
import assert from "node:assert/strict";
import { isMembers, type Operation } from "../lib/http/contract/operation.ts";
import { beforeTheirCommit } from "./harness.ts";
import { tryForms } from "./authority_forms.ts";
import { type Branch, branchesOf } from "./branches.ts";
import { FORM_PAGES } from "./forms.ts";
import { holdCall } from "./held_call.ts";
import {
  asMember,
  DEMOTED,
  hire,
  open,
  type Opened,
  TAKEN,
  waysOf,
} from "./losing_rights.ts";
import { documented, fill, makeWorld, prepare, type World } from "./world.ts";

function eachOf<A, B>(some: A[], others: B[]): [A, B][] {
  return some.flatMap((one) => others.map((other): [A, B] => [one, other]));
}

/**
 * A world for the operation. A refused operation changes nothing, so all share one, except those that need something
 * deleted first.
 */
async function worldFor(
  { server, owner, actor }: Opened,
  operation: Operation,
  shared: World,
): Promise<World> {
  const world = NEEDS_ITS_OWN.has(operation.id)
    ? await makeWorld(server, owner)
    : shared;
  if (operation.path.includes("{user_id}")) {
    world.params.user_id = (await hire(server, actor, "viewer")).user_id;
  }
  await prepare(operation, world, owner);
  return world;
}

const NEEDS_ITS_OWN = new Set(["restoreContent", "restoreTwin"]);

function requestOf(
  operation: Operation,
  world: World,
  cookie: string,
  { query, init: { headers, ...init } }: Pick<Branch, "query" | "init">,
) {
  return {
    path: fill(operation.path, world.params) + query,
    init: {
      method: operation.method,
      ...init,
      headers: { ...headers as Record<string, string>, cookie },
    },
  };
}

Deno.test("authority: access lost while the body arrives is gone, for every operation", async (t) => {
  await using opened = await open();
  const { server, actor, owner } = opened;
  const shared = await makeWorld(server, owner);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (!isMembers(access)) continue;
    if (!operation.body && !operation.body_type) continue;
    await t.step(`${method} ${path}`, async () => {
      const world = await worldFor(opened, operation, shared);
      const branches = branchesOf(operation, world);
      for (const [branch, way] of eachOf(branches, waysOf(operation))) {
        const said = `${branch.name} ${way}`;
        const mate = await hire(server, actor, access);
        const { path, init } = requestOf(
          ...[operation, world, mate.cookie, branch] as const,
        );
        const held = await holdCall(server, path, init);
        await asMember(server, mate);
        await TAKEN[way](server, actor, mate);
        const before = server.written.length;
        const { status, body } = await held.finish();
        await body?.cancel();
        assert.equal(status, DEMOTED.has(way) ? 403 : 401, said);
        assert.deepEqual(server.written.slice(before), [], said);
      }
    });
  }
});

/** They change nothing of the team: a look at content or visitors' data, a question to the model, one's own chat. */
const WITHOUT_COMMIT = new Set([
  "checkForLeaks",
  "checkModel",
  "exportVisitor",
  "previewChat",
]);

/** The item's state already. */
const DOES_NOTHING = new Set(["private", "restore"]);

Deno.test("authority: access lost before the commit is gone, for every operation", async (t) => {
  await using opened = await open();
  const { server, actor, owner } = opened;
  const shared = await makeWorld(server, owner);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (!isMembers(access)) continue;
    if (method === "GET" || WITHOUT_COMMIT.has(operation.id)) continue;
    await t.step(`${method} ${path}`, async () => {
      const world = await worldFor(opened, operation, shared);
      const branches = branchesOf(operation, world)
        .filter(({ is_dry, name }) => !is_dry && !DOES_NOTHING.has(name));
      for (const [branch, way] of eachOf(branches, waysOf(operation))) {
        const said = `${branch.name} ${way}`;
        const mate = await hire(server, actor, access);
        let before = 0;
        beforeTheirCommit(server, async () => {
          await TAKEN[way](server, actor, mate);
          before = server.written.length;
        });
        const { path, init } = requestOf(
          ...[operation, world, mate.cookie, branch] as const,
        );
        const { status, body } = await server.fetch(path, init);
        await body?.cancel();
        assert.equal(server.before_commit, null, "something was committed");
        assert.ok([401, 403, 422].includes(status), `${said}: ${status}`);
        assert.deepEqual(server.written.slice(before), [], said);
      }
    });
  }
});

Deno.test("authority: covers every dashboard page with a form", async () => {
  const folder = new URL("../routes/dashboard/", import.meta.url);
  const taking: string[] = [];
  const walk = async (path: string) => {
    for await (
      const { name, isDirectory } of Deno.readDir(new URL(path, folder))
    ) {
      if (isDirectory) await walk(`${path}${name}/`);
      else if (name.match(/\.tsx?$/)) {
        const text = await Deno.readTextFile(new URL(path + name, folder));
        if (/\bPOST: |\b(?:member_|editor_)?actions[:,]/.test(text)) {
          taking.push(path + name);
        }
      }
    }
  };
  await walk("./");
  // Its state is in the browser only.
  const walked = ["theme.ts", ...FORM_PAGES.map(({ file }) => file)];
  assert.deepEqual(
    taking.map((path) => path.slice(2)).sort(),
    walked.sort(),
  );
});

Deno.test("authority: access lost while the body arrives is gone, for every form", async (t) => {
  await tryForms(t, { nth: 2 });
});
