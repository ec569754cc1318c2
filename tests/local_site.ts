export type Site =
  & { port: number; host: string; seen: string[] }
  & AsyncDisposable;

/** A local server that records its requests. */
export function localSite(
  answer: (request: Request) => Response | Promise<Response>,
): Site {
  const seen: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      seen.push(new URL(request.url).pathname);
      return answer(request);
    },
  );
  const { port } = server.addr;
  return {
    port,
    seen,
    host: `localhost:${port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
