import { createHash } from "node:crypto";
import { buildWidget } from "./widget.ts";

const ROOT = new URL("../../", import.meta.url);
const STAMP = new URL(".output/built_from", ROOT);
const SOURCES = [
  "routes",
  "islands",
  "components",
  "lib",
  "static",
  "fresh.config.ts",
  "deno.json",
  "deno.lock",
  "package.json",
];
const MADE = /^static\/widget(\.js|\.whole\.js|$)|(^|\/)\.DS_Store$/;

/** Hashes every input of the build. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of SOURCES) await addTo(hash, source);
  return hash.digest("hex");
}

async function addTo(
  hash: ReturnType<typeof createHash>,
  path: string,
): Promise<void> {
  if (MADE.test(path) || path.endsWith("_test.ts")) return;
  const url = new URL(path, ROOT);
  const { isDirectory } = await Deno.stat(url);
  if (!isDirectory) {
    hash.update(path).update(await Deno.readFile(url));
    return;
  }
  const names = [...Deno.readDirSync(url)].map(({ name }) => name).sort();
  for (const name of names) await addTo(hash, `${path}/${name}`);
}

/** Builds widget and app unless the existing build has the same sources. */
async function build(): Promise<void> {
  const wanted = await fingerprint();
  const built = await Deno.readTextFile(STAMP).catch(() => "");
  if (built === wanted && !Deno.args.includes("--force")) return;
  const { loader, panel } = await buildWidget();
  console.log(
    `Built static/widget.js, ${loader} bytes in brotli, and its panel, ${panel}.`,
  );
  const vite = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "npm:vite",
      "build",
      "--config",
      "fresh.config.ts",
      "--logLevel",
      "warn",
    ],
    cwd: ROOT,
    env: { NITRO_LOG_LEVEL: "1" },
    stdout: "piped",
    stderr: "piped",
  });
  const { success, stdout, stderr } = await vite.output();
  if (!success) {
    console.error(new TextDecoder().decode(stdout));
    console.error(new TextDecoder().decode(stderr));
    console.error("The build failed; the reason is above.");
    Deno.exit(1);
  }
  await Deno.writeTextFile(STAMP, wanted);
  console.log("Built the app.");
}

await build();
