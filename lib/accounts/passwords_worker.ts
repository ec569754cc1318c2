import { argon2id, argon2Verify } from "hash-wasm";
import { serveTasks } from "../worker_queue.ts";

/** What argon2id takes: KiB of memory, passes over it, lanes. */
export type PasswordCost = {
  memorySize: number;
  iterations: number;
  parallelism: number;
};
/** What the worker is asked: to hash at a cost, or to verify. */
export type PasswordTask =
  & { password: string }
  & ({ cost: PasswordCost } | { hash: string });
/** The PHC string, or whether the password is the hashed one. */
export type PasswordResult = string | boolean;

serveTasks<PasswordTask, PasswordResult>(async ({ password, ...task }) => {
  if ("hash" in task) return await argon2Verify({ password, hash: task.hash });
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return await argon2id({
    ...task.cost,
    password,
    salt,
    hashLength: 32,
    outputType: "encoded",
  });
});
