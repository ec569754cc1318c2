/// <reference lib="deno.worker" />
import { argon2id, argon2Verify } from "hash-wasm";
import type { PasswordResult, PasswordTask } from "./passwords.ts";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async ({ data }: MessageEvent<PasswordTask>) => {
  const result = await run(data).catch((error): PasswordResult => ({
    id: data.id,
    failure: String(error),
  }));
  scope.postMessage(result);
};

async function run({ id, password, hash }: PasswordTask) {
  if (hash !== null) {
    return { id, matches: await argon2Verify({ password, hash }) };
  }
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const made = await argon2id({
    ...COST,
    password,
    salt,
    hashLength: 32,
    outputType: "encoded",
  });
  return { id, hash: made };
}
