import * as model from "../../schemas/model.ts";
import { operation } from "./operation.ts";

export const getModel = operation({
  id: "getModel",
  method: "GET",
  path: "/twins/{twin_id}/model",
  summary: "Get the language model that answers for a twin, without its key",
  access: "viewer",
  response: model.modelView,
  status: 200,
});
export const setModel = operation({
  id: "setModel",
  method: "PUT",
  path: "/twins/{twin_id}/model",
  summary:
    "Set an OpenAI-compatible server as the twin's model; its key is stored encrypted",
  access: "owner",
  body: model.modelInput,
  response: model.modelView,
  status: 200,
});
export const removeModel = operation({
  id: "removeModel",
  method: "DELETE",
  path: "/twins/{twin_id}/model",
  summary: "Remove the twin's own model and its key",
  access: "owner",
  response: null,
  status: 204,
});
export const checkModel = operation({
  id: "checkModel",
  method: "POST",
  path: "/twins/{twin_id}/model/check",
  summary: "Test the model with a short request",
  access: "owner",
  response: model.modelCheckView,
  status: 200,
});
