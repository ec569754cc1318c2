// The tokens' contrast: every text 4.5:1 on its ground, every control's border 3:1, in light and dark.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";

const CSS = await Deno.readTextFile(
  new URL("../components/styles/tokens.css", import.meta.url),
);

type Rgb = readonly [number, number, number];
type Theme = 0 | 1;
const THEMES = [[0, "light"], [1, "dark"]] as const;

const COLOUR = "oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)";

/** A token's lightness, chroma and hue in a theme: the same in both without `light-dark()`. */
function token(name: string, theme: Theme): readonly number[] {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(CSS)?.[1];
  assert.ok(value, `--${name} is in no token file`);
  const found = [...value.matchAll(new RegExp(COLOUR, "g"))];
  const chosen = found[Math.min(theme, found.length - 1)];
  assert.ok(chosen, `--${name} is not an opaque oklch() colour: ${value}`);
  return chosen.slice(1).map(Number);
}

/** Linear light of an oklch colour, clipped to sRGB. Björn Ottosson's matrices. */
function linear([lightness, chroma, hue]: readonly number[]): Rgb {
  const a = chroma * Math.cos(hue * Math.PI / 180);
  const b = chroma * Math.sin(hue * Math.PI / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part)));
  return [rgb[0], rgb[1], rgb[2]];
}

/** WCAG 2's relative luminance of linear light. */
function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE: Rgb = [1, 1, 1];

function colour(name: string, theme: Theme): Rgb {
  return name === "white" ? WHITE : linear(token(name, theme));
}

const GROUNDS = ["surface", "raised", "hover"];
const TEXT: [ink: string, grounds: string[]][] = [
  ["ink", [...GROUNDS, "accent-soft", "good-soft", "warn-soft", "bad-soft"]],
  ["muted", GROUNDS],
  ["accent", [...GROUNDS, "accent-soft"]],
  ["good", ["surface", "raised", "good-soft"]],
  ["warn", ["surface", "raised", "warn-soft"]],
  ["bad", ["surface", "raised", "bad-soft"]],
  ["white", [
    ...["hero-from", "hero-to", "hero-glow", "primary-from", "primary-to"],
    ...["rail-from", "rail-to", "rail-raised", "color-brand-600"],
  ]],
  ["hero-lead", ["hero-from", "hero-to", "hero-glow"]],
  ["rail-ink", ["rail-from", "rail-to"]],
  ["rail-muted", ["rail-from", "rail-to"]],
  ["color-brand-300", ["rail-raised"]],
  ["color-brand-800", ["white", "color-brand-50"]],
];
const EDGES: [edge: string, grounds: string[]][] = [
  ["control-line", ["surface", "raised"]],
  ["good", ["raised"]], // a toggle that is on
  ["accent", ["surface", "raised"]], // the ring of focus
  ["white", ["rail-from", "hero-from", "hero-to"]], // the same, on the dark grounds
  ["chart-1", ["raised"]],
  ["chart-2", ["raised"]],
  ["chart-3", ["raised"]],
  ["chart-4", ["raised"]],
  ["chart-5", ["raised"]],
];

for (
  const [what, pairs, least] of [
    ["text", TEXT, 4.5],
    ["control and chart", EDGES, 3],
  ] as const
) {
  Deno.test(`tokens: every ${what} has a contrast of ${least}:1 on its ground, light and dark`, () => {
    const weak: string[] = [];
    for (const [theme, theme_name] of THEMES) {
      for (const [front, grounds] of pairs) {
        for (const ground of grounds) {
          const ratio = contrast(colour(front, theme), colour(ground, theme));
          if (ratio < least) {
            weak.push(
              `${front} on ${ground}, ${theme_name}: ${ratio.toFixed(2)}`,
            );
          }
        }
      }
    }
    assert.deepEqual(weak, []);
  });
}

Deno.test("tokens: the conversion agrees with known colours", () => {
  // oklch of pure sRGB red; its luminance is 0.2126.
  assert.ok(
    Math.abs(luminance(linear([0.62796, 0.25768, 29.234])) - 0.2126) < 0.002,
  );
  assert.ok(
    Math.abs(contrast(linear([1, 0, 0]), linear([0, 0, 0])) - 21) < 0.01,
  );
});

Deno.test("tokens: components use no colours but the tokens", async () => {
  const foreign =
    /\b(?:bg|text|border|fill|stroke|ring|outline|divide)-(?:gray|zinc|neutral|stone|slate|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|pink|rose)-\d/;
  const wrong: string[] = [];
  for (const folder of ["components", "islands"]) {
    const files = await readdir(new URL(`../${folder}`, import.meta.url), {
      recursive: true,
    });
    for (const name of files.filter((name) => name.endsWith(".tsx"))) {
      const url = new URL(`../${folder}/${name}`, import.meta.url);
      const hit = foreign.exec(await Deno.readTextFile(url));
      if (hit) wrong.push(`${folder}/${name}: ${hit[0]}`);
    }
  }
  assert.deepEqual(wrong, []);
});
