// The contract as data: every endpoint of the API. A route without an entry here cannot be built with `endpoint`, and
// a test compares this list with the existing routes.
export * from "./twin.ts";
export * from "./content.ts";
export * from "./source.ts";
export * from "./finding.ts";
export * from "./api_key.ts";
export * from "./share.ts";
export * from "./widget.ts";
export * from "./conversation.ts";
export * from "./team.ts";
export * from "./model.ts";
export * from "./webhook.ts";
export * from "./channel.ts";
export * from "./site.ts";
export * from "./completion.ts";
export * from "./mcp.ts";
export * from "./trial.ts";
