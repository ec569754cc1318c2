// Every route is in the contract or listed here as a page.
import assert from "node:assert/strict";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";

const ROUTES = new URL("../routes/", import.meta.url);

async function* paths(folder: URL, prefix = ""): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name.startsWith("_")) continue;
    if (isDirectory) {
      yield* paths(
        new URL(`${encodeURIComponent(name)}/`, folder),
        `${prefix}/${name}`,
      );
      continue;
    }
    const path = `${prefix}/${name.replace(/\.tsx?$/, "")}`
      .replace(/\/index$/, "").replace(/\[(\w+)\]/g, "{$1}");
    yield path || "/";
  }
}

const PAGES = [
  "/",
  "/at/{handle}",
  "/at/{handle}/{file}",
  "/avatars/{twin_id}/{version}",
  "/docs",
  "/docs/{group}",
  "/embed/{twin_id}",
  "/forgot",
  "/invite/{token}",
  "/login",
  "/logout",
  "/notify/{ticket}",
  "/reset/{token}",
  "/share/{twin_id}/{token}",
  "/share/{twin_id}/{token}/{file}",
  "/signup",
  "/tell/{ticket}",
  "/trial/picture/{version}",
  "/try",
  "/unsubscribe/{token}",
  "/widget/{file}",
];

Deno.test("routes: each is a contract operation or a known page", async () => {
  const known = new Set(
    // A route's file name has no `@`; the parameter's value begins with it.
    Object.values<Operation>(operations).map((o) => o.path.replace("@", "")),
  );
  const found: string[] = [];
  for await (const path of paths(ROUTES)) {
    found.push(path);
    if (path.startsWith("/dashboard")) continue;
    assert.ok(
      known.has(path) || PAGES.includes(path),
      `${path} is in no contract: add its operation, or name it as a page`,
    );
  }
  for (const path of [...known, ...PAGES]) {
    assert.ok(found.includes(path), `${path} has no route`);
  }
});
