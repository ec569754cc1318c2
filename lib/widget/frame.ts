import type { Endpoint } from "../client/chat_client.ts";
import type { FrameWords } from "../client/strings.ts";
import type { Options } from "./options.ts";

/** What the loader puts on the page, and the panel fills once it is loaded. */
export type Frame = {
  options: Options;
  endpoint: Endpoint;
  root: HTMLElement;
  section: HTMLElement;
  header: HTMLElement;
  log: HTMLElement;
  footer: HTMLElement;
  input: HTMLTextAreaElement;
  /** The button beside it. */
  go: HTMLButtonElement;
  launcher: HTMLButtonElement;
  words: FrameWords;
  isOpen: boolean;
  /** What is new since it was closed, as text; "" if nothing. */
  unread: string;
  /** Labels everything the loader drew, in the frame's language. */
  draw(): void;
  emit(event: string, detail?: object): void;
  open(): void;
  close(): void;
  destroy(): void;
  /** The action of Enter and the button. */
  submit(): void;
  /** Set while the panel waits to try again; called when it is opened. */
  wake?(): void;
};

/** The panel's interface for the loader. */
export type Panel = {
  /** Ignored while an answer is being written. */
  send(text: string): void;
  reset(): void;
  stop(): void;
  /** It has become visible. */
  shown(): void;
  /** Shows the greeting beside the launcher, unless the visitor has been here. */
  greet(): void;
};

/** The panel's script: fills a frame, and resolves once it is ready to chat. */
export type PanelModule = { default(frame: Frame): Promise<Panel> };
