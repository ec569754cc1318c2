// What each channel may use: the share link, every key, the signed-in preview.
import assert from "node:assert/strict";
import {
  ask,
  makeKey,
  type Member,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

const QUESTION = { message: "What is the code word for the gate?" };

async function openWorld() {
  const server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const shop = await makeKey(owner, { name: "Shop" });
  const blog = await makeKey(owner, { name: "Blog" });
  const path = `/twins/${owner.twin_id}/content`;
  const add = (word: string, channels: string[] | null, status = 201) =>
    owner.json("POST", path, {
      title: `Gate ${word}`,
      body: `The code word for the gate is ${word}.`,
      visibility: "public",
      channels,
    }, status);
  return {
    ...{ server, owner, chat, shop, blog, path, add },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function byKey(server: Server, { twin_id }: Member, key: string) {
  const { body } = await ask(server, `/chat-widget/${twin_id}`, QUESTION, {
    authorization: `Bearer ${key}`,
    accept: "application/json",
  });
  return JSON.stringify(body);
}

async function byLink(server: Server, chat: string) {
  return JSON.stringify((await ask(server, chat, QUESTION)).body);
}

async function byPreview(owner: Member, eyes: object, question = QUESTION) {
  const path = `/twins/${owner.twin_id}/preview`;
  return JSON.stringify(
    await owner.json("POST", path, { ...question, ...eyes }),
  );
}

Deno.test("channels: an item answers on its own channels only", async () => {
  await using world = await openWorld();
  const { server, owner, chat, shop, blog, add } = world;
  await add("ALMOND", ["link"]);
  await add("BASIL", [shop.id]);
  await add("CUMIN", ["preview"]);
  const seen = {
    link: await byLink(server, chat),
    shop: await byKey(server, owner, shop.key),
    blog: await byKey(server, owner, blog.key),
    preview: await byPreview(owner, { as: "public" }),
    as_link: await byPreview(owner, { as: "public", channel: "link" }),
    as_shop: await byPreview(owner, { as: "public", channel: shop.id }),
    // An answer shows at most three sources: each is asked for by name.
    owner: (await Promise.all(
      ["ALMOND", "BASIL", "CUMIN"].map((word) =>
        byPreview(owner, { as: "owner" }, { message: `What is Gate ${word}?` })
      ),
    )).join(),
  };
  const words = (text: string) => text.match(/ALMOND|BASIL|CUMIN/g) ?? [];
  const sees = Object.fromEntries(
    Object.entries(seen).map(([who, text]) => [
      who,
      [...new Set(words(text))].sort(),
    ]),
  );
  assert.deepEqual(sees, {
    link: ["ALMOND"],
    shop: ["BASIL"],
    blog: [],
    preview: ["CUMIN"],
    as_link: ["ALMOND"],
    as_shop: ["BASIL"],
    owner: ["ALMOND", "BASIL", "CUMIN"],
  });
});

Deno.test("channels: a change takes effect with the next message, in every direction", async () => {
  await using world = await openWorld();
  const { server, owner, chat, shop, path, add } = world;
  const { id } = await add("ALMOND", null);
  const change = (fields: object) =>
    owner.json("PATCH", `${path}/${id}`, fields);
  const sees = async () => [
    (await byLink(server, chat)).includes("ALMOND"),
    (await byKey(server, owner, shop.key)).includes("ALMOND"),
  ];
  assert.deepEqual(await sees(), [true, true]);
  await change({ channels: [shop.id] });
  assert.deepEqual(await sees(), [false, true]);
  await change({ title: "Gate" });
  assert.deepEqual(
    await sees(),
    [false, true],
    "changing another field keeps them",
  );
  await change({ channels: ["link"] });
  assert.deepEqual(await sees(), [true, false]);
  await change({ visibility: "private" });
  assert.deepEqual(await sees(), [false, false]);
  await change({ visibility: "public", channels: null });
  assert.deepEqual(await sees(), [true, true]);
  await change({ channels: [shop.id, "link"] });
  await owner.json("DELETE", `${path}/${id}`, undefined, 204);
  assert.deepEqual(await sees(), [false, false]);
  await owner.json("POST", `${path}/${id}/restore`);
  assert.deepEqual(await sees(), [true, true]);
});

Deno.test("channels: a rotated key's successor sees what the key saw", async () => {
  await using world = await openWorld();
  const { server, owner, shop, add, path } = world;
  const { id } = await add("ALMOND", [shop.id]);
  const next = await owner.json("POST", `/api-keys/${shop.id}/rotate`, {}, 201);
  assert.match(await byKey(server, owner, next.key), /ALMOND/);
  const last = await owner.json("POST", `/api-keys/${next.id}/rotate`, {}, 201);
  assert.match(await byKey(server, owner, last.key), /ALMOND/);
  // Its successor's id means the same channel.
  const { channels } = await owner.json("PATCH", `${path}/${id}`, {
    channels: [last.id],
  });
  assert.deepEqual(channels, [shop.id]);
});

Deno.test("channels: channels the twin does not have are refused, and nothing changes", async () => {
  await using world = await openWorld();
  const { server, owner, add, path } = world;
  const other = await signUp(server);
  const foreign = await makeKey(other, { name: "Foreign" });
  for (const channel of [foreign.id, "key_nothing", "web", "owner"]) {
    const { issues } = await add("ALMOND", [channel], 422);
    assert.equal(issues[0].path, "channels");
  }
  await add("ALMOND", [], 422);
  assert.ok(!JSON.stringify(await owner.json("GET", path)).includes("ALMOND"));
  await owner.json("POST", `/twins/${owner.twin_id}/preview`, {
    ...QUESTION,
    as: "public",
    channel: foreign.id,
  }, 422);
});
