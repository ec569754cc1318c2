import type { Frame, Panel, PanelModule } from "../frame.ts";

/** The panel's path on the server; the build puts it here, and "" where the panel is in the same file. */
declare const PANEL_PATH: string;

let tries = 0;

/** Fetches the panel that this loader was built with, and fills a frame. Throws where it does not come. */
export async function loadPanel(frame: Frame): Promise<Panel> {
  // A browser remembers that a script did not come: it is asked for by another address.
  const query = tries++ ? `?${tries}` : "";
  const panel: PanelModule = PANEL_PATH
    ? await import(frame.options.origin + PANEL_PATH + query)
    : await import("../panel/panel.ts");
  tries = 0;
  return await panel.default(frame);
}
