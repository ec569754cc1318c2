import { defineConfig } from "vite";
import { fresh } from "fresh/vite";
import tailwindcss from "@tailwindcss/vite";
import { freshPatch } from "./lib/build/fresh_patch.ts";

export default defineConfig(({ command }) => ({
  plugins: [freshPatch(), fresh(), tailwindcss()],
  publicDir: false,
  nitro: {
    preset: "deno_server",
    entry: command === "build" ? "./lib/build/nitro_entry.ts" : undefined,
    publicAssets: [{ dir: "static", baseURL: "/" }],
  },
}));
