import type { Persist } from "../client/visitor_session.ts";

/** A script's `data-*` attributes, or the same given to `Twincast("init", …)`. */
export type Options = {
  twinId?: string;
  apiKey?: string;
  position?: string;
  theme?: string;
  accent?: string;
  /** Text beside the launcher's icon. */
  label?: string;
  /** Pixels from the bottom of the window to the launcher. */
  offset?: string;
  /** Seconds until the greeting appears beside the launcher. */
  greetAfter?: string;
  lang?: string;
  greeting?: string;
  /** Replaces the twin's suggested questions, separated by `|`. */
  questions?: string;
  open?: string;
  launcher?: string;
  persist?: Persist;
  /** The server's origin; by default the script's. */
  origin?: string;
};
