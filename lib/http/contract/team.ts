import { tenantInput, tenantView } from "../../schemas/account.ts";
import * as team from "../../schemas/team.ts";
import { listOf, listQuery } from "../../schemas/common.ts";
import { operation } from "./operation.ts";

export const renameTenant = operation({
  id: "renameTenant",
  method: "PATCH",
  path: "/tenant",
  summary: "Rename the team",
  access: "owner",
  body: tenantInput,
  response: tenantView,
  status: 200,
});
export const listUsers = operation({
  id: "listUsers",
  method: "GET",
  path: "/users",
  summary: "List the team's members",
  access: "viewer",
  query: listQuery,
  response: listOf(team.memberView),
  status: 200,
});
export const inviteUser = operation({
  id: "inviteUser",
  method: "POST",
  path: "/users/invite",
  summary: "Invite someone; the link is shown only this once",
  access: "owner",
  body: team.inviteInput,
  response: team.newInvitationView,
  makes_secret: true,
  status: 201,
});
export const listInvitations = operation({
  id: "listInvitations",
  method: "GET",
  path: "/users/invitations",
  summary: "List invitations that were neither accepted nor withdrawn",
  access: "viewer",
  query: listQuery,
  response: listOf(team.invitationView),
  status: 200,
});
export const resendInvitation = operation({
  id: "resendInvitation",
  method: "POST",
  path: "/users/invitations/{invitation_id}/resend",
  summary: "Replace an invitation link; the old one stops working",
  access: "owner",
  response: team.newInvitationView,
  makes_secret: true,
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
  body: team.changeRoleInput,
  response: team.memberView,
  status: 200,
});
export const createPasswordReset = operation({
  id: "createPasswordReset",
  method: "POST",
  path: "/users/{user_id}/password-reset",
  summary: "Create a link that lets a member set a new password",
  access: "owner",
  response: team.passwordResetLinkView,
  makes_secret: true,
  status: 201,
});
export const revokePasswordReset = operation({
  id: "revokePasswordReset",
  method: "DELETE",
  path: "/users/{user_id}/password-reset",
  summary: "Withdraw a member's password reset link",
  access: "owner",
  response: null,
  status: 204,
});
export const listPasswordResets = operation({
  id: "listPasswordResets",
  method: "GET",
  path: "/users/password-resets",
  summary: "List password reset links, without the links themselves",
  access: "owner",
  query: listQuery,
  response: listOf(team.passwordResetView),
  status: 200,
});
export const listAuditLog = operation({
  id: "listAuditLog",
  method: "GET",
  path: "/audit-log",
  summary: "List who changed what, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(team.auditEntryView),
  status: 200,
});
export const exportAuditLog = operation({
  id: "exportAuditLog",
  method: "GET",
  path: "/audit-log/export",
  summary:
    "Export the whole log as lines of JSON, chained and signed: `deno task verify-audit` checks it",
  access: "owner",
  response: team.auditLogLine,
  response_types: ["application/jsonl"],
  status: 200,
});
