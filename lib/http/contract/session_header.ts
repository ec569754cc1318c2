/** The header by which a visitor's session is named, as OpenAPI describes it. */
export const session_header = {
  "x-session-id": "The visitor's session id, as the chat returned it",
};
