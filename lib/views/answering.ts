import type { UnansweredView } from "../schemas/conversation.ts";

/** What the owner is answering: a question of the list, one in a transcript, or that of an e-mail left. */
export type Answering = {
  question: string;
  /** The e-mail it answers, if any. */
  email: string | null;
  /** The twin's answer, if the owner is correcting it. */
  said: string | null;
  /** What the twin offered without being sure; null if nothing. */
  offered: string | null;
  /** Its row; null if it is not on the list of unanswered questions. */
  row: UnansweredView | null;
  /** Whether this server can send the answer to those who left an e-mail. */
  can_mail: boolean;
  /** The e-mails among them that mail does not reach. */
  unreachable: string[];
  /** Where the owner came from, and returns to. */
  back: string;
};
