import type { Frame, Panel, PanelModule } from "../frame.ts";

/** The panel's path on the server, inserted by the build; "" if the panel is in the same file. */
declare const PANEL_PATH: string;

let tries = 0;

/** Fetches the panel that this loader was built with, and fills a frame. Throws if it cannot be loaded. */
export async function loadPanel(frame: Frame): Promise<Panel> {
  // Browsers cache a failed import, so it is retried under another address.
  const query = tries++ ? `?${tries}` : "";
  const panel: PanelModule = PANEL_PATH
    ? await import(frame.options.origin + PANEL_PATH + query)
    : await import("../panel/panel.ts");
  tries = 0;
  return await panel.default(frame);
}
