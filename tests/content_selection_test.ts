// Several items of the content list at once, with the list's own form.
import assert from "node:assert/strict";
import { type Member, type Server, signUp, startServer } from "./harness.ts";

async function open() {
  const server = await startServer();
  const owner = await signUp(server);
  const { twin_id } = owner;
  const add = async (title: string, visibility = "private") => {
    const body = `All about ${title}.`;
    const input = { title, body, visibility };
    const path = `/twins/${twin_id}/content`;
    return String((await owner.json("POST", path, input, 201)).id);
  };
  const send = (action: string, ids: string[], by: Member = owner) =>
    server.fetch(`/dashboard/content?twin=${twin_id}`, {
      method: "POST",
      headers: { cookie: by.cookie },
      body: new URLSearchParams([
        ["action", action],
        ...ids.map((id) => ["content_id_list", id]),
      ]),
    });
  const list = async () => {
    const { items } = await owner.json("GET", `/twins/${twin_id}/content`);
    return Object.fromEntries(
      items.map((
        { title, visibility }: Record<string, string>,
      ) => [title, visibility]),
    );
  };
  return {
    server,
    owner,
    add,
    send,
    list,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** The text of the toast after a form, and the fields of its undo. */
async function toastAfter(
  { server, owner }: { server: Server; owner: Member },
  response: Response,
) {
  assert.equal(response.status, 303);
  const done = response.headers.getSetCookie()
    .find((cookie) => cookie.startsWith("twincast_flash="))?.split(";")[0];
  const page = await server.fetch(response.headers.get("location") ?? "", {
    headers: { cookie: `${owner.cookie}; ${done}` },
  });
  const html = await page.text();
  const toast = html.slice(html.indexOf("data-toast"));
  const field = (name: string) =>
    toast.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? null;
  return {
    text: toast.match(/data-said[^>]*>([^<]*)</)?.[1] ?? "",
    action: field("action"),
    ids: field("content_id_list")?.split(" ") ?? [],
  };
}

Deno.test("selection: made public together; undo affects only what was changed", async () => {
  await using world = await open();
  const [a, b, c] = [
    await world.add("a"),
    await world.add("b", "public"),
    await world.add("c"),
  ];
  const toast = await toastAfter(world, await world.send("all_public", [a, b]));
  assert.match(toast.text, /^1 item is public\./);
  assert.deepEqual(await world.list(), {
    a: "public",
    b: "public",
    c: "private",
  });
  assert.deepEqual([toast.action, toast.ids], ["all_private", [a]]);
  // Undo sends its ids as one field.
  const undone = await world.send(toast.action ?? "", [toast.ids.join(" "), c]);
  await undone.body?.cancel();
  assert.deepEqual(await world.list(), {
    a: "private",
    b: "public",
    c: "private",
  });
});

Deno.test("selection: deleted together and restored together", async () => {
  await using world = await open();
  const ids = [];
  for (let n = 0; n < 50; n++) ids.push(await world.add(`item ${n}`, "public"));
  const toast = await toastAfter(world, await world.send("delete_all", ids));
  assert.equal(toast.text, "50 items are deleted. They are kept for 7 days.");
  assert.deepEqual(await world.list(), {});
  assert.deepEqual(toast.ids, ids);
  await toastAfter(world, await world.send("restore_all", toast.ids));
  assert.equal(Object.keys(await world.list()).length, 50);
});

Deno.test("selection: exported alone, as a file that can be imported", async () => {
  await using world = await open();
  const a = await world.add("a");
  await world.add("b");
  const response = await world.send("export", [a]);
  assert.match(
    response.headers.get("content-disposition") ?? "",
    /^attachment; filename="content\.json"/,
  );
  const { format, items } = await response.json();
  assert.equal(format, "twincast-content-1");
  assert.deepEqual(items.map(({ title }: { title: string }) => title), ["a"]);
});

Deno.test("selection: empty, too large, deleted and another team's items", async () => {
  await using world = await open();
  const a = await world.add("a");
  const none = await world.send("delete_all", []);
  assert.equal(none.status, 422);
  assert.match(await none.text(), /Tick at least one item first/);
  const many = await world.send("delete_all", Array(51).fill(a));
  assert.equal(many.status, 422);
  assert.match(await many.text(), /at most 50 items/);
  const stranger = await signUp(world.server);
  const theirs = await world.send("delete_all", [a], stranger);
  await theirs.body?.cancel();
  assert.equal(theirs.status, 404);
  assert.deepEqual(await world.list(), { a: "private" });
  const gone = [a, "cnt_00000000000000000000000000"];
  const toast = await toastAfter(world, await world.send("delete_all", gone));
  assert.match(toast.text, /^1 item is deleted/);
});

Deno.test("selection: by the API, which returns what was changed", async () => {
  await using world = await open();
  const { owner } = world;
  const [a, b] = [await world.add("a"), await world.add("b", "public")];
  const path = `/twins/${owner.twin_id}/content/bulk`;
  const act = (action: string, ids = [a, b]) =>
    owner.json("POST", path, { ids, action });
  assert.deepEqual(await act("public"), { changed: [a] });
  assert.deepEqual(await act("delete"), { changed: [a, b] });
  assert.deepEqual(await act("delete"), { changed: [] });
  assert.deepEqual(await act("restore"), { changed: [a, b] });
  assert.deepEqual(await world.list(), { a: "public", b: "public" });
  await owner.json("POST", path, { ids: [], action: "delete" }, 422);
  await owner.json("POST", path, { ids: [a], action: "burn" }, 422);
});

Deno.test("the content page follows its address, including waiting drafts", async () => {
  await using world = await open();
  const { server, owner, add } = world;
  await add("Tea");
  const id = await add("Half a thought");
  await owner.json(
    "PATCH",
    `/twins/${owner.twin_id}/content/${id}?draft=true`,
    { body: "Not yet." },
  );
  const page = async (query: string) => {
    const path = `/dashboard/content?twin=${owner.twin_id}${query}`;
    const headers = { cookie: owner.cookie };
    return await (await server.fetch(path, { headers })).text();
  };
  assert.match(await page(""), /Select Tea/);
  const waiting = await page("&status=changed");
  assert.match(waiting, /Select Half a thought/);
  assert.doesNotMatch(waiting, /Select Tea/);
  // Every filter of the list is offered by its page.
  assert.doesNotMatch(await page("&only=stale"), /Select Tea/);
});
