import { listOf, listQuery } from "../../schemas/common.ts";
import { findingView } from "../../schemas/finding.ts";
import { operation } from "./operation.ts";

export const listFindings = operation({
  id: "listFindings",
  method: "GET",
  path: "/twins/{twin_id}/findings",
  summary:
    "List what needs attention in the content: contradictions, past dates, questions without an answer and more",
  access: "viewer",
  query: listQuery,
  response: listOf(findingView),
  status: 200,
});
export const dismissFinding = operation({
  id: "dismissFinding",
  method: "POST",
  path: "/twins/{twin_id}/findings/{finding_id}/dismiss",
  summary: "Dismiss a finding that needs nothing done",
  access: "editor",
  response: findingView,
  status: 200,
});
export const restoreFinding = operation({
  id: "restoreFinding",
  method: "POST",
  path: "/twins/{twin_id}/findings/{finding_id}/restore",
  summary: "Restore a dismissed finding to the list",
  access: "editor",
  response: null,
  status: 204,
});
