// The contract as data: every endpoint of the API. A route without an entry here cannot be built with
// `endpoint`, and a test compares this list with the routes there are.
export * from "./operations/twin_operations.ts";
export * from "./operations/content_operations.ts";
export * from "./operations/api_key_operations.ts";
export * from "./operations/share_operations.ts";
export * from "./operations/widget_operations.ts";
export * from "./operations/conversation_operations.ts";
export * from "./operations/team_operations.ts";
export * from "./operations/model_operations.ts";
export * from "./operations/site_operations.ts";
