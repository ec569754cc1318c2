// Twincast behind the real Caddy and nginx with the files in deploy/: answers stream through, and callers are known by
// their own address whatever headers they send. Run by hand, since it needs both programs (Debian: apt-get install
// caddy nginx):
//   deno run -A lib/build/build.ts && deno test -A --no-check tests/by_hand/proxies.ts
import assert from "node:assert/strict";
import { ModelServer, stream } from "../model_server.ts";
import { send, signUp } from "../process_account.ts";
import { Process } from "../processes.ts";
import { until } from "../until.ts";
import { tempStore } from "../stores.ts";

const read = (path: string) =>
  Deno.readTextFile(new URL(`../../deploy/${path}`, import.meta.url));

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

type Proxy = {
  program: string;
  args: string[];
  env?: Record<string, string>;
};
/** Writes a proxy's files to a folder: its port, and Twincast's address. */
type LayOut = (
  folder: string,
  ports: { own: number; twincast: string },
) => Promise<Proxy>;

const caddy: LayOut = async (folder, { own, twincast }) => {
  const text = await read("Caddyfile");
  const to = text.replace(
    /dynamic a twincast 8000 \{[^}]*\}/,
    () => `to 127.0.0.1:${twincast}`,
  );
  assert.notEqual(to, text);
  const config = `${folder}/Caddyfile`;
  await Deno.writeTextFile(
    config,
    to.replace("{\n\tservers", "{\n\tadmin off\n\tservers"),
  );
  return {
    program: "caddy",
    args: ["run", "--adapter", "caddyfile", "--config", config],
    env: { DOMAIN: `http://127.0.0.1:${own}`, HOME: folder },
  };
};

const nginx: LayOut = async (folder, { own, twincast }) => {
  const text = (await read("nginx.conf"))
    .replace("127.0.0.1:8000", `127.0.0.1:${twincast}`)
    .replace("listen 443 ssl", `listen 127.0.0.1:${own}`)
    .replaceAll(/\tssl_certificate.*\n/g, "");
  assert.ok(text.includes(`${own}`) && text.includes(twincast));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  await Deno.writeTextFile(
    `${folder}/nginx.conf`,
    `daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporary}
${text} }`,
  );
  return {
    program: "nginx",
    args: ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"],
  };
};

for (const [name, layOut] of Object.entries({ caddy, nginx })) {
  Deno.test(`${name}: an answer streams through, and callers keep their own address`, async () => {
    await using file = await tempStore();
    await using model = new ModelServer();
    const own = freePort();
    const base = `http://127.0.0.1:${own}`;
    await using process = await Process.start(file.path, {
      env: {
        ...model.env,
        TWINCAST_BASE_URL: base,
        TWINCAST_TRUSTED_PROXIES: "127.0.0.1",
        TWINCAST_LIMIT_IP: "2/3600s",
      },
    });
    const twincast = new URL(process.base).port;
    const { program, ...options } = await layOut(file.folder, {
      own,
      twincast,
    });
    const proxy = new Deno.Command(program, {
      ...options,
      stdout: "null",
      stderr: "inherit",
    }).spawn();
    try {
      await until(
        async () => (await fetch(`${base}/livez`)).ok,
        "the proxy",
      );
      const account = await signUp(process, "ada@example.com");
      const { twin_id } = account;
      await send(process, account, "POST", `/twins/${twin_id}/content`, {
        ...{
          title: "Tea",
          body: "I drink tea at seven.",
          visibility: "public",
        },
      });
      const { share_token } = await send(
        ...[process, account, "PATCH", `/twins/${twin_id}/sharing`] as const,
        { is_public: true },
      );
      const ask = (said_address: string) =>
        fetch(`${base}/public/chat/${twin_id}/${share_token}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            accept: "text/event-stream",
            "x-forwarded-for": said_address,
          },
          body: JSON.stringify({ message: "When do you drink tea?" }),
        });
      await streamsThrough(model, () => ask("198.51.100.1"));
      assert.equal(await statusOf(ask("198.51.100.2")), 200);
      // If the header were trusted, this would be a new caller.
      assert.equal(await statusOf(ask("198.51.100.3")), 429);
    } finally {
      proxy.kill("SIGTERM");
      await proxy.status;
    }
  });
}

async function statusOf(asked: Promise<Response>): Promise<number> {
  const response = await asked;
  await response.text();
  return response.status;
}

/** The first word arrives while the model holds back the second. */
async function streamsThrough(
  model: ModelServer,
  ask: () => Promise<Response>,
): Promise<void> {
  const is_here = Promise.withResolvers<void>();
  model.script = () =>
    stream(async function* () {
      yield "First. ";
      await is_here.promise;
      yield "Second.";
    });
  const response = await ask();
  assert.equal(response.status, 200);
  let text = "";
  for await (
    const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []
  ) {
    text += piece;
    if (text.includes("First.")) is_here.resolve();
  }
  assert.match(text, /Second/);
  assert.match(text, /^event: done$/m);
}
