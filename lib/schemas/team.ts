import { z } from "zod";
import { email, line, type Role, role, timestamp } from "./common.ts";
import { password } from "./account.ts";

export type Invitation = {
  id: string;
  tenant_id: string;
  email: string;
  role: Role;
  token_hash: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  /** Kept a while, so that the team sees what happened to it. */
  withdrawn_at?: string;
};

export const memberView = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  created_at: timestamp,
  last_active_at: timestamp.nullable(),
});
export type MemberView = z.infer<typeof memberView>;

export const inviteInput = z.strictObject({ email, role });

export const invitationView = z.strictObject({
  id: z.string(),
  email: z.string(),
  role,
  status: z.enum(["pending", "expired"]),
  created_at: timestamp,
  expires_at: timestamp,
});
export type InvitationView = z.infer<typeof invitationView>;

/** An invitation and its outcome, as listed on the Team page. */
export type PastInvitation = Pick<Invitation, "id" | "email" | "role"> & {
  status: "pending" | "expired" | "accepted" | "withdrawn";
  created_at: string;
  expires_at: string;
  /** When it got its status; for a pending one, when it expires. */
  at: string;
};

/** A new invitation: the only view with its link, shown once. */
export const newInvitationView = z.strictObject({
  id: z.string(),
  email: z.string(),
  role,
  invite_url: z.string(),
  expires_at: timestamp,
});
export type NewInvitationView = z.infer<typeof newInvitationView>;

export const changeRoleInput = z.strictObject({ role });

export const acceptInvitationInput = z.strictObject({
  name: line(100),
  password,
});

export const passwordResetLinkView = z.strictObject({
  reset_url: z.string(),
  expires_at: timestamp,
});
export type PasswordResetLinkView = z.infer<typeof passwordResetLinkView>;

export const passwordResetView = z.strictObject({
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  created_by: z.string(),
  expires_at: timestamp,
});
export type PasswordResetView = z.infer<typeof passwordResetView>;

/** Everything in a team's audit log: the object, and what was done to it. */
export type AuditAction =
  | "account.created"
  | "account.login_flood"
  | "api_key.created"
  | "api_key.revoked"
  | "api_key.rotated"
  | "api_key.updated"
  | "content.created"
  | "content.deleted"
  | "content.drafted"
  | "content.draft_discarded"
  | "content.restored"
  | "content.updated"
  | "source.added"
  | "source.removed"
  | "share_link.regenerated"
  | "sharing.disabled"
  | "sharing.enabled"
  | "tenant.renamed"
  | "twin.avatar_deleted"
  | "twin.avatar_set"
  | "twin.created"
  | "twin.deleted"
  | "twin.restored"
  | "twin.updated"
  | "model.updated"
  | "model.removed"
  | "user.invitation_resent"
  | "user.invitation_revoked"
  | "user.invited"
  | "user.left"
  | "user.joined"
  | "user.made_owner"
  | "user.made_editor"
  | "user.made_viewer"
  | "user.password_reset_created"
  | "user.mail_resumed"
  | "user.password_reset_revoked"
  | "user.removed"
  | "channel.created"
  | "channel.updated"
  | "channel.deleted"
  | "channel.tested"
  | "channel.failing"
  | "webhook.created"
  | "webhook.updated"
  | "webhook.deleted"
  | "webhook.rotated"
  | "webhook.switched_off"
  | "visitor.blocked"
  | "visitor.erased"
  | "visitor.unblocked";

const auditEntry = z.strictObject({
  id: z.string(),
  tenant_id: z.string(),
  actor_id: z.string().nullable(),
  actor_name: z.string(),
  action: z.string(),
  target_id: z.string(),
  target_name: z.string(),
  at: z.string(),
  /** Keeps anyone from guessing the entry by its hash; absent in entries that predate the chain. */
  salt: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditEntryView = z.strictObject({
  id: z.string(),
  actor_id: z.string().nullable(),
  actor_name: z.string(),
  action: z.string(),
  target_id: z.string(),
  target_name: z.string(),
  created_at: timestamp,
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** A signature of the audit log's chain up to a link. */
const auditCheckpoint = z.strictObject({
  seq: z.number(),
  hash: z.string(),
  at: z.string(),
  /** Ed25519, in base64. */
  signature: z.string(),
});
export type AuditCheckpoint = z.infer<typeof auditCheckpoint>;

/** A line of the exported log; `audit/proof.ts` verifies it. */
export const auditLogLine = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("log"),
    tenant_id: z.string(),
    /** Ed25519, SPKI in base64; null if this installation has no secret to seal a key with. */
    public_key: z.string().nullable(),
    exported_at: z.string(),
    /** How many follow: reveals a truncated file. */
    entries: z.number(),
    /** Of the last of them; empty if there is none. */
    hash: z.string(),
    /** Over everything but the key, Ed25519 in base64; null without a key. */
    signature: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal("entry"),
    seq: z.number(),
    /** SHA-256, in hex, of the entry with its salt. */
    digest: z.string(),
    /** SHA-256, in hex, of this link and all before it. */
    hash: z.string(),
    /** Null once it is erased. */
    entry: auditEntry.nullable(),
  }),
  auditCheckpoint.extend({ type: z.literal("checkpoint") }),
]);
export type AuditLogLine = z.infer<typeof auditLogLine>;
