import type { Operation } from "../lib/http/contract/operation.ts";
import type { Member, Server } from "./harness.ts";
import { makeWorld, type World } from "./world.ts";

/** Operations that change a world and leave everything in it that another one needs. */
const SPARES = new RegExp(
  "^(create|test|export|import|check|call|preview|public|handle|widget|trial" +
    "|start|receive|invite|rename|put|updateApiKey|updateChannel" +
    "|updateContent|updateLead|updateNotifications|updateSource|updateTwin)",
);

/**
 * A world for each operation to succeed in, since making one takes longer than most trials: reading operations share
 * one, changing ones another until one of them takes something away from it.
 */
export async function worldsFor(
  server: Server,
  owner: Member,
): Promise<(operation: Operation) => Promise<World>> {
  const read = await makeWorld(server, owner);
  let changed: World | null = null;
  return async ({ id, method }) => {
    const world = method === "GET"
      ? read
      : changed ?? await makeWorld(server, owner);
    if (method !== "GET") changed = SPARES.test(id) ? world : null;
    return { ...world, params: { ...world.params } };
  };
}
