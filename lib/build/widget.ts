import { build, stop, transform } from "esbuild";
import { minify } from "terser";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** The oldest browsers that know all that the style sheet needs (`light-dark`, `color(from …)`). */
const TARGET = ["chrome123", "firefox128", "safari18"];

/** Our own property names that are no one else's and in no message: free to be shortened. */
const PRIVATE =
  /^(bubble|draw|finish|toEnd|onText|onSession|retry_at_ms|endpoint|indent|store|emit|nth|node|options|host|input|section)$/;

const file = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type WidgetSize = { bytes: number; brotli: number };

/** Builds `static/widget.js`, or writes to `outfile`; sizes in bytes. */
export async function buildWidget(
  options: { outfile?: string } = {},
): Promise<WidgetSize> {
  try {
    const styles = await readFile(file("lib/widget/widget.css"), "utf8");
    const css = await transform(styles, {
      loader: "css",
      minify: true,
      charset: "utf8",
      target: TARGET,
    });
    const { outputFiles } = await build({
      entryPoints: [file("lib/widget/widget.ts")],
      bundle: true,
      format: "iife",
      target: TARGET,
      charset: "utf8",
      legalComments: "none",
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
      mangleProps: PRIVATE,
      define: { WIDGET_CSS: JSON.stringify(css.code.trim()) },
      minify: true,
      write: false,
    });
    // Terser folds a few expressions and blocks more than esbuild.
    const { code = "" } = await minify(outputFiles[0].text, {
      ecma: 2020,
      compress: { passes: 2, unsafe_arrows: true },
    });
    const script = new TextEncoder().encode(code);
    const outfile = options.outfile ?? file("static/widget.js");
    await mkdir(dirname(outfile), { recursive: true });
    await writeFile(outfile, script);
    return { bytes: script.length, brotli: brotliSize(script) };
  } finally {
    // esbuild's own process would keep ours alive.
    await stop();
  }
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
  const { bytes, brotli } = await buildWidget();
  console.log(`static/widget.js: ${bytes} bytes, ${brotli} with brotli`);
}
