const ROOT = new URL("../", import.meta.url);

export type Source = { path: string; text: string };

/** One import: from where to where, and whether of types only. */
export type Import = { from: string; to: string; is_type: boolean };

/** Every source below some folders, without tests by default. */
export async function readSources(
  folders: string[],
  { with_tests = false } = {},
): Promise<Source[]> {
  const found = await Promise.all(folders.map(async (folder) => {
    const entries = await Array.fromAsync(Deno.readDir(new URL(folder, ROOT)));
    const within = entries.filter(({ isDirectory }) => isDirectory)
      .map(({ name }) => `${folder}/${name}`);
    const files = entries.filter(({ name, isFile }) =>
      isFile && /\.tsx?$/.test(name) &&
      (with_tests || !name.endsWith("_test.ts"))
    );
    const own = files.map(async ({ name }) => {
      const path = `${folder}/${name}`;
      return { path, text: await Deno.readTextFile(new URL(path, ROOT)) };
    });
    const below = await readSources(within, { with_tests });
    return [...await Promise.all(own), ...below];
  }));
  return found.flat();
}

const STATEMENT =
  /^(?:import|export)\s+(type\s)?(?:([^"';]*?)\sfrom\s+)?"(\.[^"]+)"/gm;
/** Modules that are loaded lazily, or by a worker or child process. */
const LATE = /(?:\bimport\(|\bnew URL\()\s*"(\.[^"]+\.tsx?)"/g;

/** A source's imports of our own files, except what Fresh generates beside a route. */
export function readImports({ path, text }: Source): Import[] {
  const at = (specifier: string, is_type: boolean): Import => {
    const url = new URL(specifier, new URL(path, ROOT));
    const to = decodeURIComponent(url.pathname.slice(ROOT.pathname.length));
    return { from: path, to, is_type };
  };
  const stated = [...text.matchAll(STATEMENT)].map(([, type, names, to]) =>
    at(to, type !== undefined || areTypes(names ?? ""))
  );
  const late = [...text.matchAll(LATE)].map(([, to]) => at(to, false));
  return [...stated, ...late].filter(({ to }) => !/\/\$[^/]+\.ts$/.test(to));
}

/** `{ type A, type B }` */
function areTypes(names: string): boolean {
  const inner = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  return inner !== undefined &&
    inner.split(",").map((name) => name.trim()).filter(Boolean)
      .every((name) => name.startsWith("type "));
}

/** A file's room: its folder in `lib`, or the file itself at the top of `lib`; elsewhere the outermost folder. */
export function room(path: string): string {
  const [top, second] = path.split("/");
  return top === "lib" ? second : top;
}
