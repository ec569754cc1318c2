import assert from "node:assert/strict";
import type { ErrorCode } from "../errors.ts";
import { guardedFetch, type GuardedRequest } from "./guarded_fetch.ts";
import { isPublic } from "./public_addresses.ts";
import { localSite as serve } from "../../tests/local_site.ts";
import { within } from "../../tests/until.ts";

const GUARD: GuardedRequest = {
  timeout_ms: 10_000,
  max_bytes: 2 ** 20,
  local_hosts: [],
};

async function refuses(
  url: string,
  code: ErrorCode,
  options: Partial<GuardedRequest> = {},
) {
  const read = async () => {
    const { body } = await guardedFetch(url, { ...GUARD, ...options });
    await new Response(body).bytes();
  };
  await assert.rejects(read, { name: "AppError", code }, url);
}

Deno.test("isPublic accepts public addresses and no others, in any spelling", () => {
  for (const address of ["1.1.1.1", "93.184.216.34", "2606:4700::1111"]) {
    assert.ok(isPublic(address), address);
  }
  for (
    const address of [
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "127.0.0.1",
      "169.254.169.254",
      "172.16.0.1",
      "192.168.1.1",
      "192.0.2.1",
      "198.18.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "fc00::1",
      "fe80::1",
      "ff02::1",
      "168.63.129.16",
      "0xa83f8110",
      "::ffff:168.63.129.16",
      "::7f00:1",
      "::1.2.3.4",
      "::ffff:0:7f00:1",
      "64:ff9b:1::7f00:1",
      "100::1",
      "2001::1",
      "2001:db8::1",
      "3fff::1",
      "4000::1",
      "5f00::1",
      "fec0::1",
      "nonsense",
    ]
  ) assert.ok(!isPublic(address), address);
});

Deno.test("guardedFetch reaches no server of this machine, however it is spelled", async () => {
  await using canary = serve(() => new Response("secret"));
  const { port } = canary;
  for (
    const host of [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f000001",
      "0177.0.0.1",
      "127.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "0.0.0.0",
    ]
  ) await refuses(`http://${host}:${port}/`, "invalid_input");
  await refuses(`http://user:pass@127.0.0.1:${port}/`, "invalid_input");
  await refuses("file:///etc/passwd", "invalid_input");
  await refuses("nonsense", "invalid_input");
  assert.deepEqual(canary.seen, []);
});

Deno.test("guardedFetch checks the address of each redirect", async () => {
  await using canary = serve(() => new Response("secret"));
  await using site = serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/on") return Response.redirect(`http://${site.host}/end`);
    if (pathname === "/end") return new Response("arrived");
    if (pathname === "/round") {
      return Response.redirect(`http://${site.host}/round`);
    }
    return Response.redirect(`http://127.0.0.1:${canary.port}/`);
  });
  const options = { local_hosts: [site.host] };
  const there = await guardedFetch(`http://${site.host}/on`, {
    ...GUARD,
    ...options,
  });
  assert.equal(await new Response(there.body).text(), "arrived");
  assert.equal(there.url, `http://${site.host}/end`);
  await refuses(`http://${site.host}/in`, "invalid_input", options);
  await refuses(`http://${site.host}/round`, "invalid_input", options);
  await refuses(`http://${site.host}/on`, "invalid_input", {
    ...options,
    method: "POST",
  });
  assert.deepEqual(canary.seen, []);
});

Deno.test("guardedFetch sends credentials only to the server it was asked for", async () => {
  const sent: (string | null)[] = [];
  await using other = serve((request) => {
    sent.push(request.headers.get("authorization"));
    return new Response(request.headers.get("accept"));
  });
  await using site = serve((request) => {
    sent.push(request.headers.get("authorization"));
    const { pathname } = new URL(request.url);
    const next = pathname === "/on"
      ? `http://${site.host}/out`
      : `http://${other.host}/`;
    return Response.redirect(next);
  });
  const { body } = await guardedFetch(`http://${site.host}/on`, {
    ...GUARD,
    local_hosts: [site.host, other.host],
    headers: { authorization: "Bearer secret", accept: "text/plain" },
  });
  assert.equal(await new Response(body).text(), "text/plain");
  assert.deepEqual(sent, ["Bearer secret", "Bearer secret", null]);
});

Deno.test("guardedFetch: a server with a wrong content encoding counts as not answering", async () => {
  const packed = await new Response(
    new Blob(["hello ".repeat(100)]).stream()
      .pipeThrough(new CompressionStream("gzip")),
  ).bytes();
  await using site = serve((request) => {
    const is_cut = new URL(request.url).pathname === "/cut";
    const body = is_cut ? packed.slice(0, -12) : "not packed";
    return new Response(body, { headers: { "content-encoding": "gzip" } });
  });
  for (const path of ["/cut", "/plain"]) {
    const options = { local_hosts: [site.host] };
    await refuses(`http://${site.host}${path}`, "unavailable", options);
  }
});

Deno.test("guardedFetch connects to the addresses it checked: a name is resolved once", async () => {
  await using canary = serve(() => new Response("secret"));
  const answers = [["93.184.216.34"], ["127.0.0.1"]];
  let asked = 0;
  // Nobody answers at the checked address; a second look-up would lead to the canary.
  await refuses(`http://rebinding.test:${canary.port}/`, "unavailable", {
    timeout_ms: 300,
    resolve: () => Promise.resolve(answers[asked++]),
  });
  assert.equal(asked, 1);
  await refuses(`http://half.test:${canary.port}/`, "invalid_input", {
    resolve: () => Promise.resolve(["93.184.216.34", "127.0.0.1"]),
  });
  await refuses("http://nobody.test/", "invalid_input", {
    resolve: () => Promise.reject(new Error("ENOTFOUND")),
  });
  assert.deepEqual(canary.seen, []);
});

Deno.test("guardedFetch pins a name to its resolved addresses", async () => {
  await using site = serve((request) =>
    new Response(request.headers.get("host"))
  );
  const host = `pinned.test:${site.port}`;
  const { body } = await guardedFetch(`http://${host}/`, {
    ...GUARD,
    local_hosts: [host],
    resolve: () => Promise.resolve(["127.0.0.1"]),
  });
  assert.equal(await new Response(body).text(), host);
});

Deno.test("guardedFetch limits bytes and time, compressed or not", async () => {
  const big = new Uint8Array(3 * 2 ** 20);
  await using site = serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/big") return new Response(big);
    if (pathname === "/bomb") {
      const packed = new Blob([big]).stream()
        .pipeThrough(new CompressionStream("gzip"));
      return new Response(packed, { headers: { "content-encoding": "gzip" } });
    }
    if (pathname === "/packed") {
      const packed = new Blob(["hello"]).stream()
        .pipeThrough(new CompressionStream("gzip"));
      return new Response(packed, { headers: { "content-encoding": "gzip" } });
    }
    return new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(10)),
      }),
    );
  });
  const options = { local_hosts: [site.host] };
  await refuses(`http://${site.host}/big`, "payload_too_large", options);
  await refuses(`http://${site.host}/bomb`, "payload_too_large", options);
  await refuses(`http://${site.host}/drip`, "unavailable", {
    ...options,
    timeout_ms: 300,
  });
  const small = await guardedFetch(`http://${site.host}/packed`, {
    ...GUARD,
    ...options,
  });
  assert.equal(await new Response(small.body).text(), "hello");
});

Deno.test("guardedFetch ends with its caller's signal", async () => {
  const left = Promise.withResolvers<void>();
  await using site = serve(() =>
    new Response(new ReadableStream({ cancel: () => left.resolve() }))
  );
  const caller = new AbortController();
  const { body } = await guardedFetch(`http://${site.host}/`, {
    ...GUARD,
    local_hosts: [site.host],
    signal: caller.signal,
  });
  const reading = new Response(body).bytes();
  caller.abort();
  await assert.rejects(reading, { name: "AbortError" });
  await within(left.promise, "the site's answer is left");
});
