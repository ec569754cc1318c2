import { AsyncLocalStorage } from "node:async_hooks";
import type { Appearance } from "../schemas/appearance.ts";

/** The patched page renderer reads the request's nonce under this key (lib/build/fresh_patch.ts). */
const KEY = Symbol.for("twincast.rendering");

/** What a page's shell needs from its request, which Fresh does not pass to it. */
export type Rendering = {
  nonce: string;
  pathname: string;
  look: Appearance;
  /** The page's language, if not English. */
  language?: { lang: string; dir: "ltr" | "rtl" };
};

type Shared = { [KEY]?: AsyncLocalStorage<Rendering> };

/** Runs `answer` so that the page it renders carries this nonce and look. */
export function withRendering<T>(rendering: Rendering, answer: () => T): T {
  const shared = globalThis as Shared;
  shared[KEY] ??= new AsyncLocalStorage<Rendering>();
  return shared[KEY].run(rendering, answer);
}

/** Sets the language of the rendered page. */
export function setPageLanguage({ lang, dir }: { lang: string; dir: string }) {
  const rendering = currentRendering();
  if (!rendering) return;
  rendering.language = { lang, dir: dir === "rtl" ? "rtl" : "ltr" };
}

/** The current rendering; null if a page is rendered without `createHandler`, as in development. */
export function currentRendering(): Rendering | null {
  return (globalThis as Shared)[KEY]?.getStore() ?? null;
}
