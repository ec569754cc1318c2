import type { KeyType } from "./schemas/api_key.ts";

/** How a page shows the widget; what is left out follows the twin or the page. */
export type EmbedOptions = {
  position?: string;
  theme?: string;
  accent?: string;
  lang?: string;
  greeting?: string;
};

export type EmbedInput = {
  base_url: string;
  twin: { id: string; name: string };
  /** The key's text, or a placeholder. */
  key: string;
  options?: EmbedOptions;
};

export type EmbedCode = {
  html: string;
  react: string;
  wordpress: string;
  iframe: string;
};

/** What a site's owner pastes, for each way of building sites. */
export function embedCode(input: EmbedInput): EmbedCode {
  const html = scriptTag(input);
  return {
    html,
    react: reactComponent(input),
    wordpress: `add_action( 'wp_footer', function () { ?>\n${html}\n<?php } );`,
    iframe: iframe(input),
  };
}

/** The one tag that puts the widget on a page. */
export function scriptTag(input: EmbedInput): string {
  const attributes = Object.entries(dataset(input)).map(([name, value]) =>
    `  data-${kebab(name)}="${escape(value)}"`
  );
  return [
    `<script async src="${input.base_url}/widget.js"`,
    ...attributes,
  ].join("\n") + "></script>";
}

/** What to do first with a new key: the tag for a page, or a call from a server. */
export function firstCode(input: EmbedInput & { type: KeyType }): string {
  return input.type === "secret" ? curlExample(input) : scriptTag(input);
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
    script.src = ${JSON.stringify(`${input.base_url}/widget.js`)};
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
  title="${escape(`Chat with ${twin.name}`)}"
  width="100%" height="640" frameborder="0" loading="lazy"></iframe>`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Text inside a quoted attribute; nothing in it ends the attribute, the tag or a PHP block. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
