// The scenarios of the protocol's own conformance suite that need no special tools.
import assert from "node:assert/strict";
import { type Server, shareTwin, signUp, startServer } from "./harness.ts";

const SCENARIOS = [
  "server-initialize",
  "ping",
  "tools-list",
  "resources-list",
  "dns-rebinding-protection",
];

/** Adds a share token for the suite, which cannot, and passes as the site it talks to. */
function withToken(server: Server, path: string, token: string) {
  let own = "";
  const proxy = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (req) => {
      const headers = new Headers(req.headers);
      headers.set("authorization", `Bearer ${token}`);
      headers.delete("host");
      if (headers.get("origin") === own) headers.set("origin", server.base);
      const body = await req.text();
      const { method } = req;
      return await fetch(server.base + path, {
        ...{ method, headers },
        body: body === "" ? undefined : body,
      });
    },
  );
  own = `http://127.0.0.1:${proxy.addr.port}`;
  return proxy;
}

Deno.test("mcp: the conformance suite's scenarios", async (t) => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  await using proxy = withToken(server, `/mcp/${owner.twin_id}`, token);
  const url = `http://127.0.0.1:${proxy.addr.port}/mcp`;
  for (const scenario of SCENARIOS) {
    await t.step(scenario, async () => {
      const suite = new URL(
        "../node_modules/@modelcontextprotocol/conformance/dist/index.js",
        import.meta.url,
      );
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", suite.pathname, "server"]
          .concat("--url", url, "--scenario", scenario),
      }).output();
      const said = new TextDecoder().decode(stdout) +
        new TextDecoder().decode(stderr);
      assert.equal(code, 0, said);
      assert.match(said, /Passed: [1-9]/);
    });
  }
});
