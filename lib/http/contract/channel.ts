import { z } from "zod";
import * as channel from "../../schemas/channel.ts";
import { listOf } from "../../schemas/common.ts";
import { operation } from "./operation.ts";

export const listChannels = operation({
  id: "listChannels",
  method: "GET",
  path: "/channels",
  summary:
    "List the channels on Telegram, Slack, Discord and WhatsApp, newest first",
  access: "owner",
  query: channel.listChannelsQuery,
  response: listOf(channel.channelView),
  status: 200,
});
export const createChannel = operation({
  id: "createChannel",
  method: "POST",
  path: "/channels",
  summary:
    "Set up a channel; its secrets are checked with the platform, sealed, and never shown",
  access: "owner",
  body: channel.createChannelInput,
  response: channel.channelView,
  status: 201,
});
export const updateChannel = operation({
  id: "updateChannel",
  method: "PATCH",
  path: "/channels/{channel_id}",
  summary: "Rename, pause or resume a channel",
  access: "owner",
  body: channel.updateChannelInput,
  response: channel.channelView,
  status: 200,
});
export const deleteChannel = operation({
  id: "deleteChannel",
  method: "DELETE",
  path: "/channels/{channel_id}",
  summary: "Remove a channel, its secrets and the messages still on their way",
  access: "owner",
  response: null,
  status: 204,
});
export const testChannel = operation({
  id: "testChannel",
  method: "POST",
  path: "/channels/{channel_id}/test",
  summary: "Check a channel's secrets with the platform, and connect it again",
  access: "owner",
  response: channel.channelView,
  status: 200,
});
export const receiveHook = operation({
  id: "receiveHook",
  method: "POST",
  path: "/hooks/{kind}/{channel_id}",
  summary: "Receive messages from a platform; signed by the platform",
  access: "platform",
  body_type: "application/json",
  response: z.unknown(),
  status: 200,
});
export const verifyHook = operation({
  id: "verifyHook",
  method: "GET",
  path: "/hooks/{kind}/{channel_id}",
  summary: "Answer a platform's check of the webhook address",
  access: "platform",
  response: z.unknown(),
  response_types: ["text/plain"],
  status: 200,
});
