import { ask, type Member, type Server } from "./harness.ts";

export function withKey(
  server: Server,
  owner: Member,
  key: string,
  message = "Tea?",
) {
  const path = `/chat-widget/${owner.twin_id}`;
  return ask(server, path, { message }, { "x-api-key": key });
}
