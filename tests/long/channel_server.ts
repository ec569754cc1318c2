// The app on a store file, between people and a stand-in for a platform, as its own process:
// `deno run -A tests/long/channel_server.ts KV_PATH PLATFORM NOW_MS` prints its address.
import { ROOMY, startServer } from "../harness.ts";

const [kv_path, at, now_ms] = Deno.args;
const server = await startServer({
  kv_path,
  now_ms: Number(now_ms),
  platforms: { telegram: at, slack: at, discord: at, whatsapp: at },
  env: { ...ROOMY, TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" },
});
console.log(server.base);
// Time passes here, as in every process.
setInterval(() => server.clock.advance(100), 100);
