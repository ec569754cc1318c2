import * as chat from "../../schemas/chat.ts";
import * as trial from "../../schemas/trial.ts";
import { operation } from "./operation.ts";

export const startTrial = operation({
  id: "startTrial",
  method: "POST",
  path: "/trial",
  summary:
    "Try a twin made from a website, without an account; the cookie in the response gives access to it",
  access: "public",
  body: trial.trialInput,
  response: trial.startedTrialView,
  status: 202,
});
export const getTrial = operation({
  id: "getTrial",
  method: "GET",
  path: "/trial",
  summary: "Get the state of this browser's trial twin",
  access: "trial",
  response: trial.trialView,
  status: 200,
});
export const trialChat = operation({
  id: "trialChat",
  method: "POST",
  path: "/trial/chat",
  summary: "Ask this browser's trial twin",
  access: "trial",
  body: chat.chatInput,
  response: chat.chatAnswerView,
  response_types: ["text/event-stream"],
  status: 200,
});
