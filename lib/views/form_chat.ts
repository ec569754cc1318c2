import type { SessionView } from "../schemas/chat.ts";

/** A conversation as it stands for a browser without scripts. */
export type FormChat = {
  said: SessionView["messages"];
  session_id: string;
  /** The outcome of a form that asked nothing, as text. */
  told?: string;
};
