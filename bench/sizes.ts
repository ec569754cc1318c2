// The widget's files as a page loads them, in transfer size.
import { brotliCompressSync } from "node:zlib";
import { atMost, type Row } from "./report.ts";

const STATIC = new URL("../static/", import.meta.url);

export async function benchSizes(): Promise<Row[]> {
  const loader = brotliSize(await Deno.readFile(new URL("widget.js", STATIC)));
  let panel = 0;
  const folder = new URL("widget/", STATIC);
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".js")) continue;
    panel += brotliSize(await Deno.readFile(new URL(name, folder)));
  }
  return [
    atMost("the widget's loader, brotli", loader / 1_000, 3.5, "kB"),
    atMost(
      "loader and panel together, brotli",
      (loader + panel) / 1_000,
      12,
      "kB",
    ),
  ];
}

function brotliSize(bytes: Uint8Array): number {
  return brotliCompressSync(bytes).length;
}
