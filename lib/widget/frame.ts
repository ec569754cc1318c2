import type { Endpoint } from "../client/chat_client.ts";
import type { FrameWords } from "../client/strings.ts";
import type { Options } from "./options.ts";

/** What the loader puts on the page, and the panel fills once it is there. */
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
  /** What is new since it was closed, as text; "" where nothing is. */
  unread: string;
  /** Names all that the loader drew, in the frame's words. */
  draw(): void;
  emit(event: string, detail?: object): void;
  open(): void;
  close(): void;
  destroy(): void;
  /** What Enter and the button do. */
  submit(): void;
  /** Set while the panel waits to try again; called when it is opened. */
  wake?(): void;
};

/** What the loader asks of the panel. */
export type Panel = {
  /** Ignored while an answer is being written. */
  send(text: string): void;
  reset(): void;
  stop(): void;
  /** It has come on screen. */
  shown(): void;
  /** Shows the greeting beside the launcher, unless the visitor has been here. */
  greet(): void;
};

/** The panel's script: fills a frame, and is there once it can be talked to. */
export type PanelModule = { default(frame: Frame): Promise<Panel> };
