import { delay } from "../../lib/store/commit.ts";
import { PASSWORD } from "../stores.ts";
import {
  anyOf,
  anyTwin,
  asOwner,
  call,
  type SoakedTwin,
  type World,
} from "./world.ts";

/** A new user with a shared twin that has content and two keys; null if a restart intervened. */
export async function makeCreator(
  world: World,
  email: string,
): Promise<SoakedTwin | null> {
  const response = await call(world, "sign up", "/signup", {
    method: "POST",
    body: new URLSearchParams({
      ...{ name: "Ada", email, password: PASSWORD, twin_name: "Ada" },
    }),
  });
  await response?.body?.cancel();
  const cookie = response?.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) return null;
  const me = await asOwner(world, { cookie }, "me", ["GET", "/me"]);
  return me && await fillTwin(world, cookie, me.twins[0].id);
}

/** Gives a twin content, its link and its keys. */
async function fillTwin(
  world: World,
  cookie: string,
  id: string,
): Promise<SoakedTwin | null> {
  const twin: SoakedTwin = { cookie, id, share_token: "", keys: [], items: [] };
  for (const visibility of ["public", "public", "private"]) {
    await addItem(world, twin, visibility);
  }
  const shared = await asOwner(world, twin, "share", [
    ...["PATCH", `/twins/${id}/sharing`] as const,
    { is_public: true },
  ]);
  twin.share_token = shared?.share_token ?? "";
  await addKey(world, twin, "publishable");
  await addKey(world, twin, "secret");
  return twin.keys.length === 2 && twin.share_token ? twin : null;
}

let items = 0;

async function addItem(
  world: World,
  twin: SoakedTwin,
  visibility = anyOf(["public", "private"]),
): Promise<void> {
  const n = items++;
  // Some are larger than one commit of the store.
  const more = n % 25 === 0
    ? "\n\nThe kiln number 7 is red.".repeat(15_000)
    : "";
  const item = await asOwner(world, twin, "add item", [
    ...["POST", `/twins/${twin.id}/content`] as const,
    {
      title: `Note ${n % 9}`,
      body: `I drink tea at seven. This is note ${n}.${more}`,
      visibility,
    },
  ]);
  if (item) twin.items.push(item.id);
}

async function addKey(
  world: World,
  twin: SoakedTwin,
  type: "publishable" | "secret",
): Promise<void> {
  const made = await asOwner(world, twin, "add key", ["POST", "/api-keys", {
    ...{ twin_id: twin.id, name: type, type, rate_limit_per_minute: 100_000 },
    ...type === "publishable" ? { allowed_domains: ["clay.example"] } : {},
  }]);
  if (!made) return;
  const is_secret = type === "secret";
  twin.keys.push({ id: made.id, text: made.key, is_secret });
}

/** Adds, changes, imports, drafts, deletes and restores content until the end. */
export async function write(world: World): Promise<void> {
  while (!world.has_ended) {
    const twin = await anyTwin(world);
    const path = `/twins/${twin.id}/content`;
    const id = anyOf(twin.items);
    const change = (what: string, method: string, end = "", body?: unknown) =>
      asOwner(world, twin, what, [method, `${path}/${id}${end}`, body]);
    const body = `I drink tea at nine. ${Math.random()}`;
    await anyOf([
      () => addItem(world, twin),
      () => importFiles(world, twin),
      () => change("change item", "PATCH", "", { body }),
      () => change("draft", "PATCH", "?draft=true", { body }),
      () => change("publish", "POST", "/publish"),
      () =>
        change("open or close item", "PATCH", "", {
          visibility: anyOf(["public", "private"]),
        }),
      () =>
        change("limit item", "PATCH", "", {
          ...{ visibility: "public", channels: ["link"] },
        }),
      async () => {
        await change("delete item", "DELETE");
        if (Math.random() < 0.5) {
          await change("restore item", "POST", "/restore");
        }
      },
    ])();
    // A stale item id is refused, and that is fine.
    if (twin.items.length > 200) twin.items.splice(0, 100);
    await delay(80);
  }
}

async function importFiles(world: World, { cookie, id }: SoakedTwin) {
  const body = new FormData();
  const n = Math.random();
  body.append("files", new File([`# Tea\n\nImported ${n}.`], "tea.md"));
  body.append("files", new File([`Kiln, number\nred,${n}\n`], "kilns.csv"));
  body.append("visibility", "public");
  const response = await call(world, "import", `/twins/${id}/content/import`, {
    ...{ method: "POST", headers: { cookie }, body },
  });
  await response?.body?.cancel();
}

/** Revokes and renews keys and links until the end: visitors' copies stop working at once. */
export async function revoke(world: World): Promise<void> {
  while (!world.has_ended) {
    const twin = await anyTwin(world);
    const { id } = twin;
    if (twin.keys.length < 2) await addKey(world, twin, "publishable");
    await anyOf([
      async () => {
        const link = await asOwner(world, twin, "new link", [
          ...["POST", `/twins/${id}/share-link`] as const,
        ]);
        if (link) twin.share_token = link.share_token;
      },
      async () => {
        const key = twin.keys.shift();
        if (!key) return;
        await asOwner(world, twin, "revoke", ["DELETE", `/api-keys/${key.id}`]);
        await addKey(world, twin, key.is_secret ? "secret" : "publishable");
      },
      async () => {
        const key = twin.keys[0];
        if (!key) return;
        const next = await asOwner(world, twin, "rotate", [
          ...["POST", `/api-keys/${key.id}/rotate`] as const,
          { overlap_seconds: anyOf([0, 60]) },
        ]);
        if (!next) return;
        twin.keys.push({ ...key, id: next.id, text: next.key });
        twin.keys.shift();
      },
    ])();
    await delay(400);
  }
}

/** Reads conversations, answers, blocks and erases visitors until the end. */
export async function look(world: World): Promise<void> {
  while (!world.has_ended) {
    const twin = await anyTwin(world);
    const get = (what: string) =>
      asOwner(world, twin, what, ["GET", `/twins/${twin.id}/${what}?limit=20`]);
    const talks = await get("conversations");
    const talk = talks?.items.length > 0
      ? anyOf(talks.items) as { id: string }
      : null;
    if (talk && Math.random() < 0.1) {
      await asOwner(world, twin, "erase visitor", ["POST", "/visitors/erase", {
        conversation_id: talk.id,
      }]);
    }
    const open = await get("unanswered");
    const row = open?.items[0];
    if (row && Math.random() < 0.3) {
      await asOwner(world, twin, "answer", [
        ...["POST", `/twins/${twin.id}/answers`] as const,
        { question: row.question, answer: "Ask me.", message_id: row.id },
      ]);
    } else if (row) {
      await asOwner(world, twin, "dismiss", [
        ...["DELETE", `/twins/${twin.id}/unanswered/${row.id}`] as const,
      ]);
    }
    await delay(300);
  }
}

let people = 0;

/** Creates, questions and deletes twins and whole accounts until the end. */
export async function churnAccounts(world: World): Promise<void> {
  while (!world.has_ended) {
    const one = await makeCreator(world, `guest${people++}@example.com`);
    if (one) {
      world.twins.push(one);
      await delay(2_000);
      world.twins.splice(world.twins.indexOf(one), 1);
      const gone: [string, string, unknown?] = people % 2 === 0
        ? ["DELETE", `/twins/${one.id}`]
        : ["DELETE", "/me", { current_password: PASSWORD }];
      await asOwner(world, one, "go away", gone);
    }
    await delay(1_000);
  }
}
