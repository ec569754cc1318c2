import { z } from "zod";
import * as conversations from "../../schemas/conversation.ts";
import * as leads from "../../schemas/lead.ts";
import { contentView } from "../../schemas/content.ts";
import { listOf, listQuery } from "../../schemas/common.ts";
import {
  erasureView,
  visitorDataView,
  visitorInput,
} from "../../schemas/visitor_data.ts";
import { operation } from "./operation.ts";

const exportQuery = z.strictObject({
  format: z.enum(["json", "csv"]).default("json"),
});

export const listConversations = operation({
  id: "listConversations",
  method: "GET",
  path: "/twins/{twin_id}/conversations",
  summary: "List visitors' conversations, newest first",
  access: "viewer",
  query: conversations.conversationQuery,
  response: listOf(conversations.conversationView),
  status: 200,
});
export const exportConversations = operation({
  id: "exportConversations",
  method: "GET",
  path: "/twins/{twin_id}/conversations/export",
  summary: "Export all conversations with their transcripts as one file",
  access: "viewer",
  query: exportQuery,
  response: z.strictObject({ items: z.array(conversations.transcriptView) }),
  response_types: ["text/csv"],
  status: 200,
});
export const getTranscript = operation({
  id: "getTranscript",
  method: "GET",
  path: "/twins/{twin_id}/conversations/{conversation_id}",
  summary: "Read a conversation",
  access: "viewer",
  response: conversations.transcriptView,
  status: 200,
});
export const updateConversation = operation({
  id: "updateConversation",
  method: "PATCH",
  path: "/twins/{twin_id}/conversations/{conversation_id}",
  summary: "Block or unblock a visitor",
  access: "editor",
  body: conversations.updateConversationInput,
  response: conversations.conversationView,
  status: 200,
});
export const listUnanswered = operation({
  id: "listUnanswered",
  method: "GET",
  path: "/twins/{twin_id}/unanswered",
  summary: "List unanswered questions, newest first, grouped by what they ask",
  access: "viewer",
  query: listQuery,
  response: listOf(conversations.unansweredView),
  status: 200,
});
export const dismissUnanswered = operation({
  id: "dismissUnanswered",
  method: "DELETE",
  path: "/twins/{twin_id}/unanswered/{message_id}",
  summary: "Dismiss an unanswered question and all that ask the same thing",
  access: "editor",
  response: null,
  status: 204,
});
export const listLeads = operation({
  id: "listLeads",
  method: "GET",
  path: "/twins/{twin_id}/leads",
  summary: "List e-mails that visitors left, those still waiting first",
  access: "viewer",
  query: listQuery,
  response: listOf(leads.leadView),
  status: 200,
});
export const exportLeads = operation({
  id: "exportLeads",
  method: "GET",
  path: "/twins/{twin_id}/leads/export",
  summary: "Export all e-mails that visitors left as one file",
  access: "viewer",
  query: exportQuery,
  response: z.strictObject({ items: z.array(leads.leadView) }),
  response_types: ["text/csv"],
  status: 200,
});
export const updateLead = operation({
  id: "updateLead",
  method: "PATCH",
  path: "/twins/{twin_id}/leads/{lead_id}",
  summary: "Mark a visitor's e-mail as answered, or as waiting again",
  access: "editor",
  body: leads.updateLeadInput,
  response: leads.leadView,
  status: 200,
});
export const answerQuestion = operation({
  id: "answerQuestion",
  method: "POST",
  path: "/twins/{twin_id}/answers",
  summary:
    "Answer a question; the pair is public and takes precedence from then on",
  access: "editor",
  body: conversations.answerInput,
  response: contentView,
  status: 201,
});
export const exportVisitor = operation({
  id: "exportVisitor",
  method: "POST",
  path: "/visitors/export",
  summary: "Export everything stored about one visitor, or one e-mail",
  access: "editor",
  body: visitorInput,
  response: visitorDataView,
  status: 200,
});
export const eraseVisitor = operation({
  id: "eraseVisitor",
  method: "POST",
  path: "/visitors/erase",
  summary:
    "Erase everything stored about one visitor, or one e-mail; returns how much it was",
  access: "editor",
  body: visitorInput,
  response: erasureView,
  status: 200,
});
