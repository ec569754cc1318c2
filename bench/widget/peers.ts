import { brotliCompressSync } from "node:zlib";
import { installPeers } from "../processes.ts";

const MODULES = new URL("../peers/node_modules/", import.meta.url);

/** Paths of the baseline's and the peers' bundles. */
const FILES: Record<string, URL> = {
  "/floor.js": new URL("floor.js", import.meta.url),
  "/deep-chat.js": new URL("deep-chat/dist/deepChat.bundle.js", MODULES),
  "/typebot.js": new URL("@typebot.io/js/dist/web.js", MODULES),
  "/flowise.js": new URL("flowise-embed/dist/web.js", MODULES),
};

type PeerServer = AsyncDisposable & { origin: string };

/** Serves the peers from memory, at the highest brotli level, from their own origin. */
export async function servePeers(): Promise<PeerServer> {
  await installPeers();
  const files = new Map(
    await Promise.all(
      Object.entries(FILES).map(async ([path, url]) =>
        [
          path,
          new Uint8Array(brotliCompressSync(await Deno.readFile(url))),
        ] as const
      ),
    ),
  );
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const headers = { "access-control-allow-origin": "*" };
      const file = files.get(new URL(request.url).pathname);
      if (!file) return new Response(null, { status: 404, headers });
      return new Response(file, {
        headers: {
          ...headers,
          "content-type": "text/javascript; charset=utf-8",
          "content-encoding": "br",
          "content-length": `${file.length}`,
          "cache-control": "public, max-age=300",
        },
      });
    },
  );
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
