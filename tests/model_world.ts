import assert from "node:assert/strict";
import { readEvents } from "../lib/client/event_stream.ts";
import {
  type Member,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { ModelServer } from "./model_server.ts";

/** Generous: one second is promised. */
export const SOON_MS = 3_000;

export const QUESTION = { message: "When do you drink oolong tea?" };

export type World = AsyncDisposable & {
  model: ModelServer;
  server: Server;
  owner: Member;
  chat: string;
};

/** A shared twin that answers through a scripted model. */
export async function openWorld(
  env: Record<string, string> = {},
): Promise<World> {
  const model = new ModelServer();
  const server = await startServer({ env: { ...model.env, ...env } });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  return {
    model,
    server,
    owner,
    chat,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

// deno-lint-ignore no-explicit-any -- a test reads what it expects to be there
export type Event = { event: string; data: any };

/** Opens a stream; leaving it is up to the caller. */
export async function openStream(
  server: Server,
  path: string,
  headers: Record<string, string> = {},
  body: object = QUESTION,
) {
  const leave = new AbortController();
  const response = await server.fetch(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      ...headers,
    },
    body: JSON.stringify(body),
    signal: leave.signal,
  });
  assert.equal(response.status, 200);
  assert.ok(response.body);
  const events = readEvents(response.body);
  const next = async (): Promise<Event | null> => {
    const { done, value } = await events.next();
    return done ? null : { event: value.event, data: JSON.parse(value.data) };
  };
  return {
    next,
    /** An abort alone sometimes leaves Deno's connection open without telling the server. */
    leave: () => {
      events.return(undefined).catch(() => {});
      leave.abort();
    },
    /** Every event until the stream ends. */
    async rest(): Promise<Event[]> {
      const all: Event[] = [];
      for (let event = await next(); event; event = await next()) {
        all.push(event);
      }
      return all;
    },
  };
}

export function textOf(events: Event[]): string {
  return events.filter(({ event }) => event === "delta")
    .map(({ data }) => data.text).join("");
}

/** The visitor's conversation as the owner reads it. */
export async function transcript({ owner }: World) {
  const path = `/twins/${owner.twin_id}/conversations`;
  const { items } = await owner.json("GET", path);
  return items.length === 0
    ? []
    : (await owner.json("GET", `${path}/${items[0].id}`)).exchanges;
}
