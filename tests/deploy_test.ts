// Deployments: Deno Deploy without a database, and the commands of the image and the unit.
import assert from "node:assert/strict";
import { dirname } from "node:path";
import ipaddr from "ipaddr.js";
import { parseCidr } from "../lib/net/ip_ranges.ts";
import { Process } from "./processes.ts";
import { until } from "./until.ts";
import { tempStore } from "./stores.ts";

const ROOT = new URL("../", import.meta.url);
const read = (path: string) => Deno.readTextFile(new URL(path, ROOT));

Deno.test("deploy: on Deno Deploy without a database every page and the log say what to do", async () => {
  const env = { DENO_DEPLOY: "1" };
  await using process = await Process.start("", { env });
  for (const path of ["/", "/healthz", "/login"]) {
    const response = await process.fetch(path);
    assert.equal(response.status, 503);
    assert.match(await response.text(), /attach a Deno KV database/);
  }
  const said = process.lines.join("\n");
  assert.match(said, /No KV database is attached to this app/);
});

Deno.test("deploy: the image's command serves, its health check passes, and the unit runs the same", async () => {
  const dockerfile = await read("Dockerfile");
  const [, check] = /^HEALTHCHECK .*? CMD (.*)$/m.exec(dockerfile) ?? [];
  const [, json] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const [program, ...args]: string[] = JSON.parse(json);
  // The server's user may not write to the packages, which Deno would otherwise try.
  assert.equal(args[1].match(/ --node-modules-dir=manual/g)?.length, 2);
  const unit = await read("deploy/twincast.service");
  assert.ok(unit.includes(`ExecStart=/bin/sh -c '${args[1]}'`));
  await using file = await tempStore();
  const taken = Deno.listen({ port: 0 });
  const PORT = String((taken.addr as Deno.NetAddr).port);
  taken.close();
  const options = {
    cwd: ROOT,
    stdout: "null",
    stderr: "null",
    env: {
      PORT,
      PATH: `${dirname(Deno.execPath())}:/usr/bin:/bin`,
      TWINCAST_KV_PATH: file.path,
    },
  } as const;
  const isWell = async () => {
    const { success } = await new Deno.Command("sh", {
      args: ["-c", check],
      ...options,
    }).output();
    return success;
  };
  assert.equal(await isWell(), false);
  const serving = new Deno.Command(program, { args, ...options }).spawn();
  try {
    await until(isWell, "the health check passes");
  } finally {
    // The shell has exec'd the server, so this is its process.
    serving.kill("SIGTERM");
  }
  assert.equal((await serving.status).code, 0);
});

Deno.test("deploy: every setting in the files is in the README", async () => {
  const readme = await read("README.md");
  for (
    const path of [
      "compose.yaml",
      "deploy/twincast.service",
      "deploy/nginx.conf",
      "Dockerfile",
    ]
  ) {
    const text = await read(path);
    for (const [name] of text.matchAll(/\b(?:TWINCAST|DENO_KV)_[A-Z_]+/g)) {
      assert.ok(readme.includes(name), `${path}: ${name}`);
    }
  }
});

Deno.test("deploy: instances trust Caddy only, whose address no other service has; image versions match", async () => {
  const compose = await read("compose.yaml");
  const [, trusted] = /TWINCAST_TRUSTED_PROXIES: (.*)/.exec(compose) ?? [];
  const [, own] = /ipv4_address: ([\d.]+)/.exec(compose) ?? [];
  assert.equal(trusted, own);
  const [, subnet, given] =
    /subnet: ([\d./]+), ip_range: ([\d./]+)/.exec(compose) ?? [];
  const isIn = (range: string) => {
    const cidr = parseCidr(range);
    assert.ok(cidr, range);
    return ipaddr.parse(own).match(cidr);
  };
  assert.ok(isIn(subnet));
  assert.ok(!isIn(given));
  for (const [, image] of compose.matchAll(/image: (\S+)/g)) {
    assert.match(image, /:\d[\d.]*$/);
  }
});
