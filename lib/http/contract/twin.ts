import * as account from "../../schemas/account.ts";
import * as chat from "../../schemas/chat.ts";
import * as twin from "../../schemas/twin.ts";
import { listOf, listQuery } from "../../schemas/common.ts";
import { MAX_AVATAR_BYTES } from "../../twins/avatars.ts";
import * as notifications from "../../schemas/notifications.ts";
import { operation } from "./operation.ts";

export const getMe = operation({
  id: "getMe",
  method: "GET",
  path: "/me",
  summary: "Get the signed-in user with their team and twins",
  access: "viewer",
  response: account.meView,
  status: 200,
});
export const deleteAccount = operation({
  id: "deleteAccount",
  method: "DELETE",
  path: "/me",
  summary:
    "Delete your account and the teams you are alone in; needs your password",
  access: "viewer",
  body: account.deleteAccountInput,
  response: null,
  status: 204,
});
export const getNotifications = operation({
  id: "getNotifications",
  method: "GET",
  path: "/me/notifications",
  summary: "Get your mail notification settings",
  access: "viewer",
  response: notifications.notificationsView,
  status: 200,
});
export const updateNotifications = operation({
  id: "updateNotifications",
  method: "PATCH",
  path: "/me/notifications",
  summary: "Change your mail notification settings",
  access: "viewer",
  body: notifications.notificationsInput,
  response: notifications.notificationsView,
  status: 200,
});
export const listTwins = operation({
  id: "listTwins",
  method: "GET",
  path: "/twins",
  summary: "List twins, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(twin.twinView),
  status: 200,
});
export const createTwin = operation({
  id: "createTwin",
  method: "POST",
  path: "/twins",
  summary: "Create a twin",
  access: "owner",
  body: twin.createTwinInput,
  response: twin.twinView,
  status: 201,
});
export const getTwin = operation({
  id: "getTwin",
  method: "GET",
  path: "/twins/{twin_id}",
  summary: "Get a twin",
  access: "viewer",
  response: twin.twinView,
  status: 200,
});
export const updateTwin = operation({
  id: "updateTwin",
  method: "PATCH",
  path: "/twins/{twin_id}",
  summary: "Change a twin",
  access: "owner",
  body: twin.updateTwinInput,
  response: twin.twinView,
  status: 200,
});
export const deleteTwin = operation({
  id: "deleteTwin",
  method: "DELETE",
  path: "/twins/{twin_id}",
  summary: "Delete a twin; its keys, links and sessions end at once",
  access: "owner",
  response: null,
  status: 204,
});
export const restoreTwin = operation({
  id: "restoreTwin",
  method: "POST",
  path: "/twins/{twin_id}/restore",
  summary: "Restore a twin deleted in the last 7 days",
  access: "owner",
  response: twin.twinView,
  status: 200,
});
export const putAvatar = operation({
  id: "putAvatar",
  method: "PUT",
  path: "/twins/{twin_id}/avatar",
  summary: "Set the twin's picture: PNG, JPEG or WebP, up to 60 KiB",
  access: "owner",
  body_type: "image/*",
  max_body: MAX_AVATAR_BYTES,
  response: twin.twinView,
  status: 200,
});
export const deleteAvatar = operation({
  id: "deleteAvatar",
  method: "DELETE",
  path: "/twins/{twin_id}/avatar",
  summary: "Remove the twin's picture",
  access: "owner",
  response: null,
  status: 204,
});
export const previewChat = operation({
  id: "previewChat",
  method: "POST",
  path: "/twins/{twin_id}/preview",
  summary: "Try the twin, as its owner or as the public",
  access: "viewer",
  body: chat.previewInput,
  response: chat.chatAnswerView,
  response_types: ["text/event-stream"],
  status: 200,
});
