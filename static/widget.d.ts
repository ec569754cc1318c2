/** The details of the widget's events, by event. Every detail names the twin. */
export interface TwincastEvents {
  ready: { twin_id: string };
  open: { twin_id: string };
  close: { twin_id: string };
  message: { twin_id: string; text: string };
  answer: {
    twin_id: string;
    session_id: string;
    message_id: string;
    text: string;
    citations: { title: string; excerpt: string; url?: string }[];
    grounded: boolean;
  };
  /** `code` is the server's, or `network`. */
  error: { twin_id: string; code: string };
  reset: { twin_id: string };
  destroy: { twin_id: string };
}

/** The script's `data-*` attributes in code. */
export interface TwincastOptions {
  twinId: string;
  apiKey: string;
  position?: "bottom-right" | "bottom-left";
  theme?: "light" | "dark" | "auto";
  /** `#rrggbb` */
  accent?: string;
  /** Words beside the launcher's icon. */
  label?: string;
  /** Pixels from the bottom of the window to the launcher. */
  offset?: string;
  /** Seconds until the greeting appears beside the launcher. */
  greetAfter?: string;
  /** A language tag; the page's own if not given. */
  lang?: string;
  greeting?: string;
  /** In place of the twin's suggested questions, with `|` between them. */
  questions?: string;
  /** Opens at once, without taking the focus. */
  open?: "" | "true";
  launcher?: "none";
  /** How long the conversation is remembered: for the tab, in the browser, on the page. */
  persist?: "session" | "local" | "none";
}

/** Commands go to the twin named last, or to the first of the page. */
export interface Twincast {
  (command: "init", options: TwincastOptions): void;
  (
    command: "open" | "close" | "toggle" | "reset" | "destroy",
    twin_id?: string,
  ): void;
  (command: "ask", text: string, twin_id?: string): void;
  <E extends keyof TwincastEvents>(
    command: "on",
    event: E,
    listener: (detail: TwincastEvents[E]) => void,
  ): void;
}

declare global {
  interface Window {
    /**
     * Works before the script has loaded with
     * `window.Twincast = window.Twincast || function () { (Twincast.q = Twincast.q || []).push(arguments) }`.
     */
    Twincast: Twincast;
  }
}
