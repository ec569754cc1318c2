import type { EmbedOptions } from "./look.ts";

type Site = Window & {
  Twincast?: (command: string, argument: unknown) => void;
};

/** Sets the colour scheme of a framed page of ours; "" follows the reader's system. */
export function lightSite(
  { contentWindow }: HTMLIFrameElement,
  scheme: string,
): void {
  const { dataset } = (contentWindow as Site).document.documentElement;
  if (scheme) dataset.theme = scheme;
  else delete dataset.theme;
}

/**
 * Recreates the widget of a framed page of ours with another look; false if none runs there yet. The frame has our
 * own origin, so its widget is called as that page's author would call it.
 */
export function showLook(
  { contentWindow }: HTMLIFrameElement,
  look: EmbedOptions,
): boolean {
  const site = contentWindow as Site | null;
  const script = site?.document.querySelector<HTMLScriptElement>(
    "script[data-twin-id]",
  );
  if (!site?.Twincast || !script) return false;
  const { twinId, apiKey } = script.dataset;
  site.Twincast("destroy", twinId);
  site.Twincast("init", {
    ...look,
    twinId,
    apiKey,
    persist: "none",
    open: "true",
  });
  return true;
}
