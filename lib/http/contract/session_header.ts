/** The header with a visitor's session id, as OpenAPI describes it. */
export const session_header = {
  "x-session-id": "The visitor's session id, as the chat returned it",
};
