/** Another site: one page on its own origin. */
export type Site = AsyncDisposable & {
  origin: string;
  /** Content of the page's head and body. */
  head: string;
  html: string;
  headers: Record<string, string>;
};

/** Serves a page on a free port; its content may be changed until it is opened. */
export function servePage(): Site {
  const site = { head: "", html: "", headers: {} as Record<string, string> };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (req) =>
      new URL(req.url).pathname === "/"
        ? new Response(
          `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>A site</title>${site.head}</head><body>${site.html}</body></html>`,
          {
            headers: {
              "content-type": "text/html; charset=utf-8",
              ...site.headers,
            },
          },
        )
        : new Response(null, { status: 204 }),
  );
  return Object.assign(site, {
    origin: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  });
}
