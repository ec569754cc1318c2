// What is the same of every platform. An adapter knows its platform's words and nothing of the store.
import type { Citation, Rating } from "../schemas/chat.ts";
import type { ChannelFacts } from "../schemas/channel.ts";
import type { Platform } from "./platform.ts";

/** A platform's call, its body as it came: what is signed are its bytes. */
export type Incoming = {
  method: "GET" | "POST";
  query: URLSearchParams;
  header(name: string): string | null;
  body: Uint8Array<ArrayBuffer>;
};

/** What a platform's call is answered. */
export type HookAnswer = { status: number; body: string; type: string };

/** What the platform gave, and what its calls are known by. */
export type Secrets = Record<string, string>;

/** One message of a person, out of a call. */
export type Inbound = {
  /** The same each time that this message comes. */
  dedupe: string;
  /** Where its answer goes: a chat, a channel with its thread, an interaction. */
  conversation: string;
  /** Whose conversation it belongs to: a person, in channels with their thread. */
  person: string;
  /** Who wrote it, as the platform knows them, where that is not `person`. */
  author?: string;
  text: string;
  /** The message that is replied to, or what the platform wants back. */
  reply_to?: string;
  /** As the platform reports it, such as `de`. */
  language?: string;
  /** Later the platform takes no answer, in milliseconds after it came. */
  answerable_ms?: number;
};

/** Who wrote a message, as the platform knows them. */
export function authorOf({ author, person }: Inbound): string {
  return author ?? person;
}

/** What someone thinks of a message, by a thumb that they put on it. */
export type Reaction = {
  /** Where the message is, as in an `Inbound`. */
  conversation: string;
  /** The message, as `send` answered it. */
  message: string;
  /** Who reacts, as the platform knows them. */
  person: string;
  rating: Rating["rating"];
};

/** An answer before it has a platform's form: Markdown, its sources, and what is before and after it. */
export type Said = {
  text: string;
  citations: Citation[];
  /** What has to be said first, such as that an AI speaks. */
  before: string;
  after: string;
};

export type Known = { secrets: Secrets; facts: ChannelFacts };

export type Adapter = {
  /** What a platform asks to see whether someone is there; null of anything else. A POST is verified before. */
  handshake(incoming: Incoming, known: Known): HookAnswer | null;
  /** Whether the platform sent this very body, by its signature and, where it signs one, its time. */
  verify(
    incoming: Incoming,
    secrets: Secrets,
    now: number,
  ): boolean | Promise<boolean>;
  /** The messages to be answered in a verified body: none of bots, of the twin's own, of what is no text. */
  parse(body: unknown, known: Known, now: number): Inbound[];
  /** What the platform is answered once they are kept; `paused` where none will be answered. */
  ack(messages: Inbound[], paused: boolean): HookAnswer;
  /** The platform's messages, each within its length. */
  render(said: Said): string[];
  /** The thumbs in a verified body, where the platform has such. */
  reactions?(body: unknown, known: Known): Reaction[];
  /** Sends the `part`th message of an answer; what the platform calls it, where it says so. Throws `SendProblem`. */
  send(
    platform: Platform,
    known: Known,
    to: Inbound,
    text: string,
    part: number,
  ): Promise<string | void>;
  /** Shows that an answer is under way, where the platform can. */
  typing?(platform: Platform, known: Known, to: Inbound): Promise<void>;
  /** Asks the platform whose these secrets are. Throws `SendProblem`. */
  check(platform: Platform, secrets: Secrets): Promise<ChannelFacts>;
  /** Registers the address for messages, on platforms that allow it. */
  connect?(platform: Platform, known: Known, hook_url: string): Promise<void>;
  disconnect?(platform: Platform, known: Known): Promise<void>;
};

export const OK: HookAnswer = { status: 200, body: "", type: "text/plain" };

export function json(body: unknown): HookAnswer {
  return { status: 200, body: JSON.stringify(body), type: "application/json" };
}

/** A signed time further off than this is an old call sent again, in milliseconds. */
const MAX_SKEW_MS = 300_000;

/** Whether a time in seconds, as platforms sign it, is about now. */
export function isAboutNow(seconds: string | null, now: number): boolean {
  if (seconds === null || !/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(now - 1000 * Number(seconds)) <= MAX_SKEW_MS;
}
