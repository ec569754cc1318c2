import { z } from "zod";
import * as account from "../schemas/account.ts";
import * as apiKey from "../schemas/api_key.ts";
import * as chat from "../schemas/chat.ts";
import { listOf, listQuery } from "../schemas/common.ts";
import * as content from "../schemas/content.ts";
import * as share from "../schemas/share_link.ts";
import * as team from "../schemas/team.ts";
import * as twin from "../schemas/twin.ts";
import { MAX_CONTENT_BODY } from "./body.ts";
import { operation } from "./operation.ts";

// The contract as data: every endpoint of the API, in the order of its document. A route without an entry here
// cannot be built with `endpoint`, and a test compares this list with the routes there are.

const session_header = {
  "x-session-id": "The visitor's session id, as the chat answered it",
};

export const getMe = operation({
  id: "getMe",
  method: "GET",
  path: "/me",
  summary: "Who is signed in, in which team, with which twins",
  access: "viewer",
  response: account.me,
  status: 200,
});

export const listTwins = operation({
  id: "listTwins",
  method: "GET",
  path: "/twins",
  summary: "List twins, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(twin.twin),
  status: 200,
});
export const createTwin = operation({
  id: "createTwin",
  method: "POST",
  path: "/twins",
  summary: "Create a twin",
  access: "owner",
  body: twin.createTwin,
  response: twin.twin,
  status: 201,
});
export const getTwin = operation({
  id: "getTwin",
  method: "GET",
  path: "/twins/{twin_id}",
  summary: "Get a twin",
  access: "viewer",
  response: twin.twin,
  status: 200,
});
export const updateTwin = operation({
  id: "updateTwin",
  method: "PATCH",
  path: "/twins/{twin_id}",
  summary: "Change a twin",
  access: "owner",
  body: twin.updateTwin,
  response: twin.twin,
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
  summary: "Bring a deleted twin back, within 7 days",
  access: "owner",
  response: twin.twin,
  status: 200,
});
export const putAvatar = operation({
  id: "putAvatar",
  method: "PUT",
  path: "/twins/{twin_id}/avatar",
  summary: "Set the twin's picture: PNG, JPEG or WebP, up to 60 KiB",
  access: "owner",
  body_type: "image/*",
  response: twin.twin,
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
  response: chat.chatAnswer,
  response_types: ["text/event-stream"],
  status: 200,
});

export const listContent = operation({
  id: "listContent",
  method: "GET",
  path: "/twins/{twin_id}/content",
  summary: "List content items, newest first, without their texts",
  access: "viewer",
  query: listQuery,
  response: listOf(content.contentSummary),
  status: 200,
});
export const createContent = operation({
  id: "createContent",
  method: "POST",
  path: "/twins/{twin_id}/content",
  summary: "Add content (Markdown)",
  access: "owner",
  body: content.createContent,
  max_body: MAX_CONTENT_BODY,
  response: content.content,
  status: 201,
});
export const importContent = operation({
  id: "importContent",
  method: "POST",
  path: "/twins/{twin_id}/content/import",
  summary: "Add content from files, each an item or a problem",
  access: "owner",
  body_type: "multipart/form-data",
  response: content.importResult,
  status: 201,
});
export const getContent = operation({
  id: "getContent",
  method: "GET",
  path: "/twins/{twin_id}/content/{content_id}",
  summary: "Get a content item with its text",
  access: "viewer",
  response: content.content,
  status: 200,
});
export const updateContent = operation({
  id: "updateContent",
  method: "PATCH",
  path: "/twins/{twin_id}/content/{content_id}",
  summary: "Change a content item; text and visibility switch at once",
  access: "owner",
  body: content.updateContent,
  max_body: MAX_CONTENT_BODY,
  response: content.content,
  status: 200,
});
export const deleteContent = operation({
  id: "deleteContent",
  method: "DELETE",
  path: "/twins/{twin_id}/content/{content_id}",
  summary: "Delete a content item",
  access: "owner",
  response: null,
  status: 204,
});

export const restoreContent = operation({
  id: "restoreContent",
  method: "POST",
  path: "/twins/{twin_id}/content/{content_id}/restore",
  summary: "Bring a deleted content item back, within 7 days",
  access: "owner",
  response: content.contentSummary,
  status: 200,
});

export const listApiKeys = operation({
  id: "listApiKeys",
  method: "GET",
  path: "/api-keys",
  summary: "List API keys, newest first, without secrets",
  access: "viewer",
  query: apiKey.listApiKeys,
  response: listOf(apiKey.apiKey),
  status: 200,
});
export const createApiKey = operation({
  id: "createApiKey",
  method: "POST",
  path: "/api-keys",
  summary: "Create an API key; its text is shown this once",
  access: "owner",
  body: apiKey.createApiKey,
  response: apiKey.newApiKey,
  status: 201,
});
export const updateApiKey = operation({
  id: "updateApiKey",
  method: "PATCH",
  path: "/api-keys/{key_id}",
  summary: "Change an API key's settings",
  access: "owner",
  body: apiKey.updateApiKey,
  response: apiKey.apiKey,
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
  summary: "Replace an API key; the old one ends after the overlap",
  access: "owner",
  body: apiKey.rotateApiKey,
  response: apiKey.newApiKey,
  status: 201,
});
export const listKeyOrigins = operation({
  id: "listKeyOrigins",
  method: "GET",
  path: "/api-keys/{key_id}/origins",
  summary: "Which origins called with a key in the last 7 days",
  access: "viewer",
  response: apiKey.keyOrigins,
  status: 200,
});

export const getShareLink = operation({
  id: "getShareLink",
  method: "GET",
  path: "/twins/{twin_id}/share-link",
  summary: "Get the share link",
  access: "viewer",
  response: share.shareLink,
  status: 200,
});
export const regenerateShareLink = operation({
  id: "regenerateShareLink",
  method: "POST",
  path: "/twins/{twin_id}/share-link",
  summary: "Make a new share link; the old one ends at once",
  access: "owner",
  response: share.shareLink,
  status: 201,
});
export const setSharing = operation({
  id: "setSharing",
  method: "PATCH",
  path: "/twins/{twin_id}/sharing",
  summary: "Turn sharing on or off",
  access: "owner",
  body: share.setSharing,
  response: share.shareLink,
  status: 200,
});
export const validateShare = operation({
  id: "validateShare",
  method: "GET",
  path: "/public/validate-share/{twin_id}/{token}",
  summary: "Whether a share link works, and for which twin",
  access: "link",
  response: share.validShare,
  status: 200,
});
export const publicChat = operation({
  id: "publicChat",
  method: "POST",
  path: "/public/chat/{twin_id}/{token}",
  summary: "Ask a twin through its share link",
  access: "link",
  body: chat.chatInput,
  response: chat.chatAnswer,
  response_types: ["text/event-stream"],
  status: 200,
});
export const publicLead = operation({
  id: "publicLead",
  method: "POST",
  path: "/public/leads/{twin_id}/{token}",
  summary: "Leave an e-mail, to be told the answer later",
  access: "link",
  body: chat.leadInput,
  response: z.strictObject({ ok: z.literal(true) }),
  status: 201,
});
export const getSession = operation({
  id: "getSession",
  method: "GET",
  path: "/public/session",
  summary: "What is stored of a visitor's session",
  access: "visitor",
  headers: session_header,
  response: chat.sessionView,
  status: 200,
});
export const deleteSession = operation({
  id: "deleteSession",
  method: "DELETE",
  path: "/public/session",
  summary: "End a visitor's session and delete its messages",
  access: "visitor",
  headers: session_header,
  response: null,
  status: 204,
});

export const getWidgetConfig = operation({
  id: "getWidgetConfig",
  method: "GET",
  path: "/chat-widget/{twin_id}",
  summary: "What the widget shows of a twin",
  access: "key",
  query: z.strictObject({ lang: z.string().max(35).optional() }),
  response: chat.widgetConfig,
  status: 200,
});
export const widgetChat = operation({
  id: "widgetChat",
  method: "POST",
  path: "/chat-widget/{twin_id}",
  summary: "Ask a twin with an API key",
  access: "key",
  body: chat.chatInput,
  response: chat.chatAnswer,
  response_types: ["text/event-stream"],
  status: 200,
});
export const widgetLead = operation({
  id: "widgetLead",
  method: "POST",
  path: "/chat-widget/{twin_id}/leads",
  summary: "Leave an e-mail, to be told the answer later",
  access: "key",
  body: chat.leadInput,
  response: z.strictObject({ ok: z.literal(true) }),
  status: 201,
});
export const getWidgetSession = operation({
  id: "getWidgetSession",
  method: "GET",
  path: "/chat-widget/{twin_id}/session",
  summary: "What is stored of a visitor's session",
  access: "key",
  headers: session_header,
  response: chat.sessionView,
  status: 200,
});
export const deleteWidgetSession = operation({
  id: "deleteWidgetSession",
  method: "DELETE",
  path: "/chat-widget/{twin_id}/session",
  summary: "End a visitor's session and delete its messages",
  access: "key",
  headers: session_header,
  response: null,
  status: 204,
});
export const renewTicket = operation({
  id: "renewTicket",
  method: "GET",
  path: "/embed/{twin_id}/ticket",
  summary: "A new ticket for the embedded page",
  access: "public",
  query: z.strictObject({ key: z.string().max(200) }),
  response: z.strictObject({ ticket: z.string(), expires_at: z.string() }),
  status: 200,
});

export const listConversations = operation({
  id: "listConversations",
  method: "GET",
  path: "/twins/{twin_id}/conversations",
  summary: "List visitors' conversations, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(chat.conversation),
  status: 200,
});
export const getTranscript = operation({
  id: "getTranscript",
  method: "GET",
  path: "/twins/{twin_id}/conversations/{conversation_id}",
  summary: "Read a conversation",
  access: "viewer",
  response: chat.transcript,
  status: 200,
});
export const updateConversation = operation({
  id: "updateConversation",
  method: "PATCH",
  path: "/twins/{twin_id}/conversations/{conversation_id}",
  summary: "Block a visitor, or unblock",
  access: "owner",
  body: chat.updateConversation,
  response: chat.conversation,
  status: 200,
});
export const listLeads = operation({
  id: "listLeads",
  method: "GET",
  path: "/twins/{twin_id}/leads",
  summary: "List e-mails that visitors left",
  access: "viewer",
  query: listQuery,
  response: listOf(chat.lead),
  status: 200,
});

export const listUsers = operation({
  id: "listUsers",
  method: "GET",
  path: "/users",
  summary: "List the team's members",
  access: "viewer",
  query: listQuery,
  response: listOf(team.member),
  status: 200,
});
export const inviteUser = operation({
  id: "inviteUser",
  method: "POST",
  path: "/users/invite",
  summary: "Invite someone; the link is shown this once",
  access: "owner",
  body: team.inviteInput,
  response: team.newInvitation,
  status: 201,
});
export const listInvitations = operation({
  id: "listInvitations",
  method: "GET",
  path: "/users/invitations",
  summary: "List invitations nobody accepted yet",
  access: "viewer",
  query: listQuery,
  response: listOf(team.invitation),
  status: 200,
});
export const resendInvitation = operation({
  id: "resendInvitation",
  method: "POST",
  path: "/users/invitations/{invitation_id}/resend",
  summary: "Make a new invitation link; the old one ends",
  access: "owner",
  response: team.newInvitation,
  status: 201,
});
export const revokeInvitation = operation({
  id: "revokeInvitation",
  method: "DELETE",
  path: "/users/invitations/{invitation_id}",
  summary: "Withdraw an invitation",
  access: "owner",
  response: null,
  status: 204,
});
export const removeUser = operation({
  id: "removeUser",
  method: "DELETE",
  path: "/users/{user_id}",
  summary: "Remove a member; their sessions end at once",
  access: "owner",
  response: null,
  status: 204,
});
export const changeRole = operation({
  id: "changeRole",
  method: "PATCH",
  path: "/users/{user_id}/role",
  summary: "Change a member's role",
  access: "owner",
  body: team.changeRole,
  response: team.member,
  status: 200,
});
export const createPasswordReset = operation({
  id: "createPasswordReset",
  method: "POST",
  path: "/users/{user_id}/password-reset",
  summary: "Make a link by which a member sets a new password",
  access: "owner",
  response: team.passwordResetLink,
  status: 201,
});
export const listAuditLog = operation({
  id: "listAuditLog",
  method: "GET",
  path: "/audit-log",
  summary: "Who changed what, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(team.auditEntry),
  status: 200,
});

export const getHealth = operation({
  id: "getHealth",
  method: "GET",
  path: "/healthz",
  summary: "Whether the store reads and writes",
  access: "public",
  response: z.strictObject({ status: z.literal("ok") }),
  status: 200,
});
export const getOpenApi = operation({
  id: "getOpenApi",
  method: "GET",
  path: "/openapi.json",
  summary: "This document",
  access: "public",
  response: z.record(z.string(), z.unknown()),
  status: 200,
});
