import type { Access, Operation } from "./operation.ts";
import { scopeOf } from "./scopes.ts";

const WHO: Record<Access, string> = {
  public: "Anyone",
  platform: "The channel's platform, by its signature",
  visitor: "A visitor, with their session's id in x-session-id",
  link: "Anyone who has the share link",
  trial: "The browser that is trying a twin, by its cookie",
  operator: "Whoever runs the server, with TWINCAST_METRICS_TOKEN as bearer",
  key: "An API key, as bearer or in x-api-key",
  program: "A secret key, as bearer",
  agent: "A secret key or a share token, as bearer",
  viewer: "Every member of the team, signed in",
  editor: "Editors and owners, signed in",
  owner: "Owners, signed in",
};

/** Who may call an operation, as text without a full stop. */
export function whoMay(operation: Operation): string {
  const scope = scopeOf(operation);
  const who = WHO[operation.access];
  return scope === null ? who : `${who}, or a secret key with ${scope}`;
}
