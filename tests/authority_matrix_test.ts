// Every operation and form that changes something, begun by somebody with the right to it, which is taken away before
// it is finished: between the halves of its body, and between its reads and its commit.
import assert from "node:assert/strict";
import {
  createPasswordResetByEmail,
  resetPassword,
} from "../lib/accounts/password_resets.ts";
import { endSession, getActor } from "../lib/accounts/sessions.ts";
import { type Actor, type Owner, requireOwner } from "../lib/actor.ts";
import { isMembers, type Operation } from "../lib/http/contract/operation.ts";
import type { Role } from "../lib/schemas/common.ts";
import { acceptAsNewUser } from "../lib/team/accept_invitation.ts";
import { inviteUser } from "../lib/team/invitations.ts";
import { changeRole, removeMember } from "../lib/team/user_management.ts";
import {
  beforeTheirCommit,
  type Member,
  PASSWORD,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";
import { type Branch, branchesOf } from "./branches.ts";
import { FORM_PAGES, formFor, formsOf } from "./forms.ts";
import { holdCall } from "./held_call.ts";
import { localSite } from "./local_site.ts";
import { CALLER } from "./stores.ts";
import {
  answerAsSite,
  documented,
  fill,
  makeWorld,
  prepare,
  type World,
} from "./world.ts";

type Mate = Actor & { cookie: string };

/** A new member of the team, signed in. */
async function hire(
  { app }: Server,
  owner: Owner,
  role: Role,
): Promise<Mate> {
  const email = `mate-${crypto.randomUUID()}@example.com`;
  const { invite_url } = await inviteUser(app, owner, { email, role });
  const { session_token } = await acceptAsNewUser(
    app,
    invite_url.split("/").at(-1) ?? "",
    { name: "Mate", password: PASSWORD },
    CALLER,
  );
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  return { ...actor, cookie: `twincast_session=${session_token}` };
}

/** The ways to lose a right. */
const TAKEN: Record<
  string,
  (server: Server, owner: Owner, mate: Mate) => Promise<unknown>
> = {
  removed: ({ app }, owner, { user_id }) => removeMember(app, owner, user_id),
  "made an editor": ({ app }, owner, { user_id }) =>
    changeRole(app, owner, user_id, "editor"),
  "made a viewer": ({ app }, owner, { user_id }) =>
    changeRole(app, owner, user_id, "viewer"),
  "signed out": ({ app }, _, { session_hash }) => endSession(app, session_hash),
  "given another password": async ({ app }, _, { email }) => {
    const { reset_url } = await createPasswordResetByEmail(app, email);
    const token = reset_url.split("/").at(-1) ?? "";
    await resetPassword(app, token, "another password of theirs");
  },
};

type Opened = AsyncDisposable & {
  server: Server;
  owner: Member;
  actor: Owner;
};

async function open(): Promise<Opened> {
  const site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const server = await startServer({ env });
  // Only the requests change the store.
  await server.app.jobs.close();
  const owner = await signUp(server);
  const actor = await getActor(server.app, owner.cookie.split("=")[1]);
  assert.ok(actor);
  return {
    server,
    owner,
    actor: requireOwner(actor),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** Who may call an operation, and what takes that right away. */
function waysOf({ access }: { access: string }): string[] {
  const harmless = {
    viewer: [...DEMOTED],
    editor: ["made an editor"],
  }[access] ?? [];
  return Object.keys(TAKEN).filter((way) => !harmless.includes(way));
}

function eachOf<A, B>(some: A[], others: B[]): [A, B][] {
  return some.flatMap((one) => others.map((other): [A, B] => [one, other]));
}

const DEMOTED = new Set(["made an editor", "made a viewer"]);

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

/** When this is answered, any look-up of the caller before reading the body is done. */
async function asMember(server: Server, { cookie }: Mate): Promise<void> {
  const response = await server.fetch("/me", { headers: { cookie } });
  await response.body?.cancel();
  assert.equal(response.status, 200);
}

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
  await using opened = await open();
  const { server, owner, actor } = opened;
  const shared = await makeWorld(server, owner);
  let own = await makeWorld(server, owner);
  for (const page of FORM_PAGES) {
    for (const action of formsOf(page)) {
      await t.step(`${page.file}: ${action}`, async () => {
        const world = shared;
        world.params.user_id = (await hire(server, actor, "viewer")).user_id;
        const access = page.for;
        for (const way of waysOf({ access })) {
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
});

/** Actions that remove or change something of the world. */
const ENDS =
  /delete|remove|revoke|rotate|erase|withdraw|cancel|discard|save$|read$|^off$|dismiss|unshare|regenerate|all_|change|import/;
