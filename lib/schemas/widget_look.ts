import { z } from "zod";
import { line, text } from "./common.ts";
import { accentColor, type PublicTwinView } from "./twin.ts";

/** The look of one key's widget; whatever is omitted follows the twin. */
export const widgetLook = z.strictObject({
  accent_color: accentColor,
  theme: z.enum(["light", "dark", "auto"]),
  position: z.enum(["bottom-right", "bottom-left"]),
  greeting: text(500),
  suggested_questions: z.array(line(200)).max(4),
  launcher_label: line(40),
  greet_after_seconds: z.number().int().min(0).max(3_600),
  /** From the bottom of the window to the launcher. */
  offset_px: z.number().int().min(0).max(400),
}).partial();
export type WidgetLook = z.infer<typeof widgetLook>;

/** A twin as the visitors of a key see it. */
export function withLook(
  twin: PublicTwinView,
  { accent_color, greeting, suggested_questions }: WidgetLook = {},
): PublicTwinView {
  return {
    ...twin,
    accent_color: accent_color ?? twin.accent_color,
    greeting: greeting || twin.greeting,
    suggested_questions: suggested_questions ?? twin.suggested_questions,
  };
}
