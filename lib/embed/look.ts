/** How a page shows the widget, as the script's attributes; whatever is omitted comes from the key, then the twin. */
export type EmbedOptions = {
  position?: string;
  theme?: string;
  accent?: string;
  label?: string;
  /** Seconds before it greets unasked. */
  greetAfter?: string;
  /** Pixels from the bottom. */
  offset?: string;
  lang?: string;
  greeting?: string;
  /** Separated by `|`. */
  questions?: string;
  /** "none": a button of the page's own opens it. */
  launcher?: string;
  /** "true": open at once. */
  open?: string;
  persist?: string;
};

/** The studio's form fields by name: the stored look's, then those that only a page's code has. */
export type EmbedFields = {
  key_id: string;
  accent_color: string;
  theme: string;
  position: string;
  launcher_label: string;
  greeting: string;
  /** One per line. */
  suggested_questions: string;
  greet_after_seconds: string;
  offset_px: string;
  lang: string;
  launcher: string;
  open: string;
  persist: string;
  /** "on" to pin the widget's current version. */
  pin: string;
};

/** The fields of the look stored with a key. */
export const LOOK_FIELDS = [
  ...["accent_color", "theme", "position", "launcher_label", "greeting"],
  ...["suggested_questions", "greet_after_seconds", "offset_px"],
] as const;

/** The widget's languages. */
const LANGUAGES = [
  ...["en", "es", "fr", "de", "pt", "it", "nl", "ru", "tr"],
  ...["ar", "hi", "zh", "ja", "ko"],
];

/** Reads a look from a form's fields. Unknown values and defaults are omitted; the colour never is. */
export function readWidgetOptions(
  fields: Partial<Record<string, string>>,
  twin: { accent_color: string },
): EmbedOptions {
  const pick = (name: keyof EmbedFields, choices: string[]) =>
    choices.find((choice) => choice === fields[name]);
  const number = (name: keyof EmbedFields) =>
    /^\s*(\d{1,4})\s*$/.exec(fields[name] ?? "")?.[1];
  const accent = fields.accent_color?.toLowerCase() ?? "";
  const offset = number("offset_px");
  return {
    position: pick("position", ["bottom-left"]),
    theme: pick("theme", ["light", "dark"]),
    // Always present: the launcher needs it for its first paint, before anything is fetched.
    accent: /^#[\da-f]{6}$/.test(accent)
      ? accent
      : twin.accent_color.toLowerCase(),
    label: fields.launcher_label?.trim().slice(0, 40) || undefined,
    greetAfter: number("greet_after_seconds"),
    offset: offset === "20" ? undefined : offset,
    lang: pick("lang", LANGUAGES),
    greeting: fields.greeting?.trim().slice(0, 500) || undefined,
    questions: questionsOf(fields.suggested_questions).join("|") || undefined,
    launcher: pick("launcher", ["none"]),
    open: pick("open", ["true"]),
    persist: pick("persist", ["local", "none"]),
  };
}

/** Up to four questions, one per line, in the widget's format. */
export function questionsOf(typed = ""): string[] {
  return typed.split("\n")
    .map((line) => line.replaceAll("|", "/").trim().slice(0, 200))
    .filter(Boolean).slice(0, 4);
}

/**
 * The options in the pasted code: the others come with the key when the panel opens, and can change without new code.
 */
export function pastedOptions(
  { greeting: _, questions: __, ...seen }: EmbedOptions,
): EmbedOptions {
  return seen;
}

/** Presets to start from. */
export const PRESETS: { name: string; fields: Partial<EmbedFields> }[] = [
  {
    name: "Quiet",
    fields: { launcher_label: "", greet_after_seconds: "", theme: "" },
  },
  {
    name: "Inviting",
    fields: {
      launcher_label: "Ask me",
      greet_after_seconds: "8",
      theme: "",
    },
  },
  {
    name: "Night",
    fields: { launcher_label: "", greet_after_seconds: "", theme: "dark" },
  },
];
