import { escapeHtml } from "../escape_html.ts";
import type { EmbedOptions } from "./look.ts";

/** A build of the widget that a page pins. */
export type PinnedVersion = { version: string; integrity: string };

type EmbedInput = {
  base_url: string;
  twin: { id: string; name: string };
  /** The key's text, or a placeholder. */
  key: string;
  options?: EmbedOptions;
  /** Only this build of the widget may run, forever; without it the page follows every update. */
  pinned?: PinnedVersion;
};

export type EmbedCode = {
  html: string;
  react: string;
  wordpress: string;
  iframe: string;
  mail: string;
};

/** For a page without a launcher: the button that opens the chat instead. */
const OWN_BUTTON =
  `<button type="button" onclick="window.Twincast?.('open')">Ask me</button>`;

/** The code for a site's owner to paste, for each way of building sites. */
export function embedCode(input: EmbedInput): EmbedCode {
  const html = scriptTag(input);
  const opener = input.options?.launcher ? `${OWN_BUTTON}\n` : "";
  return {
    html: opener + html,
    react: reactComponent(input),
    wordpress: `add_action( 'wp_footer', function () { ?>\n${html}\n<?php } );`,
    iframe: iframe(input),
    mail: mailText(input, opener + html),
  };
}

/** The one tag that puts the widget on a page. */
export function scriptTag(input: EmbedInput): string {
  const attributes = Object.entries(dataset(input)).map(([name, value]) =>
    `  data-${kebab(name)}="${escapeHtml(value)}"`
  );
  const { pinned } = input;
  const check = pinned
    ? [`  integrity="${pinned.integrity}" crossorigin="anonymous"`]
    : [];
  return [
    `<script async src="${widgetUrl(input)}"`,
    ...check,
    ...attributes,
  ].join("\n") + "></script>";
}

/** First steps with a new key: the tag for a page, or a call from a server. */
export function firstCode(
  input: EmbedInput & { type: "publishable" | "secret" },
): string {
  return input.type === "secret" ? curlExample(input) : scriptTag(input);
}

function widgetUrl({ base_url, pinned }: EmbedInput): string {
  return pinned
    ? `${base_url}/widget/${pinned.version}.js`
    : `${base_url}/widget.js`;
}

function curlExample({ base_url, twin, key }: EmbedInput): string {
  return [
    `curl ${base_url}/chat-widget/${twin.id} \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Accept: application/json" \\`,
    `  -d '{"message": "What can you help me with?"}'`,
  ].join("\n");
}

function dataset({ twin, key, options = {} }: EmbedInput) {
  const all = { twinId: twin.id, apiKey: key, ...options };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
}

function reactComponent(input: EmbedInput): string {
  const lines = Object.entries(dataset(input)).map(([name, value]) =>
    `      ${name}: ${JSON.stringify(value)},`
  );
  return `import { useEffect } from "react";

export function TwincastWidget() {
  useEffect(() => {
    const script = document.createElement("script");
    script.src = ${JSON.stringify(widgetUrl(input))};${
    input.pinned
      ? `\n    script.integrity = ${
        JSON.stringify(input.pinned.integrity)
      };\n    script.crossOrigin = "anonymous";`
      : ""
  }
    script.async = true;
    Object.assign(script.dataset, {
${lines.join("\n")}
    });
    document.head.append(script);
    return () => {
      script.remove();
      window.Twincast?.("destroy", ${JSON.stringify(input.twin.id)});
    };
  }, []);
  return null;
}`;
}

function iframe({ base_url, twin, key }: EmbedInput): string {
  const query = new URLSearchParams({ key });
  return `<iframe src="${base_url}/embed/${twin.id}?${query}"
  title="${escapeHtml(`Chat with ${twin.name}`)}"
  width="100%" height="640" frameborder="0" loading="lazy"></iframe>`;
}

/** A message to whoever runs the site. */
function mailText({ base_url, twin }: EmbedInput, html: string): string {
  return `Hello,

please paste this once, before </body>, on every page of our site. It adds a chat with ${twin.name}, and loads nothing more until somebody opens it.

${html}

If the site sends a Content-Security-Policy: it needs ${base_url} in script-src, connect-src and img-src.

Thank you!`;
}

/** A link that opens a mail program with that text. */
export function mailLink(text: string): string {
  const fields = { subject: "A chat for our site", body: text };
  const query = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:?${query.join("&")}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
