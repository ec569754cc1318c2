/** How a page shows the widget; what is left out follows the twin or the page. */
export type EmbedOptions = {
  position?: string;
  theme?: string;
  accent?: string;
  lang?: string;
  greeting?: string;
  /** With `|` between them. */
  questions?: string;
  /** "none": a button of the page's own opens it. */
  launcher?: string;
  /** "true": open at once. */
  open?: string;
  persist?: string;
};

/** A form's fields for the look, by name, as an address carries them. */
export type LookFields = Partial<Record<keyof EmbedOptions, string>>;

/** A build of the widget that a page pins. */
export type PinnedVersion = { version: string; integrity: string };

export type EmbedInput = {
  base_url: string;
  twin: { id: string; name: string };
  /** The key's text, or a placeholder. */
  key: string;
  options?: EmbedOptions;
  /** Only this build of the widget may run, for ever; without it the page follows every update. */
  pinned?: PinnedVersion;
};

/** Languages the widget speaks. */
const LANGUAGES = [
  ...["en", "es", "fr", "de", "pt", "it", "nl", "ru", "tr"],
  ...["ar", "hi", "zh", "ja", "ko"],
];

/** The look that a form's fields ask for. What is not known, or says what holds anyway, is left out; the colour never is. */
export function readWidgetOptions(
  fields: LookFields,
  twin: {
    accent_color: string;
    greeting: string;
    suggested_questions: string[];
  },
): EmbedOptions {
  const pick = (name: keyof EmbedOptions, choices: string[]) =>
    choices.find((choice) => choice === fields[name]);
  const accent = fields.accent?.toLowerCase() ?? "";
  const greeting = fields.greeting?.trim().slice(0, 500);
  const questions = readQuestions(fields.questions);
  return {
    position: pick("position", ["bottom-left"]),
    theme: pick("theme", ["light", "dark"]),
    // Always there: the launcher has it from its first paint, before anything is fetched.
    accent: /^#[\da-f]{6}$/.test(accent)
      ? accent
      : twin.accent_color.toLowerCase(),
    lang: pick("lang", LANGUAGES),
    greeting: greeting && greeting !== twin.greeting ? greeting : undefined,
    questions: questions !== twin.suggested_questions.join("|")
      ? questions || undefined
      : undefined,
    launcher: pick("launcher", ["none"]),
    open: pick("open", ["true"]),
    persist: pick("persist", ["local", "none"]),
  };
}

/** Up to four, one a line, as the widget takes them. */
function readQuestions(typed = ""): string {
  return typed.split("\n")
    .map((line) => line.replaceAll("|", "/").trim().slice(0, 200))
    .filter(Boolean).slice(0, 4).join("|");
}

export type EmbedCode = {
  html: string;
  react: string;
  wordpress: string;
  iframe: string;
};

/** Stands in the code where the page has no launcher: what opens the chat instead. */
const OWN_BUTTON =
  `<button type="button" onclick="window.Twincast?.('open')">Ask me</button>`;

/** What a site's owner pastes, for each way of building sites. */
export function embedCode(input: EmbedInput): EmbedCode {
  const html = scriptTag(input);
  const opener = input.options?.launcher ? `${OWN_BUTTON}\n` : "";
  return {
    html: opener + html,
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

/** What to do first with a new key: the tag for a page, or a call from a server. */
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
