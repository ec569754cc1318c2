import { argon2id, argon2Verify } from "hash-wasm";
import { serveTasks } from "../worker_queue.ts";

/** The cost of argon2id: KiB of memory, passes, lanes. */
export type PasswordCost = {
  memorySize: number;
  iterations: number;
  parallelism: number;
};
/** The worker's task: hash at a cost, or verify. */
export type PasswordTask =
  & { password: string }
  & ({ cost: PasswordCost } | { hash: string });
/** The PHC string, or whether the password matches. */
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
