import type { UnansweredView } from "../schemas/conversation.ts";

/** What the owner answers: a question of the list, one of a transcript, or that of an e-mail left. */
export type Answering = {
  question: string;
  /** Whose e-mail it answers, where it is one. */
  email: string | null;
  /** What the twin said, where the owner corrects it. */
  said: string | null;
  /** What the twin offered without being sure; null where it offered nothing. */
  offered: string | null;
  /** The row it is in; null where it is not on the list of the unanswered. */
  row: UnansweredView | null;
  /** Whether those who left an e-mail can be sent the answer from here. */
  can_mail: boolean;
  /** The e-mails among them that mail no longer reaches. */
  unreachable: string[];
  /** Where the owner came from, and goes to afterwards. */
  back: string;
};
