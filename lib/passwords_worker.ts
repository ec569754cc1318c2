/// <reference lib="deno.worker" />
import { argon2id, argon2Verify } from "hash-wasm";
import type { PasswordResult, PasswordTask } from "./passwords.ts";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async ({ data }: MessageEvent<PasswordTask>) => {
  const { id, password, hash } = data;
  const result: PasswordResult = hash === null
    ? {
      id,
      hash: await argon2id({
        ...COST,
        password,
        salt: crypto.getRandomValues(new Uint8Array(16)),
        hashLength: 32,
        outputType: "encoded",
      }),
    }
    : { id, matches: await argon2Verify({ password, hash }) };
  scope.postMessage(result);
};
