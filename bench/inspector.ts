// A process's profile, through Deno's inspector.
import { until } from "../tests/until.ts";

/** One function of a profile, and where it is. */
type Node = {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
};

/** A sampled profile in the form of the Chrome DevTools Protocol. */
export type Profile = {
  nodes: Node[];
  samples: number[];
  timeDeltas: number[];
};

/** A free local port for a process to be inspected on. */
export function inspectorPort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** A connection to the inspector of a process. */
export class Inspector implements Disposable {
  #socket: WebSocket;
  #asked = new Map<number, (result: unknown) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(data);
      this.#asked.get(id)?.(result);
      this.#asked.delete(id);
    };
  }

  /** Connects once the process listens. */
  static async open(port: number): Promise<Inspector> {
    let url = "";
    await until(async () => {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
        .then((response) => response.json(), () => []);
      url = listed[0]?.webSocketDebuggerUrl ?? "";
      return url !== "";
    }, "the inspector");
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    const inspector = new Inspector(socket);
    await inspector.#ask("Profiler.enable");
    await inspector.#ask("Profiler.setSamplingInterval", { interval: 200 });
    return inspector;
  }

  #ask(method: string, params = {}): Promise<unknown> {
    const id = ++this.#last;
    const answer = new Promise((resolve) => this.#asked.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  /** Begins to sample; a process that waits for it starts to run. */
  async begin(): Promise<void> {
    await this.#ask("Profiler.start");
    await this.#ask("Runtime.runIfWaitingForDebugger");
  }

  async end(): Promise<Profile> {
    const { profile } = await this.#ask("Profiler.stop") as {
      profile: Profile;
    };
    return profile;
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
