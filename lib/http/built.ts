import { type Assets, loadAssets } from "./assets.ts";
import type { Routes } from "./handler.ts";

const OUTPUT = new URL("../../.output/", import.meta.url);

/** What `deno task build` made: the routes as one function, and the files to serve. */
export async function loadBuilt(): Promise<{ routes: Routes; assets: Assets }> {
  const entry = new URL("server/index.mjs", OUTPUT).href;
  const [built, assets] = await Promise.all([
    import(entry) as Promise<{ fetch: Routes }>,
    loadAssets(new URL("public/", OUTPUT)),
  ]);
  return { routes: built.fetch, assets };
}
