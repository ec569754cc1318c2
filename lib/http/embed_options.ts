import type { EmbedOptions } from "../embed_code.ts";

export type { EmbedOptions };

/** Languages the widget speaks. */
const LANGUAGES = ["en", "es", "fr", "de", "pt", "ar", "hi", "zh", "ja"];

/** The widget's look from a query. What is not known, or says what holds anyway, is left out. */
export function readEmbedOptions(
  query: URLSearchParams,
  twin: { accent_color: string; greeting: string },
): EmbedOptions {
  const pick = (name: string, choices: string[]) =>
    choices.find((choice) => choice === query.get(name));
  const accent = query.get("accent")?.toLowerCase() ?? "";
  const greeting = query.get("greeting")?.trim().slice(0, 500);
  const isOwn = /^#[\da-f]{6}$/.test(accent) &&
    accent !== twin.accent_color.toLowerCase();
  return {
    position: pick("position", ["bottom-left"]),
    theme: pick("theme", ["light", "dark"]),
    accent: isOwn ? accent : undefined,
    lang: pick("lang", LANGUAGES),
    greeting: greeting && greeting !== twin.greeting ? greeting : undefined,
  };
}
