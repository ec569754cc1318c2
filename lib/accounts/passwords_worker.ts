import { argon2id, argon2Verify } from "hash-wasm";
import { serveTasks } from "../worker_queue.ts";

/** What the worker is asked: to hash where `hash` is null, otherwise to verify. */
export type PasswordTask = { password: string; hash: string | null };
/** The PHC string, or whether the password is the hashed one. */
export type PasswordResult = string | boolean;

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };

serveTasks<PasswordTask, PasswordResult>(async ({ password, hash }) => {
  if (hash !== null) return await argon2Verify({ password, hash });
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return await argon2id({
    ...COST,
    password,
    salt,
    hashLength: 32,
    outputType: "encoded",
  });
});
