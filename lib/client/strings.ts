/** Every word of the chat's interface; errors stand under their code. `{time}` is filled in. */
export const english = {
  lang: "en",
  dir: "ltr",
  open: "Open chat",
  close: "Close chat",
  reset: "Start again",
  write: "Write a message",
  send: "Send",
  stop: "Stop",
  you: "You",
  ai: "AI",
  source: "Source",
  copy: "Copy",
  copied: "Copied",
  privacy: "Privacy",
  tell: "Get the answer by e-mail",
  rate_limited: "Too many messages. Go on at {time}.",
  invalid_input: "At most 4,000 characters.",
  ended: "This chat has ended.",
  offline: "You are offline.",
  network: "The connection was lost.",
  failed: "That did not work.",
};

export type Strings = typeof english;
