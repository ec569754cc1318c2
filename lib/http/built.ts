import { ConfigError } from "../errors.ts";
import { type Assets, loadAssets } from "./assets.ts";
import type { Routes } from "./handler.ts";

const OUTPUT = new URL("../../.output/", import.meta.url);

/**
 * Loads the output of `deno task build`: the routes as one function, and the files to serve. Throws `ConfigError` if
 * it has not been run.
 */
export async function loadBuilt(): Promise<{ routes: Routes; assets: Assets }> {
  await Deno.stat(OUTPUT).catch((cause) => {
    throw new ConfigError(
      "The app is not built yet. Run deno task build, or deno task start, which builds first.",
      { cause },
    );
  });
  const entry = new URL("server/index.mjs", OUTPUT).href;
  const [built, assets] = await Promise.all([
    import(entry) as Promise<{ fetch: Routes }>,
    loadAssets(new URL("public/", OUTPUT)),
  ]);
  return { routes: built.fetch, assets };
}
