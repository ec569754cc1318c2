import bundle, { inflate } from "@sparticuz/chromium";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

// The package's own flags switch off what these tests are about: CORS and mixed content.
const UNWANTED =
  /^--(disable-web-security|allow-running-insecure-content|single-process|headless|disable-features|disable-site-isolation-trials|disk-cache-size)/;

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--no-first-run",
  "--disable-dev-shm-usage",
  "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
];

let unpacked: Promise<string> | undefined;

/** Starts the packaged Chromium, which enforces CORS and CSP as a visitor's browser does. */
export async function launchBrowser(): Promise<Browser> {
  const home = await (unpacked ??= unpack());
  const args = bundle.args.filter((flag) => !UNWANTED.test(flag));
  return await chromium.launch({
    executablePath: join(home, "chromium"),
    args: [...args, ...QUIET],
    headless: true,
    env: {
      ...process.env,
      FONTCONFIG_PATH: fontsPath(home),
      ...librariesPath(home),
    },
  });
}

/** Unpacks into a folder of its own and renames it, so that processes at once do not collide. */
async function unpack(): Promise<string> {
  const root = tmpdir();
  const source = join(
    dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))),
    "..",
    "bin",
  );
  const version = /@sparticuz\+chromium@([^/]+)/.exec(source)?.[1] ?? "local";
  const home = join(root, `twincast-chromium-${version}-whole`);
  if (existsSync(home)) return home;
  const work = await mkdtemp(join(root, "twincast-unpack-"));
  process.env.TMPDIR = work;
  try {
    for (const file of await readdir(source)) {
      await inflate(join(source, file));
    }
  } finally {
    process.env.TMPDIR = root;
  }
  await rename(work, home).catch(async (error) => {
    await rm(work, { recursive: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

/** The system's fonts where there are some; the package's otherwise. */
function fontsPath(home: string): string {
  return existsSync("/etc/fonts/fonts.conf")
    ? "/etc/fonts"
    : join(home, "fonts");
}

/** The package's own NSS and expat, on a machine that has none. */
function librariesPath(home: string): Record<string, string> {
  const has_nss = ["/usr/lib", "/lib", "/usr/lib64"].some((folder) =>
    ["", "/x86_64-linux-gnu", "/aarch64-linux-gnu"].some((arch) =>
      existsSync(`${folder}${arch}/libnss3.so`)
    )
  );
  return has_nss ? {} : { LD_LIBRARY_PATH: join(home, "al2023", "lib") };
}
