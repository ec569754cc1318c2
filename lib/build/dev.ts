/** Builds and starts the app, and again whenever a source changes: what runs here is what is shipped. */

const ROOT = new URL("../../", import.meta.url).pathname;
const WATCHED = ["routes", "islands", "components", "lib", "static", "main.ts"];
/** What the build itself writes among the sources. */
const MADE = /\/static\/widget(\.whole)?(\.js|\/)/;
const SETTLE_MS = 150;

let child: Deno.ChildProcess | null = null;

async function rebuild(): Promise<void> {
  const build = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/build/build.ts"],
    cwd: ROOT,
  }).spawn().status;
  // A broken source leaves what runs running.
  if (!build.success) return;
  if (child) {
    child.kill("SIGTERM");
    await child.status;
  }
  child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "main.ts"],
    cwd: ROOT,
  }).spawn();
}

// Ctrl+C reaches all of them by itself; who stops this program alone means what it started too.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, async () => {
    if (signal === "SIGTERM") child?.kill(signal);
    await child?.status;
    Deno.exit(0);
  });
}

await rebuild();
const watcher = Deno.watchFs(WATCHED.map((name) => ROOT + name));
let timer: ReturnType<typeof setTimeout> | undefined;
for await (const { kind, paths } of watcher) {
  if (kind === "access" || paths.every((path) => MADE.test(path))) {
    continue;
  }
  clearTimeout(timer);
  timer = setTimeout(rebuild, SETTLE_MS);
}
