import assert from "node:assert/strict";
import { z } from "zod";
import { parse, readBytes, readForm, readJson } from "./body.ts";
import { AppError, isAppError } from "../errors.ts";
import { refused } from "../../tests/stores.ts";

const schema = z.strictObject({ name: z.string(), n: z.number().optional() });

function post(body: BodyInit | null, content_type?: string): Request {
  const headers: Record<string, string> = content_type === undefined
    ? {}
    : { "content-type": content_type };
  return new Request("http://localhost/", { method: "POST", body, headers });
}

/** A body without a stated length that counts what was read of it. */
function endless(chunk_bytes: number) {
  const body = {
    taken: 0,
    cancelled: false,
    stream: new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        body.taken += chunk_bytes;
        controller.enqueue(new Uint8Array(chunk_bytes));
      },
      cancel() {
        body.cancelled = true;
      },
    }, { highWaterMark: 0 }),
  };
  return body;
}

Deno.test("readJson: accepts a body that fits the schema", async () => {
  for (
    const type of [
      "application/json",
      "Application/JSON; charset=utf-8",
      "application/vnd.api+json",
    ]
  ) {
    assert.deepEqual(await readJson(post('{"name":"Ada"}', type), schema), {
      name: "Ada",
    });
  }
});

Deno.test("readJson: another content type is 415, before the body is read", async () => {
  for (
    const type of [
      undefined,
      "text/plain",
      "text/json",
      "application/x-www-form-urlencoded",
      "application/jsonp",
      "multipart/form-data; boundary=application/json",
    ]
  ) {
    await assert.rejects(
      readJson(post("{}", type), schema),
      refused("unsupported_media_type"),
      type,
    );
  }
});

Deno.test("readJson: anything but JSON in UTF-8 is 400", async () => {
  const bodies: (BodyInit | null)[] = [
    null,
    "",
    "{",
    "{'name':'Ada'}",
    "NaN",
    "\ufeff\ufeff{}",
    new Uint8Array([0x22, 0xff, 0x22]),
    new Uint8Array([0xed, 0xa0, 0x80]),
  ];
  for (const body of bodies) {
    await assert.rejects(
      readJson(post(body, "application/json"), schema),
      refused("bad_request"),
    );
  }
});

Deno.test("readJson: JSON of another shape is 422 and names every wrong field", async () => {
  for (const body of ["null", "[]", '""', "1", "{}", '{"name":null}']) {
    await assert.rejects(
      readJson(post(body, "application/json"), schema),
      refused("invalid_input"),
      body,
    );
  }
  const wrong = '{"name":1,"n":"x","role":"owner","__proto__":{"a":1}}';
  const error = await readJson(post(wrong, "application/json"), schema)
    .catch((error) => error);
  assert.ok(isAppError(error));
  assert.deepEqual(
    error.issues?.map(({ path }) => path).sort(),
    ["__proto__", "n", "name", "role"],
  );
});

Deno.test("readBytes: a body declared too large is refused unread", async () => {
  const body = endless(10);
  const req = new Request("http://localhost/", {
    method: "POST",
    body: body.stream,
    headers: { "content-length": "1001" },
  });
  await assert.rejects(readBytes(req, 1_000), refused("payload_too_large"));
  assert.equal(body.taken, 0);
});

Deno.test("readBytes: a body of undeclared length is cut off once it is too large", async () => {
  const body = endless(100);
  await assert.rejects(
    readBytes(post(body.stream), 1_000),
    refused("payload_too_large"),
  );
  assert.ok(body.taken <= 1_200, `${body.taken} bytes were taken`);
  assert.ok(body.cancelled);
});

Deno.test("readBytes: reads up to the limit, and an empty body", async () => {
  assert.equal((await readBytes(post("x".repeat(1_000)), 1_000)).length, 1_000);
  assert.equal((await readBytes(post(null), 1_000)).length, 0);
});

Deno.test("readBytes: a stalled sender is cut off; a slow one is not", async () => {
  let cancelled = false;
  const stalled = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => void (cancelled = true),
  });
  await assert.rejects(
    readBytes(post(stalled), 1_000, 50),
    refused("bad_request"),
  );
  assert.ok(cancelled);
  let sent = 0;
  const slow = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      controller.enqueue(new Uint8Array(1));
      if (++sent === 20) controller.close();
    },
  });
  assert.equal((await readBytes(post(slow), 1_000, 5_000)).length, 20);
});

Deno.test("readBytes: a sender that trickles bytes is cut off eventually", async () => {
  let sent = 0;
  const trickle = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      controller.enqueue(new Uint8Array(1));
      sent++;
    },
  });
  await assert.rejects(
    readBytes(post(trickle), 1_000, 300),
    refused("bad_request"),
  );
  assert.ok(sent < 100, "long before it was too large");
});

Deno.test("readForm: the fields of either kind of form", async () => {
  const fields = new URLSearchParams({ name: "Ada", mail: "a+b@example.com" });
  assert.deepEqual(Object.fromEntries(await readForm(post(fields))), {
    name: "Ada",
    mail: "a+b@example.com",
  });
  const form = new FormData();
  form.set("name", "Ada");
  assert.deepEqual(Object.fromEntries(await readForm(post(form))), {
    name: "Ada",
  });
});

Deno.test("readForm: JSON is 415; a malformed form is 400", async () => {
  await assert.rejects(
    readForm(post("{}", "application/json")),
    refused("unsupported_media_type"),
  );
  for (
    const type of ["multipart/form-data", "multipart/form-data; boundary=x"]
  ) {
    await assert.rejects(
      readForm(post("--y\r\nbroken", type), 1_000),
      refused("bad_request"),
    );
  }
});

Deno.test("parse: describes one wrong field, counts several", () => {
  const said = (value: unknown) => {
    try {
      parse(schema, value);
    } catch (error) {
      assert.ok(error instanceof AppError);
      return error.message;
    }
  };
  assert.match(said({ name: 1 }) ?? "", /^name: .*\.$/);
  assert.match(said({ name: 1, n: "x" }) ?? "", /^2 fields/);
});
