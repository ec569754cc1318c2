// Runs in its own process (`pictures.ts`).
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { readFile } from "node:fs/promises";
import { serveTasks } from "../isolated/serve.ts";

const file = (name: string) => readFile(new URL(import.meta.resolve(name)));

const FONTS = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
];

const ready = (async () => {
  await initWasm(await file("@resvg/resvg-wasm/index_bg.wasm"));
  return await Promise.all(FONTS.map(file));
})();

serveTasks(async ({ bytes }) => {
  const fontBuffers = await ready;
  const picture = new Resvg(new TextDecoder().decode(bytes), {
    font: { fontBuffers, defaultFontFamily: "Inter", loadSystemFonts: false },
  });
  try {
    const png = new Uint8Array(picture.render().asPng());
    return { data: null, bytes: png };
  } finally {
    picture.free();
  }
});
