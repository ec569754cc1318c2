// What all platforms share. An adapter knows its platform's terms and nothing of the store.
import type { Citation, Rating } from "../schemas/chat.ts";
import type { ChannelFacts } from "../schemas/channel.ts";
import type { Platform } from "./platform.ts";

/** A platform's call with its raw body: the signature covers the bytes. */
export type Incoming = {
  method: "GET" | "POST";
  query: URLSearchParams;
  header(name: string): string | null;
  body: Uint8Array<ArrayBuffer>;
};

/** The response to a platform's call. */
export type HookAnswer = { status: number; body: string; type: string };

/** Credentials from the platform, and what verifies its calls. */
export type Secrets = Record<string, string>;

/** One person's message, parsed from a call. */
export type Inbound = {
  /** The same whenever this message is delivered again. */
  dedupe: string;
  /** Where to send the answer: a chat, a channel with its thread, an interaction. */
  conversation: string;
  /** Whose conversation it belongs to: a person, plus the thread in channels. */
  person: string;
  /** The platform's id of the author, if that is not `person`. */
  author?: string;
  text: string;
  /** The message replied to, or whatever the platform needs to have back. */
  reply_to?: string;
  /** As the platform reports it, such as `de`. */
  language?: string;
  /** The platform takes no answer later than this, in milliseconds after the message. */
  answerable_ms?: number;
};

/** The platform's id of a message's author. */
export function authorOf({ author, person }: Inbound): string {
  return author ?? person;
}

/** A thumb that someone put on a message. */
export type Reaction = {
  /** Where the message is, as in an `Inbound`. */
  conversation: string;
  /** The message's id, as returned by `send`. */
  message: string;
  /** The platform's id of the person who reacts. */
  person: string;
  rating: Rating["rating"];
};

/** An answer before rendering for a platform: Markdown, its sources, and the text before and after it. */
export type OutgoingAnswer = {
  text: string;
  citations: Citation[];
  /** What has to come first, such as the notice that this is an AI. */
  before: string;
  after: string;
};

export type Known = { secrets: Secrets; facts: ChannelFacts };

export type Adapter = {
  /** The response to a platform's liveness check; null for anything else. A POST is verified first. */
  handshake(incoming: Incoming, known: Known): HookAnswer | null;
  /** Whether the platform sent this exact body, by its signature and, if signed, its time. */
  verify(
    incoming: Incoming,
    secrets: Secrets,
    now: number,
  ): boolean | Promise<boolean>;
  /** The messages to answer in a verified body: none from bots or the twin itself, and only text. */
  parse(body: unknown, known: Known, now: number): Inbound[];
  /** The response to the platform once they are stored; `paused` if none will be answered. */
  ack(messages: Inbound[], paused: boolean): HookAnswer;
  /** The platform's messages, each within its length. */
  render(said: OutgoingAnswer): string[];
  /** The thumbs in a verified body, if the platform has them. */
  reactions?(body: unknown, known: Known): Reaction[];
  /** Sends the `part`th message of an answer; returns the platform's id for it, if any. Throws `SendProblem`. */
  send(
    platform: Platform,
    known: Known,
    to: Inbound,
    text: string,
    part: number,
  ): Promise<string | void>;
  /** Shows a typing indicator, if the platform has one. */
  typing?(platform: Platform, known: Known, to: Inbound): Promise<void>;
  /** Asks the platform which account these secrets belong to. Throws `SendProblem`. */
  check(platform: Platform, secrets: Secrets): Promise<ChannelFacts>;
  /** Registers the address for messages, on platforms that allow it. */
  connect?(platform: Platform, known: Known, hook_url: string): Promise<void>;
  disconnect?(platform: Platform, known: Known): Promise<void>;
};

export const OK: HookAnswer = { status: 200, body: "", type: "text/plain" };

export function json(body: unknown): HookAnswer {
  return { status: 200, body: JSON.stringify(body), type: "application/json" };
}

/** A signed time further off than this marks a replayed call, in milliseconds. */
const MAX_SKEW_MS = 300_000;

/** Whether a signed time, in seconds, is close to now. */
export function isAboutNow(seconds: string | null, now: number): boolean {
  if (seconds === null || !/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(now - 1000 * Number(seconds)) <= MAX_SKEW_MS;
}
