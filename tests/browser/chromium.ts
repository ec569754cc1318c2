// The Chromium that comes with the tests, and those of the machine.
import { existsSync } from "node:fs";
import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A Chromium to start: its name in the log, its file, and extra environment variables. */
export type Chromium = {
  name: string;
  path: string;
  env: Record<string, string>;
};

/** Lists the files of an unpacked folder with their sizes in bytes. */
const MANIFEST = "manifest.json";

/**
 * The packaged Chromium, unpacked below `root` unless it is there already. Concurrent callers wait, in this process or
 * another; a folder with a missing file is unpacked again.
 */
export async function packagedChromium(root = tmpdir()): Promise<Chromium> {
  const home = join(root, `twincast-chromium-${packagedVersion()}`);
  using lock = await Deno.open(`${home}.lock`, { create: true, write: true });
  await lock.lock(true);
  if (!await isWhole(home)) await unpack(home);
  return {
    name: "the packaged Chromium",
    path: join(home, "chromium"),
    env: { ...fonts(home), ...libraries(home) },
  };
}

/** The machine's own: the file in `CHROMIUM_PATH`, then any found on the `PATH`. */
export function systemChromiums(
  { CHROMIUM_PATH, PATH = "" }: Record<string, string | undefined>,
): Chromium[] {
  const found = ["chromium", "google-chrome"].flatMap((name) => {
    const folder = PATH.split(delimiter).find((folder) =>
      existsSync(join(folder, name))
    );
    return folder ? [{ name, path: join(folder, name), env: {} }] : [];
  });
  return CHROMIUM_PATH
    ? [{ name: "CHROMIUM_PATH", path: CHROMIUM_PATH, env: {} }, ...found]
    : found;
}

function packagedVersion(): string {
  const url = import.meta.resolve("@sparticuz/chromium");
  return /@sparticuz\+chromium@([^/]+)/.exec(decodeURI(url))?.[1] ?? "local";
}

/** Unpacks beside `home` and renames at the end, so that `home` is complete or absent. */
async function unpack(home: string): Promise<void> {
  const part = `${home}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part);
  try {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", unpacker],
      env: { TMPDIR: part, NO_COLOR: "1" },
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const sizes = await sizesBelow(part);
    await Deno.writeTextFile(join(part, MANIFEST), JSON.stringify(sizes));
    await rm(home, { recursive: true, force: true });
    await rename(part, home);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

const unpacker = fileURLToPath(new URL("unpack_chromium.ts", import.meta.url));

async function sizesBelow(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of await readdir(folder, { recursive: true })) {
    const info = await lstat(join(folder, name));
    if (!info.isDirectory()) sizes[name] = info.size;
  }
  return sizes;
}

async function isWhole(home: string): Promise<boolean> {
  if (!existsSync(join(home, MANIFEST))) return false;
  const text = await Deno.readTextFile(join(home, MANIFEST));
  const sizes = await sizesBelow(home);
  return Object.entries<number>(JSON.parse(text))
    .every(([name, size]) => sizes[name] === size);
}

/** The system's fonts if there are any, otherwise the package's. */
function fonts(home: string): Record<string, string> {
  return existsSync("/etc/fonts/fonts.conf")
    ? { FONTCONFIG_PATH: "/etc/fonts" }
    : { FONTCONFIG_PATH: join(home, "fonts") };
}

/** The package's own NSS and expat, for a machine without them. */
function libraries(home: string): Record<string, string> {
  const has_nss = ["/usr/lib", "/lib", "/usr/lib64"].some((folder) =>
    ["", "/x86_64-linux-gnu", "/aarch64-linux-gnu"].some((arch) =>
      existsSync(`${folder}${arch}/libnss3.so`)
    )
  );
  return has_nss ? {} : { LD_LIBRARY_PATH: join(home, "al2023", "lib") };
}
