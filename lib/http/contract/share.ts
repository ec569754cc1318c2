import { leakReportView } from "../../schemas/leak_check.ts";
import { z } from "zod";
import * as chat from "../../schemas/chat.ts";
import * as leads from "../../schemas/lead.ts";
import * as share from "../../schemas/share_link.ts";
import { IDEMPOTENCY_HEADER, operation } from "./operation.ts";
import { session_header } from "./session_header.ts";

export const getShareLink = operation({
  id: "getShareLink",
  method: "GET",
  path: "/twins/{twin_id}/share-link",
  summary: "Get the share link",
  access: "viewer",
  response: share.shareLinkView,
  status: 200,
});
export const regenerateShareLink = operation({
  id: "regenerateShareLink",
  method: "POST",
  path: "/twins/{twin_id}/share-link",
  summary: "Replace the share link; the old one stops working at once",
  access: "owner",
  response: share.shareLinkView,
  status: 201,
});
export const setSharing = operation({
  id: "setSharing",
  method: "PATCH",
  path: "/twins/{twin_id}/sharing",
  summary: "Turn sharing on or off",
  access: "owner",
  body: share.setSharingInput,
  response: share.shareLinkView,
  status: 200,
});
export const validateShare = operation({
  id: "validateShare",
  method: "GET",
  path: "/public/validate-share/{twin_id}/{token}",
  summary: "Check whether a share link works, and for which twin",
  access: "link",
  response: share.validShareView,
  status: 200,
});
export const publicChat = operation({
  id: "publicChat",
  method: "POST",
  path: "/public/chat/{twin_id}/{token}",
  summary: "Ask a twin through its share link",
  access: "link",
  body: chat.chatInput,
  response: chat.chatAnswerView,
  response_types: ["text/event-stream"],
  status: 200,
});
export const publicLead = operation({
  id: "publicLead",
  method: "POST",
  path: "/public/leads/{twin_id}/{token}",
  summary: "Leave an e-mail address to get the answer later",
  access: "link",
  body: leads.leadInput,
  optional_headers: IDEMPOTENCY_HEADER,
  response: z.strictObject({ ok: z.literal(true) }),
  status: 201,
});
export const publicRating = operation({
  id: "publicRating",
  method: "POST",
  path: "/public/ratings/{twin_id}/{token}",
  summary: "Rate an answer in this session; rate it again to change the rating",
  access: "link",
  body: chat.ratingInput,
  response: chat.rating,
  status: 200,
});
export const getSession = operation({
  id: "getSession",
  method: "GET",
  path: "/public/session",
  summary: "Get what is stored about a visitor's session",
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
export const checkForLeaks = operation({
  id: "checkForLeaks",
  method: "POST",
  path: "/twins/{twin_id}/leak-check",
  summary:
    "Run a leak check: ask as a visitor, with questions made from private items, and report what leaks",
  access: "owner",
  response: leakReportView,
  status: 200,
});
export const handleChat = operation({
  id: "handleChat",
  method: "POST",
  path: "/public/chat/@{handle}",
  summary: "Ask a twin at its handle; an earlier handle redirects (307)",
  access: "link",
  body: chat.chatInput,
  response: chat.chatAnswerView,
  response_types: ["text/event-stream"],
  status: 200,
});
export const handleLead = operation({
  id: "handleLead",
  method: "POST",
  path: "/public/leads/@{handle}",
  summary: "Leave an e-mail address to get the answer later, at a handle",
  access: "link",
  body: leads.leadInput,
  optional_headers: IDEMPOTENCY_HEADER,
  response: z.strictObject({ ok: z.literal(true) }),
  status: 201,
});
export const handleRating = operation({
  id: "handleRating",
  method: "POST",
  path: "/public/ratings/@{handle}",
  summary: "Rate an answer in this session, at a handle",
  access: "link",
  body: chat.ratingInput,
  response: chat.rating,
  status: 200,
});
