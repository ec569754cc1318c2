import { AsyncLocalStorage } from "node:async_hooks";

/** The patched page renderer reads the request's nonce under this key (lib/build/fresh_patch.ts). */
const KEY = Symbol.for("twincast.nonce");

type Shared = { [KEY]?: AsyncLocalStorage<string> };

/** Runs `answer` so that the boot scripts of the page it renders carry `nonce`. */
export function withNonce<T>(nonce: string, answer: () => T): T {
  const shared = globalThis as Shared;
  shared[KEY] ??= new AsyncLocalStorage<string>();
  return shared[KEY].run(nonce, answer);
}
