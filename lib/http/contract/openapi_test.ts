import assert from "node:assert/strict";
import { openApiDocument } from "./openapi.ts";

Deno.test("openapi: the document is made once, and anew for another address", async () => {
  const document = await openApiDocument("https://a.example");
  assert.equal(await openApiDocument("https://a.example"), document);
  const { servers } = JSON.parse(
    new TextDecoder().decode(await openApiDocument("https://b.example")),
  );
  assert.deepEqual(servers, [{ url: "https://b.example" }]);
});
