import assert from "node:assert/strict";
import { readMultipart } from "./multipart.ts";

const LONG = "ü\r\n-- \r\n--\n".repeat(20_000);

async function sent(form: FormData) {
  const request = new Response(form);
  const type = request.headers.get("content-type") ?? "";
  return { type, bytes: await request.bytes() };
}

/** A form's entries in a comparable form. */
async function entries(form: FormData) {
  const read = Array.from(
    form,
    async ([name, value]) =>
      typeof value === "string"
        ? [name, value]
        : [name, value.name, value.type, value.size, await value.text()],
  );
  return await Promise.all(read);
}

Deno.test("readMultipart: reads long and short fields and files as the platform does", async () => {
  const form = new FormData();
  form.append("visibility", "public");
  form.append("files", new File([LONG], 'a "1".md', { type: "text/markdown" }));
  form.append("text", `a${LONG}`);
  form.append("files", new File([], "empty.md"));
  form.append("files", new File(["short"], "ß.txt", { type: "text/plain" }));
  form.append("files", new File([LONG, LONG], "last.md"));
  form.append("text", "");
  const { type, bytes } = await sent(form);
  const headers = { "content-type": type };
  const expected = await new Response(bytes, { headers }).formData();
  const read = await readMultipart(bytes, type);
  assert.deepEqual(await entries(read), await entries(expected));
});

Deno.test("readMultipart: a long file's bytes, however they are requested", async () => {
  const form = new FormData();
  form.append("file", new File([LONG], "a.md"));
  const { type, bytes } = await sent(form);
  const file = (await readMultipart(bytes, type)).get("file");
  assert.ok(file instanceof File);
  const content = new TextEncoder().encode(LONG);
  assert.deepEqual(await file.bytes(), content);
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), content);
  assert.deepEqual(await new Response(file.stream()).bytes(), content);
  assert.deepEqual(
    await file.slice(5, 2_000).bytes(),
    content.subarray(5, 2_000),
  );
});

Deno.test("readMultipart: malformed bodies and too many parts are refused", async () => {
  const form = new FormData();
  form.append("file", new File([LONG], "a.md"));
  const { type, bytes } = await sent(form);
  const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n';
  const encode = (text: string) => new TextEncoder().encode(text);
  for (
    const [body, content_type] of [
      [bytes.subarray(0, -20), type],
      [bytes.subarray(10), type],
      [bytes, "multipart/form-data; boundary=other"],
      [bytes, "multipart/form-data"],
      [
        encode(`${part.repeat(10_000)}--x--\r\n`),
        "multipart/form-data; boundary=x",
      ],
      [
        encode(`--x\r\n${"a".repeat(20_000)}`),
        "multipart/form-data; boundary=x",
      ],
    ] as const
  ) {
    await assert.rejects(readMultipart(body, content_type), content_type);
  }
});
