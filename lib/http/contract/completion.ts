import * as completion from "../../schemas/completion.ts";
import { operation } from "./operation.ts";

export const createChatCompletion = operation({
  id: "createChatCompletion",
  method: "POST",
  path: "/v1/chat/completions",
  summary: "Ask a twin as any OpenAI client does",
  access: "program",
  body: completion.completionInput,
  optional_headers: {
    "x-session-id":
      "The session to continue, as returned in twincast.session_id; without it each call begins a new one",
  },
  response: completion.completionView,
  response_types: ["text/event-stream"],
  status: 200,
});
export const listModels = operation({
  id: "listModels",
  method: "GET",
  path: "/v1/models",
  summary: "List the models of a key: its twin",
  access: "program",
  response: completion.modelListView,
  status: 200,
});
export const retrieveModel = operation({
  id: "retrieveModel",
  method: "GET",
  path: "/v1/models/{model}",
  summary: "Get one model, which is the key's twin",
  access: "program",
  response: completion.modelView,
  status: 200,
});
