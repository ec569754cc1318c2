import { createApp } from "./lib/app.ts";
import { systemClock } from "./lib/clock.ts";
import { readConfig } from "./lib/config.ts";
import { ConfigError } from "./lib/errors.ts";
import { loadBuilt } from "./lib/http/built.ts";
import { createHandler } from "./lib/http/handler.ts";
import { describeError, logToStdout } from "./lib/log.ts";
import { openStore } from "./lib/store/open.ts";
import { sweep } from "./lib/sweep.ts";

/** How long requests under way may take once the process is asked to stop, in milliseconds. */
const GRACE_MS = 5_000;

async function start() {
  const config = readConfig(Deno.env.toObject());
  const store = await openStore(config.kv_path);
  const app = createApp(config, store.kv, systemClock(), logToStdout);
  const { routes, assets } = await loadBuilt();
  const handler = createHandler(app, routes, assets);
  const server = Deno.serve({
    port: config.port,
    automaticCompression: true,
    onListen: ({ port }) => {
      console.log(`Twincast is ready: ${config.base_url}`);
      if (config.port !== port) console.log(`Listening on port ${port}`);
    },
    onError(error) {
      app.log("error", "request_failed", { error: describeError(error) });
      return new Response("Internal error", { status: 500 });
    },
  }, handler);
  return { app, server, store };
}

type Running = Awaited<ReturnType<typeof start>>;

/** Lets requests under way end, writes what is still gathered, closes the store. A second signal ends it now. */
function stopOnSignal({ app, server, store }: Running) {
  let stopping = false;
  const stop = async () => {
    if (stopping) Deno.exit(1);
    stopping = true;
    const timer = setTimeout(() => Deno.exit(0), GRACE_MS);
    await server.shutdown();
    clearTimeout(timer);
    await app.close();
    store.close();
    // The cron below would keep the process.
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
}

const running = start().catch((error) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  Deno.exit(1);
});

// Deno Deploy finds schedules at the top level of the entry only.
Deno.cron("sweep what has expired", "*/10 * * * *", async () => {
  const { app } = await running;
  const swept = await sweep(app);
  if (swept > 0) app.log("info", "swept", { entries: swept });
});

stopOnSignal(await running);
