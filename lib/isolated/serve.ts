import { encode, type Message, MessageReader } from "./message.ts";

/** The outcome of a task: an answer, or why its code failed, and the memory its process now uses, in bytes. */
export type Outcome =
  & { memory: number }
  & ({ answer: unknown } | { failure: string });

type Work = (task: Message) => Promise<Message>;

/** Runs in the isolated code: answers each task with `work`, in its own process or in a worker. */
export function serveTasks(work: Work): void {
  if ("WorkerGlobalScope" in globalThis) serveWorker(work);
  else serveProcess(work);
}

async function serveProcess(work: Work): Promise<void> {
  new Worker(new URL("./process_guard.ts", import.meta.url), {
    type: "module",
  });
  // The sender has limited its tasks already.
  const tasks = new MessageReader(Deno.stdin.readable, Infinity);
  const writer = Deno.stdout.writable.getWriter();
  for (let task = await tasks.next(); task; task = await tasks.next()) {
    for (const part of encode(await settle(work, task))) {
      await writer.write(part);
    }
  }
  // Otherwise the guard would keep the process alive.
  Deno.exit();
}

function serveWorker(work: Work): void {
  const scope = self as unknown as Worker;
  scope.onmessage = async ({ data }: MessageEvent<Message>) =>
    scope.postMessage(await settle(work, data));
}

async function settle(work: Work, task: Message): Promise<Message> {
  try {
    const { data, bytes } = await work(task);
    return { data: { answer: data, memory: held() } satisfies Outcome, bytes };
  } catch (error) {
    const outcome: Outcome = { failure: String(error), memory: held() };
    return { data: outcome, bytes: new Uint8Array() };
  }
}

function held(): number {
  return Deno.memoryUsage().rss;
}
