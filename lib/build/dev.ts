/** Builds and starts the app, and again whenever a source changes: it runs what is shipped. */

const ROOT = new URL("../../", import.meta.url).pathname;
const WATCHED = ["routes", "islands", "components", "lib", "static", "main.ts"];
/** Files among the sources that the build itself writes. */
const MADE = /\/static\/widget(\.whole)?(\.js|\/)/;
const SETTLE_MS = 150;

let child: Deno.ChildProcess | null = null;

async function rebuild(): Promise<void> {
  const build = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/build/build.ts"],
    cwd: ROOT,
  }).spawn().status;
  // If the build fails, keep the running app.
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

// Ctrl+C reaches all of them by itself; when this program alone is stopped, stop its children too.
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
