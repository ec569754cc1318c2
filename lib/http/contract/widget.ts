import { z } from "zod";
import * as chat from "../../schemas/chat.ts";
import * as leads from "../../schemas/lead.ts";
import { IDEMPOTENCY_HEADER, operation } from "./operation.ts";
import { session_header } from "./session_header.ts";

export const getWidgetConfig = operation({
  id: "getWidgetConfig",
  method: "GET",
  path: "/chat-widget/{twin_id}",
  summary: "Get what the widget shows of a twin",
  access: "key",
  query: z.strictObject({ lang: z.string().max(35).optional() }),
  response: chat.widgetConfigView,
  status: 200,
});
export const widgetChat = operation({
  id: "widgetChat",
  method: "POST",
  path: "/chat-widget/{twin_id}",
  summary: "Ask a twin with an API key",
  access: "key",
  body: chat.chatInput,
  response: chat.chatAnswerView,
  response_types: ["text/event-stream"],
  status: 200,
});
export const widgetLead = operation({
  id: "widgetLead",
  method: "POST",
  path: "/chat-widget/{twin_id}/leads",
  summary: "Leave an e-mail address to get the answer later",
  access: "key",
  body: leads.leadInput,
  optional_headers: IDEMPOTENCY_HEADER,
  response: z.strictObject({ ok: z.literal(true) }),
  status: 201,
});
export const widgetRating = operation({
  id: "widgetRating",
  method: "POST",
  path: "/chat-widget/{twin_id}/ratings",
  summary: "Rate an answer in this session; rate it again to change the rating",
  access: "key",
  body: chat.ratingInput,
  response: chat.rating,
  status: 200,
});
export const getWidgetSession = operation({
  id: "getWidgetSession",
  method: "GET",
  path: "/chat-widget/{twin_id}/session",
  summary: "Get what is stored about a visitor's session",
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
  summary: "Get a new ticket for the embedded page",
  access: "public",
  query: z.strictObject({ key: z.string().max(200) }),
  response: z.strictObject({ ticket: z.string(), expires_at: z.string() }),
  status: 200,
});
