import * as apiKey from "../../schemas/api_key.ts";
import { listOf } from "../../schemas/common.ts";
import { refusalView } from "../../schemas/refusal.ts";
import { operation } from "./operation.ts";

export const listApiKeys = operation({
  id: "listApiKeys",
  method: "GET",
  path: "/api-keys",
  summary: "List API keys, newest first, without secrets",
  access: "viewer",
  query: apiKey.listApiKeysQuery,
  response: listOf(apiKey.apiKeyView),
  status: 200,
});
export const createApiKey = operation({
  id: "createApiKey",
  method: "POST",
  path: "/api-keys",
  summary: "Create an API key; the key is shown only this once",
  access: "owner",
  body: apiKey.createApiKeyInput,
  response: apiKey.newApiKeyView,
  makes_secret: true,
  status: 201,
});
export const updateApiKey = operation({
  id: "updateApiKey",
  method: "PATCH",
  path: "/api-keys/{key_id}",
  summary: "Change an API key's settings",
  access: "owner",
  body: apiKey.updateApiKeyInput,
  response: apiKey.apiKeyView,
  status: 200,
});
export const revokeApiKey = operation({
  id: "revokeApiKey",
  method: "DELETE",
  path: "/api-keys/{key_id}",
  summary: "Revoke an API key at once",
  access: "owner",
  response: null,
  status: 204,
});
export const rotateApiKey = operation({
  id: "rotateApiKey",
  method: "POST",
  path: "/api-keys/{key_id}/rotate",
  summary:
    "Rotate an API key; the old one keeps working until the overlap ends",
  access: "owner",
  body: apiKey.rotateApiKeyInput,
  response: apiKey.newApiKeyView,
  makes_secret: true,
  status: 201,
});
export const listKeyOrigins = operation({
  id: "listKeyOrigins",
  method: "GET",
  path: "/api-keys/{key_id}/origins",
  summary: "List the origins that called with a key in the last 7 days",
  access: "viewer",
  response: apiKey.keyOriginsView,
  status: 200,
});
export const getRefusal = operation({
  id: "getRefusal",
  method: "GET",
  path: "/refusals/{reason_code}",
  summary:
    "Get why a visitor was refused, by the code they were shown; kept for 7 days",
  access: "owner",
  response: refusalView,
  status: 200,
});
