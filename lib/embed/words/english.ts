/**
 * The texts of visitors' pages, besides those of the chat itself. `{name}` is the twin's, `{days}` a duration in
 * words, `{count}` a number.
 */
export const englishWords = {
  message: "Your message",
  ask: "Ask me anything",
  conversation: "Conversation",
  answer: "Answer",
  starters: "Questions to begin with",
  next: "You could also ask",
  links: "Links",
  comment: "A word about it (optional)",
  helped: "What helped? (optional)",
  missing: "What was wrong or missing? (optional)",
  by_hand: "Select it and copy by hand",
  lead_send: "Leave it",
  lead_failed: "That did not work. Check the address and try again.",
  stored: "What is stored about me",
  stored_title: "What is stored about you",
  stored_nothing: "Nothing: you have not written yet.",
  stored_messages:
    "The messages of this conversation with their times. Messages: {count}.",
  stored_no: "No name, no address, no cookie.",
  stored_no_but:
    "No name, no address, no cookie; an e-mail only if you leave one.",
  stored_unread:
    "Nobody reads the conversation: it is kept for your next questions only, and deleted soon after you stop. Or delete it now.",
  stored_read:
    "Whoever made this twin can read the conversation. It is kept for: {days}. If you delete it, it is gone for them too, at once.",
  delete_now: "Delete now",
  deleted: "Deleted. Nothing of it is stored any more.",
  gone_title: "Nothing here",
  gone:
    "This link does not work or is no longer shared. Ask the person who gave it to you for a new one.",
  start_page: "Go to the start page",
  notify_title: "Hear from {name}",
  notify_why:
    "There was no answer to this yet. Leave your e-mail, and {name} can write to you.",
  notify_done:
    "Thank you. {name} sees your e-mail beside your question. You may close this page.",
};

export type PageWords = typeof englishWords;
