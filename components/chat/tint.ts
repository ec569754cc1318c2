import { textOn } from "../../lib/client/contrast.ts";

/**
 * Colours of a page or a part of it, derived from the accent, which is darkened or lightened as text until it is
 * readable.
 */
export function tint(
  accent: string,
  selector = ":root:root:root",
): string {
  const ink = (lightness: string) => `oklch(from ${accent} ${lightness} c h)`;
  const colours = {
    tint: accent,
    "on-tint": textOn(accent),
    accent: `light-dark(${ink("min(l,.48)")},${ink("max(l,.78)")})`,
    "accent-soft": `color-mix(in oklch,${accent} 10%,var(--raised))`,
    glow: accent,
    "glow-far": accent,
  };
  const rules = Object.entries(colours).map((pair) => `--${pair.join(":")}`);
  return `${selector}{${rules.join(";")}}`;
}
