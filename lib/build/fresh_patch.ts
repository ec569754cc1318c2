import type { Plugin } from "vite";

/** The key under which `lib/http/rendering.ts` keeps the request's CSP nonce. */
const NONCE = `globalThis[Symbol.for("twincast.rendering")]?.getStore()?.nonce`;

const REPLACEMENTS: ReadonlyArray<readonly [from: string, to: string]> = [
  // A replacement string would expand `$'` and `$&` from an island's props; a function does not.
  [
    `html.replace("</head>", injection + "</head>")`,
    `html.replace("</head>", () => injection + "</head>")`,
  ],
  [
    '<script type="module"${attr}>${scriptBody}</script>',
    '<script type="module" nonce="${' + NONCE +
    ' ?? ""}"${attr}>${scriptBody}</script>',
  ],
];

/**
 * Rewrites Fresh's page renderer: island props are inserted literally, and the boot script carries the request's
 * nonce. Fails the build if Fresh no longer contains the text to replace.
 */
export function freshPatch(): Plugin {
  return {
    name: "twincast:fresh-patch",
    enforce: "pre",
    transform: {
      filter: { id: /\/dist\/server\/render\.js$/ },
      handler(code, id) {
        if (!id.includes("fresh")) return;
        return REPLACEMENTS.reduce((source, [from, to]) => {
          if (!source.includes(from)) {
            throw new Error(
              `Patching Fresh failed: ${id} no longer contains: ${from}`,
            );
          }
          return source.replace(from, () => to);
        }, code);
      },
    },
  };
}
