import { type App, createApp } from "./lib/app.ts";
import { systemClock } from "./lib/clock.ts";
import { readConfig } from "./lib/config/config.ts";
import { engineTables } from "./lib/engine/tables.ts";
import { ConfigError, NoDatabaseError } from "./lib/errors.ts";
import { type Assets, versionedFiles } from "./lib/http/assets.ts";
import { loadBuilt } from "./lib/http/built.ts";
import {
  createHandler,
  type Handler,
  type Routes,
} from "./lib/http/handler.ts";
import { answerWithoutDatabase } from "./lib/http/no_database.ts";
import { describeError, StdoutLog } from "./lib/log.ts";
import { Metrics } from "./lib/metrics/metrics.ts";
import { STORE_TIMES } from "./lib/store/breaker.ts";
import { delay } from "./lib/store/commit.ts";
import { sendNews } from "./lib/notifications/sending.ts";
import { openStore } from "./lib/store/open.ts";
import { NO_TRACING, openTracing } from "./lib/tracing/tracing.ts";
import { sweep } from "./lib/sweep.ts";
import { keepWidgetVersion } from "./lib/embed/widget_versions.ts";

const stdout = new StdoutLog();

/** How long after the start the pages' code is loaded, in milliseconds. */
const WARM_UP_MS = 500;
/** How long requests in progress may take once the process is asked to stop, in milliseconds. */
const GRACE_MS = 2_000;
/** How long those ended then may take to be answered and recorded. */
const LAST_MS = 1_000;
/** When the process exits, whatever it waits for: a platform may kill it after 5 s. */
const GONE_MS = 4_300;

async function start() {
  const config = readConfig(Deno.env.toObject());
  // Otherwise a platform without a database for this app would provide a store in memory, which forgets everything.
  if (config.kv_path === null) {
    Deno.env.set("DENO_KV_REQUIRES_DISTRIBUTED_DATABASE", "error");
  }
  const metrics = new Metrics();
  const store = await openStore(config.kv_path, {
    ...STORE_TIMES,
    meter: (...call) => metrics.countStoreCall(...call),
  });
  const app = createApp(config, store.kv, systemClock(), stdout.log, {
    metrics,
    tracing: config.tracing ? await openTracing() : NO_TRACING,
  });
  // Loaded now, so that the first question does not wait for it.
  engineTables();
  // Until they are ready this thread answers.
  void app.indexes.startWorkers();
  const { routes, assets } = await loadBuilt();
  for (const bytes of versionedFiles(assets)) {
    await keepWidgetVersion(store.kv, bytes);
  }
  const server = listen(app, createHandler(app, routes, assets));
  const warming = setTimeout(() => warmUp(app, routes, assets), WARM_UP_MS);
  return { app, server, store, warming };
}

/**
 * Loads the code of a page of the dashboard, and renders the log-in, so that the first person who opens one does not
 * wait for it. In no metric, trace or log unless it fails.
 */
async function warmUp(app: App, routes: Routes, assets: Assets) {
  const unseen = {
    ...app,
    log() {},
    metrics: new Metrics(),
    tracing: NO_TRACING,
  };
  const render = createHandler(unseen, routes, assets);
  for (const path of ["/dashboard/content", "/login"]) {
    const url = new URL(path, app.config.base_url);
    const response = await render(new Request(url), {
      remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
      completed: Promise.resolve(),
    });
    await response.body?.cancel();
    if (response.status >= 500) app.log("error", "warm_up_failed", { path });
  }
}

/** Throws `ConfigError` if the port is taken. */
function listen(
  app: App,
  handler: Handler,
): Deno.HttpServer<Deno.NetAddr> {
  const { port } = app.config;
  try {
    return Deno.serve({
      port,
      automaticCompression: true,
      onListen() {},
      onError(error) {
        app.log("error", "request_failed", { error: describeError(error) });
        return new Response("Internal error", { status: 500 });
      },
    }, handler);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    throw new ConfigError(
      `Port ${port} is taken by another program. Stop that one, or choose another port, for example PORT=8001.`,
      { cause },
    );
  }
}

type Running = Awaited<ReturnType<typeof start>>;

/**
 * Gives requests in progress 2 s, ends the remaining streams, writes what is gathered and closes the store. A second
 * signal ends the process at once.
 */
function stopOnSignal({ app, server, store, warming }: Running) {
  let stopping = false;
  const stop = async () => {
    clearTimeout(warming);
    if (stopping) {
      stdout.flush();
      Deno.exit(1);
    }
    stopping = true;
    setTimeout(() => {
      stdout.log("error", "stopped_unfinished");
      stdout.flush();
      Deno.exit(1);
    }, GONE_MS);
    const answered = server.shutdown();
    await Promise.race([answered, delay(GRACE_MS)]);
    await app.streams.endAll();
    await Promise.race([answered, delay(LAST_MS)]);
    await app.close();
    store.close();
    stdout.flush();
    // The cron below would keep the process alive.
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
}

function announce({ app, server }: Running) {
  console.log(`Twincast is ready: ${app.config.base_url}`);
  const { port } = server.addr;
  if (port !== app.config.port) console.log(`Listening on port ${port}`);
}

/** Shows whoever opens the app what is missing: nobody sees the log. */
function explainMissingDatabase(): null {
  const { port } = readConfig(Deno.env.toObject());
  const onListen = (address: Deno.NetAddr) =>
    console.log(`Listening on port ${address.port}`);
  Deno.serve({ port, onListen }, answerWithoutDatabase);
  return null;
}

// One unhandled rejection must not end everyone's conversations: it is a bug to log and fix.
globalThis.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  stdout.log("error", "unhandled_rejection", {
    error: describeError(event.reason),
  });
});

const running = start().catch((error) => {
  console.error(
    error instanceof ConfigError ? error.message : describeError(error),
  );
  if (error instanceof NoDatabaseError) return explainMissingDatabase();
  Deno.exit(1);
});

// Deno Deploy finds schedules only at the top level of the entry point.
Deno.cron("sweep what has expired", "*/10 * * * *", async () => {
  const app = (await running)?.app;
  if (!app) return;
  const swept = await sweep(app);
  if (swept > 0) app.log("info", "swept", { entries: swept });
});

Deno.cron("notify members by mail", "* * * * *", async () => {
  const app = (await running)?.app;
  if (app) await sendNews(app);
});

const started = await running;
if (started) {
  stopOnSignal(started);
  // Last: whoever waits for it may send a signal at once.
  announce(started);
}
