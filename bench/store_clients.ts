/*
 * How long a commit takes with Deno's own client and with `@deno/kv`, to a KV Connect server in a separate local
 * process. `deno run -A bench/store_clients.ts` prints the median of 60 commits by the size of their value.
 */
import { openRemote } from "../lib/store/remote.ts";
import { ServerProcess } from "../tests/kvconnect/start.ts";
import { TOKEN } from "../tests/kvconnect/server.ts";

const COMMITS = 60;
const SIZES = [100, 900, 2_000, 8_000];

async function medianMs(kv: Deno.Kv, size: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < COMMITS; i++) {
    const start = performance.now();
    await kv.atomic().set(["bench", i], new Uint8Array(size)).commit();
    times.push(performance.now() - start);
  }
  return Math.round(times.sort((a, b) => a - b)[COMMITS / 2] * 100) / 100;
}

// Both clients read the token from the environment, so each runs in its own process.
if (Deno.env.get("DENO_KV_ACCESS_TOKEN") !== TOKEN) {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", import.meta.filename ?? ""],
    env: { DENO_KV_ACCESS_TOKEN: TOKEN },
  }).spawn().status;
  Deno.exit(code);
}
const folder = await Deno.makeTempDir();
{
  await using server = await ServerProcess.start(`${folder}/store.db`);
  using own = await Deno.openKv(server.url);
  using remote = await openRemote(server.url);
  const rows = [];
  for (const bytes of SIZES) {
    rows.push({
      bytes,
      "Deno's own, ms": await medianMs(own, bytes),
      "@deno/kv, ms": await medianMs(remote, bytes),
    });
  }
  console.table(rows);
}
await Deno.remove(folder, { recursive: true });
