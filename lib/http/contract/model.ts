import * as model from "../../schemas/model.ts";
import { operation } from "./operation.ts";

export const getModel = operation({
  id: "getModel",
  method: "GET",
  path: "/twins/{twin_id}/model",
  summary: "Which language model answers for a twin; never its key",
  access: "viewer",
  response: model.modelView,
  status: 200,
});
export const setModel = operation({
  id: "setModel",
  method: "PUT",
  path: "/twins/{twin_id}/model",
  summary: "Make an OpenAI-compatible server answer; its key is sealed",
  access: "owner",
  body: model.modelInput,
  response: model.modelView,
  status: 200,
});
export const removeModel = operation({
  id: "removeModel",
  method: "DELETE",
  path: "/twins/{twin_id}/model",
  summary: "Take the twin's own model and its key away",
  access: "owner",
  response: null,
  status: 204,
});
export const checkModel = operation({
  id: "checkModel",
  method: "POST",
  path: "/twins/{twin_id}/model/check",
  summary: "Ask the model for a word",
  access: "owner",
  response: model.modelCheckView,
  status: 200,
});
