import { type LOOK_FIELDS, questionsOf } from "../embed/look.ts";
import { requireApiKey, updateApiKey } from "../keys/api_keys.ts";
import { rotateApiKey } from "../keys/rotation.ts";
import type { NewKey } from "../views/api_keys.ts";
import { type WidgetLook, widgetLook } from "../schemas/widget_look.ts";
import { allow, createKey, ofKey } from "./api_keys.ts";
import type { Fields } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";
import { entriesOf, wholeNumberOf } from "./form_values.ts";

type Twin = { id: string; accent_color: string };

/** The forms of the embed studio, by their `action`. */
export function embedActions(twin: Twin): Record<string, Action<NewKey>> {
  return {
    create: createKey(twin.id, {
      nameOf: ({ allowed_domains }) => siteName(allowed_domains),
      text: "Here is your code.",
    }),
    save: saveLook(twin),
    code_again: codeAgain,
    allow,
  };
}

/** The name of a site's key: the site itself. Text that is not an address is refused at its field. */
function siteName(typed = ""): string {
  return (entriesOf(typed)[0] ?? "site").replace(/^\w+:\/\//, "")
    .split(/[/?#]/)[0].slice(0, 100) || "site";
}

/** The parts of a look in the page's code, since they show before the profile has loaded. */
const IN_THE_CODE = [
  ...["accent_color", "theme", "position", "launcher_label"],
  ...["greet_after_seconds", "offset_px"],
] as (keyof WidgetLook)[];

/** Stores a key's look, without defaults, so that those follow the twin. */
function saveLook(twin: Twin): Action<never> {
  return action({
    schema: widgetLook.extend(ofKey.shape),
    fields: ({ key_id, ...typed }) => ({ key_id, ...lookOf(typed, twin) }),
    async run(page, { key_id, ...appearance }) {
      const { app, owner, url } = page;
      const { value: key } = await requireApiKey(app, owner, key_id);
      const before = key.appearance ?? {};
      await updateApiKey(app, owner, key_id, { appearance });
      const is_in_code = IN_THE_CODE.some((name) =>
        before[name] !== appearance[name]
      );
      const query = new URLSearchParams({ twin: twin.id, key_id });
      return redirectWithFlash(
        page,
        is_in_code
          ? "Saved. The button's colour, theme, corner, words and distance are part of the code, so paste it again."
          : "Saved. Your site shows it within a minute.",
        { to: `${url.pathname}?${query}` },
      );
    },
  });
}

function lookOf(typed: Fields, { accent_color }: Twin): WidgetLook {
  const said = (name: (typeof LOOK_FIELDS)[number]) =>
    typed[name]?.trim() || undefined;
  const accent = said("accent_color")?.toLowerCase();
  const questions = questionsOf(typed.suggested_questions);
  const number = (name: "greet_after_seconds" | "offset_px") =>
    wholeNumberOf(name, typed[name]);
  const look = {
    accent_color: accent === accent_color ? undefined : accent,
    theme: said("theme"),
    position: said("position"),
    launcher_label: said("launcher_label"),
    greeting: said("greeting"),
    suggested_questions: questions.length > 0 ? questions : undefined,
    greet_after_seconds: number("greet_after_seconds"),
    offset_px: number("offset_px"),
  };
  // Validated by the schema that reads the form.
  return Object.fromEntries(
    Object.entries(look).filter(([, value]) => value !== undefined),
  ) as WidgetLook;
}

/** A new key replacing one whose text is no longer known. */
const codeAgain = action({
  schema: ofKey,
  run: async ({ app, owner }, { key_id }): Promise<NewKey> => ({
    made: await rotateApiKey(app, owner, key_id, { overlap: "until_used" }),
    text:
      "Here is the code again, with a new key in it. The code on your site keeps working until 7 days after the new one is first used.",
  }),
});
