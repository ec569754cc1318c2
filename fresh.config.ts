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
    // The process has these loaded already: bundled, each would be there twice.
    rolldownConfig: {
      external: [
        "@ai-sdk/openai-compatible",
        "@modelcontextprotocol/server",
        "ai",
        "ipaddr.js",
        "tldts",
        "ulid",
        "uqr",
        "zod",
      ],
    },
    publicAssets: [{ dir: "static", baseURL: "/" }],
  },
}));
