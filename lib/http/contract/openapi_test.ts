import assert from "node:assert/strict";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { openApiDocument } from "./openapi.ts";

Deno.test("openapi: the document is cached per address", async () => {
  const document = await openApiDocument("https://a.example");
  assert.equal(await openApiDocument("https://a.example"), document);
  const { servers } = JSON.parse(
    new TextDecoder().decode(await openApiDocument("https://b.example")),
  );
  assert.deepEqual(servers, [{ url: "https://b.example" }]);
});

Deno.test("openapi: Redocly's recommended rules find no error", async () => {
  const source = new TextDecoder().decode(
    await openApiDocument("https://a.example"),
  );
  const lint = async (source: string) => {
    const config = await createConfig({ extends: ["recommended"] });
    const found = await lintFromString({ source, config });
    return found.filter(({ severity }) => severity === "error")
      .map(({ ruleId, message }) => `${ruleId}: ${message}`);
  };
  assert.deepEqual(await lint(source), []);
  const broken = source.replace('"operationId":"getMe"', '"operationId":1');
  assert.notDeepEqual(await lint(broken), []);
});
