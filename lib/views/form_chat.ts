import type { SessionView } from "../schemas/chat.ts";

/** A conversation as a browser without scripts shows it. */
export type FormChat = {
  said: SessionView["messages"];
  session_id: string;
  /** The outcome of a form that asked nothing, as text. */
  told?: string;
};
