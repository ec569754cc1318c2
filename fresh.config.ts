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
    // The process has already loaded these; bundling them would load a second copy.
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
