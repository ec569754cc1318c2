// A KV Connect server for tests: versions 1 to 3 of the protocol over one SQLite file, which can be told to be slow,
// fail, hang and lose answers. Not for production, and without `watch`.
//   DENO_KV_ACCESS_TOKEN=… deno run -A tests/kvconnect/server.ts --port 4600 --file store.db [--delay 20]
// GET /calls returns the number of calls. POST /delay?ms=20, /fail?n=3&status=503, /hang?on=1, /lose?n=1: the next n
// commits are applied, and their answers lost.
import { delay } from "../../lib/store/commit.ts";
import { Database, Refused } from "./database.ts";

export const TOKEN = "a-token-for-tests";

/** A running server, and its faults. */
export class KvConnectServer {
  /** Its latency, in milliseconds. */
  delay_ms = 0;
  /** How many calls of the store it has answered. */
  calls = 0;
  /** How many of the next calls are answered with this status. */
  failing = { calls: 0, status: 503 };
  /** How many of the next commits are applied and answered 503, as if the answer were lost. */
  losing = 0;
  /** Whether a received commit is not answered yet. */
  is_committing = false;
  /** While true, calls are accepted and not answered; afterwards they get 503. */
  #hanging: PromiseWithResolvers<void> | null = null;
  #database: Database;
  #closing = new AbortController();
  #server: Deno.HttpServer<Deno.NetAddr>;

  constructor(
    { file = ":memory:", port = 0, token = TOKEN }: {
      file?: string;
      port?: number;
      token?: string;
    } = {},
  ) {
    this.#database = new Database(file);
    this.#server = Deno.serve({
      hostname: "127.0.0.1",
      port,
      signal: this.#closing.signal,
      onListen: () => {},
    }, (req) => this.#answer(req, token));
  }

  get port(): number {
    return this.#server.addr.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  hang(on: boolean): void {
    if (on) this.#hanging ??= Promise.withResolvers();
    else {
      this.#hanging?.resolve();
      this.#hanging = null;
    }
  }

  async [Symbol.asyncDispose]() {
    this.hang(false);
    this.#closing.abort();
    await this.#server.finished;
    this.#database.close();
  }

  async #answer(req: Request, token: string): Promise<Response> {
    const { pathname, searchParams } = new URL(req.url);
    if (pathname === "/calls") return new Response(`${this.calls}`);
    if (this.#command(pathname, searchParams)) return new Response("ok");
    if (req.headers.get("authorization") !== `Bearer ${token}`) {
      return new Response("wrong token", { status: 401 });
    }
    this.calls++;
    this.is_committing = pathname === "/v1/atomic_write";
    if (this.delay_ms > 0) await delay(this.delay_ms);
    if (this.#hanging) {
      await this.#hanging.promise;
      return new Response("hung", { status: 503 });
    }
    if (this.failing.calls > 0) {
      this.failing.calls--;
      return new Response("made to fail", { status: this.failing.status });
    }
    if (pathname === "/") return this.#metadata(await req.json(), token);
    const body = new Uint8Array(await req.arrayBuffer());
    try {
      return this.#call(pathname, body);
    } catch (error) {
      const status = error instanceof Refused ? 400 : 500;
      return new Response(String(error), { status });
    }
  }

  #metadata(
    { supportedVersions = [1] }: { supportedVersions?: number[] },
    token: string,
  ): Response {
    const version = Math.max(...supportedVersions.filter((v) => v <= 3));
    return Response.json({
      version,
      databaseId: this.#database.id,
      uuid: this.#database.id,
      endpoints: [{
        url: version === 1 ? `${this.url}/v1` : "/v1",
        consistency: "strong",
      }],
      token,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
  }

  #call(pathname: string, body: Uint8Array): Response {
    if (pathname === "/v1/snapshot_read") {
      return protobuf(this.#database.read(body));
    }
    if (pathname !== "/v1/atomic_write") {
      return new Response("not here", { status: 404 });
    }
    const written = this.#database.write(body);
    if (this.losing === 0) return protobuf(written);
    this.losing--;
    return new Response("lost", { status: 503 });
  }

  /** Serves another process's commands. */
  #command(pathname: string, params: URLSearchParams): boolean {
    const n = Number(params.get("n") ?? 1);
    if (pathname === "/delay") this.delay_ms = Number(params.get("ms"));
    else if (pathname === "/fail") {
      this.failing = { calls: n, status: Number(params.get("status") ?? 503) };
    } else if (pathname === "/lose") this.losing = n;
    else if (pathname === "/hang") this.hang(params.get("on") === "1");
    else return false;
    return true;
  }
}

function protobuf(body: Uint8Array<ArrayBuffer>): Response {
  return new Response(body, {
    headers: { "content-type": "application/x-protobuf" },
  });
}

if (import.meta.main) {
  const argument = (name: string) => {
    const at = Deno.args.indexOf(`--${name}`);
    return at < 0 ? undefined : Deno.args[at + 1];
  };
  const server = new KvConnectServer({
    file: argument("file"),
    port: Number(argument("port") ?? 0),
    token: Deno.env.get("DENO_KV_ACCESS_TOKEN"),
  });
  server.delay_ms = Number(argument("delay") ?? 0);
  console.log(`Listening on port ${server.port}`);
}
