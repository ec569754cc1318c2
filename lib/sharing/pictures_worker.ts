import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { readFile } from "node:fs/promises";
import { serveTasks } from "../worker_queue.ts";

const file = (name: string) => readFile(new URL(import.meta.resolve(name)));

const FONTS = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
];

const ready = (async () => {
  await initWasm(await file("@resvg/resvg-wasm/index_bg.wasm"));
  return await Promise.all(FONTS.map(file));
})();

serveTasks<string, Uint8Array<ArrayBuffer>>(async (svg) => {
  const fontBuffers = await ready;
  const picture = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: "Inter", loadSystemFonts: false },
  });
  try {
    return new Uint8Array(picture.render().asPng());
  } finally {
    picture.free();
  }
});
