// All content as one file, and back.
import assert from "node:assert/strict";
import {
  type Json,
  makeKey,
  type Member,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";

async function upload(
  server: Server,
  { twin_id, cookie }: Member,
  text: string,
) {
  const form = new FormData();
  form.append("files", new File([text], "content.json"));
  const response = await server.fetch(`/twins/${twin_id}/content/import`, {
    method: "POST",
    body: form,
    headers: { cookie },
  });
  assert.equal(response.status, 201);
  return (await response.json()).files[0];
}

async function exported(owner: Member): Promise<string> {
  const path = `/twins/${owner.twin_id}/content/export`;
  return await (await owner.send("GET", path)).text();
}

Deno.test("content: exporting and importing into another twin keeps everything, in order", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const key = await makeKey(owner);
  const items = [
    {
      title: "Tea",
      body: "Oolong at seven.",
      visibility: "public",
      source_url: "https://tea.example/",
    },
    {
      title: "Safe",
      body: "The code is 4711. " + "Long. ".repeat(30_000),
      visibility: "private",
    },
    {
      title: "What is tea?",
      body: "Leaves.",
      visibility: "public",
      kind: "pair",
    },
    // Another question with the same answer is another pair.
    {
      title: "What is matcha?",
      body: "Leaves.",
      visibility: "public",
      kind: "pair",
    },
    {
      title: "שלום",
      body: 'خط\u2028 "quoted" \\ </script>',
      visibility: "public",
      channels: ["link"],
    },
    {
      title: "Shop",
      body: "For the shop only.",
      visibility: "public",
      channels: [key.id],
    },
  ];
  for (const item of items) await owner.json("POST", path, item, 201);
  const file = await exported(owner);
  assert.equal(JSON.parse(file).items.length, items.length);
  const other = await signUp(server);
  const { restored } = await upload(server, other, file);
  assert.deepEqual(restored, { items: items.length, duplicates: 0 });
  const again = JSON.parse(await exported(other)).items;
  const expected = JSON.parse(file).items.map((item: Json) =>
    item.title === "Shop"
      // The key belongs to another twin: the item answers nobody until its owner chooses channels.
      ? { ...item, visibility: "private", channels: null }
      : item
  );
  assert.deepEqual(again, expected);
  // A second import adds nothing.
  assert.deepEqual((await upload(server, other, file)).restored, {
    items: 0,
    duplicates: items.length,
  });
});

Deno.test("content: another JSON file is refused, and nothing is added", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  for (
    const text of [
      "",
      "{}",
      "[1]",
      '{"format":"twincast-content-1","items":[{"title":""}]}',
      "{",
    ]
  ) {
    const { problem } = await upload(server, owner, text);
    const code = text === "" ? "invalid_input" : "unsupported_media_type";
    assert.equal(problem.code, code);
  }
  assert.deepEqual(JSON.parse(await exported(owner)).items, []);
});
