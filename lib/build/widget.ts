import { createHash } from "node:crypto";
import { build, stop, transform } from "esbuild";
import { minify } from "terser";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** The oldest browsers that support everything in the style sheet (`light-dark`, `color(from …)`). */
const TARGET = ["chrome123", "firefox128", "safari18"];

/** Our own property names that nothing else uses and no message contains: safe to shorten. */
const PRIVATE =
  /^(bubble|onText|onSession|retry_at_ms|endpoint|indent|store|nth|node|options|host|input|section|log|footer|words|isOpen|wake|shown|greet|root|excerpts)$/;

const file = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Brotli sizes in bytes. */
type WidgetSizes = { loader: number; panel: number };

/**
 * Builds the widget: `widget.js`, which a page loads; the panel it fetches on demand from a content-hashed path; and
 * both in one file, for pages that pin it.
 */
export async function buildWidget(
  folder = file("static"),
): Promise<WidgetSizes> {
  try {
    const names: Names = {};
    const css = {
      PANEL_CSS: await style("lib/widget/panel/panel.css"),
      LOADER_CSS: await style("lib/widget/loader/loader.css"),
    };
    const panel = await script("panel/panel.ts", "esm", css, names);
    const hash = createHash("sha384").update(panel).digest("hex").slice(0, 16);
    const path = `/widget/${hash}.js`;
    const loader = await script("loader/loader.ts", "iife", {
      ...css,
      PANEL_PATH: path,
    }, names);
    const whole = await script("loader/loader.ts", "iife", {
      ...css,
      PANEL_PATH: "",
    }, names);
    await rm(`${folder}/widget`, { recursive: true, force: true });
    await mkdir(`${folder}/widget`, { recursive: true });
    await writeFile(`${folder}/widget.js`, loader);
    await writeFile(folder + path, panel);
    await writeFile(`${folder}/widget.whole.js`, whole);
    return { loader: brotliSize(loader), panel: brotliSize(panel) };
  } finally {
    // esbuild's child process would keep this one alive.
    await stop();
  }
}

/** What private names were shortened to; the same in every file. */
type Names = Record<string, string | false>;

/** Builds a script with texts in place of names; reads and extends `names`. */
async function script(
  entry: string,
  format: "esm" | "iife",
  texts: Record<string, string>,
  names: Names,
): Promise<Uint8Array> {
  const { outputFiles, mangleCache } = await build({
    entryPoints: [file(`lib/widget/${entry}`)],
    bundle: true,
    format,
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    mangleProps: PRIVATE,
    mangleCache: names,
    define: Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]),
    ),
    minify: true,
    write: false,
  });
  Object.assign(names, mangleCache);
  // Terser folds a few expressions and blocks more than esbuild.
  const { code = "" } = await minify(outputFiles[0].text, {
    ecma: 2020,
    module: format === "esm",
    compress: { passes: 2, unsafe_arrows: true },
  });
  return new TextEncoder().encode(code);
}

async function style(path: string): Promise<string> {
  const { code } = await transform(await readFile(file(path), "utf8"), {
    loader: "css",
    minify: true,
    charset: "utf8",
    target: TARGET,
  });
  return code.trim();
}

function brotliSize(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

if (import.meta.main) {
  const { loader, panel } = await buildWidget();
  console.log(`widget.js: ${loader} bytes in brotli, its panel ${panel}`);
}
