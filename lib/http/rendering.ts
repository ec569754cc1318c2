import { AsyncLocalStorage } from "node:async_hooks";
import type { Appearance } from "../schemas/appearance.ts";

/** The patched page renderer reads the request's nonce under this key (lib/build/fresh_patch.ts). */
const KEY = Symbol.for("twincast.rendering");

/** What the shell of a page needs of its request, which Fresh does not hand it. */
export type Rendering = {
  nonce: string;
  pathname: string;
  look: Appearance;
  /** The language that the page speaks, where it is not English. */
  language?: { lang: string; dir: "ltr" | "rtl" };
};

type Shared = { [KEY]?: AsyncLocalStorage<Rendering> };

/** Runs `answer` so that the page it renders carries this nonce and look. */
export function withRendering<T>(rendering: Rendering, answer: () => T): T {
  const shared = globalThis as Shared;
  shared[KEY] ??= new AsyncLocalStorage<Rendering>();
  return shared[KEY].run(rendering, answer);
}

/** Says which language the page that is answered with speaks. */
export function setPageLanguage({ lang, dir }: { lang: string; dir: string }) {
  const rendering = currentRendering();
  if (!rendering) return;
  rendering.language = { lang, dir: dir === "rtl" ? "rtl" : "ltr" };
}

/** The rendering under way; null where a page is rendered without `createHandler`, as in development. */
export function currentRendering(): Rendering | null {
  return (globalThis as Shared)[KEY]?.getStore() ?? null;
}
