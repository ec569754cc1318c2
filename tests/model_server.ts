/** A scripted model's response to one request. */
export type Script = (request: ModelRequest) => Response | Promise<Response>;

/** A request as the model received it. */
export type ModelRequest = {
  body: { model: string; messages: { role: string; content: string }[] };
  /** All of its text. */
  text: string;
  authorization: string | null;
  /** Resolves when the caller leaves before the answer's end. */
  aborted: Promise<void>;
};

/** A scripted OpenAI-compatible server. */
export class ModelServer {
  readonly requests: ModelRequest[] = [];
  script: Script = () => say("I do not know.");
  /** The models it lists; null if it lists none. */
  models: string[] | null = null;
  /** The texts it was asked to embed, one entry per request. */
  readonly embedded: { input: string[]; model: string }[] = [];
  embedding: (texts: string[]) => Response | Promise<Response> = () =>
    new Response("No vectors here", { status: 404 });
  /** Background requests for the questions that a text answers. */
  readonly foreseen: ModelRequest[] = [];
  foresee: Script = () => tell("");
  #closing = new AbortController();
  #server: Deno.HttpServer<Deno.NetAddr>;

  constructor() {
    this.#server = Deno.serve(
      {
        hostname: "127.0.0.1",
        port: 0,
        signal: this.#closing.signal,
        onListen: () => {},
      },
      (req) => this.#answer(req),
    );
  }

  async #answer(req: Request): Promise<Response> {
    const { pathname } = new URL(req.url);
    if (pathname === "/v1/models" && this.models) {
      return Response.json({ data: this.models.map((id) => ({ id })) });
    }
    if (pathname === "/v1/embeddings") {
      const { input, model } = await req.json();
      this.embedded.push({ input, model });
      return await this.embedding(input);
    }
    if (pathname !== "/v1/chat/completions") {
      return new Response("Not here", { status: 404 });
    }
    const aborted = Promise.withResolvers<void>();
    req.signal.addEventListener("abort", () => aborted.resolve());
    const text = await req.text();
    const request: ModelRequest = {
      body: JSON.parse(text),
      text,
      authorization: req.headers.get("authorization"),
      aborted: aborted.promise,
    };
    if (/You foresee what visitors/.test(text)) {
      this.foreseen.push(request);
      return await this.foresee(request);
    }
    this.requests.push(request);
    return await this.script(request);
  }

  /** The settings that make the app use this server. */
  get env(): Record<string, string> {
    return {
      TWINCAST_LLM_BASE_URL: `http://127.0.0.1:${this.#server.addr.port}/v1`,
      TWINCAST_LLM_MODEL: "scripted",
      TWINCAST_LLM_API_KEY: "sk-CANARY-model",
    };
  }

  async [Symbol.asyncDispose]() {
    this.#closing.abort();
    await this.#server.finished;
  }
}

/** A complete answer, not streamed. */
export function tell(content: string): Response {
  return Response.json({
    choices: [{
      index: 0,
      message: { role: "assistant", content },
      finish_reason: "stop",
    }],
  });
}

function chunk(delta: object, finish_reason: string | null = null) {
  const data = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 0,
    model: "scripted",
    choices: [{ index: 0, delta, finish_reason }],
  };
  return new TextEncoder().encode(`data: ${JSON.stringify(data)}\n\n`);
}

function events(body: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return new Response(body, {
    headers: { "content-type": "text/event-stream" },
  });
}

/** Streams these pieces and ends normally. */
export function say(...pieces: string[]): Response {
  return stream(async function* () {
    for (const piece of pieces) yield piece;
  });
}

/** Streams what the generator yields; if it throws, the connection breaks. */
export function stream(pieces: () => AsyncGenerator<string>): Response {
  const iterator = pieces();
  return events(
    new ReadableStream({
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (!done) {
          controller.enqueue(
            chunk({ content: value }) as Uint8Array<ArrayBuffer>,
          );
        } else {
          controller.enqueue(chunk({}, "stop"));
          controller.enqueue(new TextEncoder().encode("data: [DONE]\n\n"));
          controller.close();
        }
      },
      cancel() {
        iterator.return(undefined).catch(() => {});
      },
    }),
  );
}

/** Begins an answer and then stays silent until the caller leaves. */
export function hang(request: ModelRequest, ...pieces: string[]): Response {
  return stream(async function* () {
    for (const piece of pieces) yield piece;
    await request.aborted;
  });
}
