// Processes that a bench starts and always ends.
const PEERS = new URL("./peers/", import.meta.url);

/** Installs the peers from npm, which only the bench needs. */
export async function installPeers(): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["install", "--quiet"],
    cwd: PEERS,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** Runs a script from the peers' folder to its end; returns the JSON it prints last. */
export async function runPeer<T>(
  script: string,
  ...args: string[]
): Promise<T> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, ...args],
    cwd: PEERS,
  }).output();
  const lines = new TextDecoder().decode(stdout).trim().split("\n");
  if (success) return JSON.parse(lines.at(-1) ?? "");
  throw new Error(new TextDecoder().decode(stderr));
}

/** A server from the peers' folder, once it has printed its port. */
type Peer = AsyncDisposable & { base: string; pid: number };

export async function startPeer(
  script: string,
  ...args: string[]
): Promise<Peer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, ...args],
    cwd: PEERS,
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const port = await firstLine(child.stdout);
  return {
    base: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.status;
    },
  };
}

/** The first line a process prints; the rest is discarded. */
export async function firstLine(
  stdout: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const reader = stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) throw new Error("It ended before it said where it is");
    text += value;
  }
  (async () => {
    while (!(await reader.read()).done);
  })().catch(() => {});
  return text.split("\n")[0].trim();
}

/** Whether a program is installed. */
export async function canRun(program: string): Promise<boolean> {
  try {
    await new Deno.Command(program, { args: ["-v"] }).output();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** A local redis-server on a free port; null if it is not installed. */
export async function startRedis(
  fsync: "everysec" | "always",
): Promise<AsyncDisposable & { port: number } | null> {
  const dir = await Deno.makeTempDir();
  const port = freePort();
  try {
    const child = new Deno.Command("redis-server", {
      args: [
        ...["--port", `${port}`, "--dir", dir, "--save", ""],
        ...["--appendonly", "yes", "--appendfsync", fsync],
      ],
      stdout: "null",
    }).spawn();
    await untilOpen(port);
    return {
      port,
      async [Symbol.asyncDispose]() {
        child.kill("SIGKILL");
        await child.status;
        await Deno.remove(dir, { recursive: true });
      },
    };
  } catch (error) {
    await Deno.remove(dir, { recursive: true });
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await Deno.connect({ hostname: "127.0.0.1", port })
      .then((connection) => {
        connection.close();
        return true;
      }, () => false);
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing listens on port ${port}`);
}
