import type { SessionView } from "../schemas/chat.ts";

/** A conversation as shown in a browser without scripts. */
export type FormChat = {
  said: SessionView["messages"];
  session_id: string;
  /** The outcome, as text, of a form that asked nothing. */
  told?: string;
};
