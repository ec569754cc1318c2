/** The texts of the chat's frame before the twin is known. */
export const frameWords = {
  lang: "en",
  dir: "ltr",
  open: "Open chat",
  close: "Close chat",
  write: "Write a message",
};

export type FrameWords = typeof frameWords;

/** All texts of the chat's interface; errors by code. `{time}` and `{name}`, the twin's, are filled in. */
export const english = {
  ...frameWords,
  reset: "Start again",
  send: "Send",
  stop: "Stop",
  you: "You",
  ai: "AI",
  source: "Source",
  copy: "Copy",
  copied: "Copied",
  privacy: "Privacy",
  tell: "Get the answer by e-mail",
  rate_limited: "Too many messages. You can continue at {time}.",
  invalid_input: "At most 4,000 characters.",
  ended: "This chat has ended.",
  offline: "You are offline.",
  network: "The connection was lost.",
  failed: "That did not work.",
  good: "Good answer",
  bad: "Bad answer",
  why: "What was wrong or missing?",
  thanks: "Thank you.",
  email: "Your e-mail",
  offer: "Leave your e-mail, and {name} can write to you.",
  offered: "Thank you. {name} can now write to you.",
  retry: "Try again",
  newer: "New",
  unread: "New answer",
  dismiss: "Dismiss",
  visit: "Open",
  greeting: "Hi, I’m {name}. Ask me anything.",
  disclosure:
    "You are talking to an AI that answers from what {name} has written. It can be wrong.",
};

export type Strings = typeof english;
