// All keys of the store, defined only here.
// One file: it is one table, so that no two nouns use the same name. A primary key holds a record; an index
// (`…_by_…`) holds where the record is, never a copy of its values. The tenant comes first wherever a tenant's data
// is listed. What a key holds is described in the noun's own file.

export type Key = Deno.KvKey;

export const keys = {
  widgetVersion: (version: string) => ["widget_versions", version],

  tenant: (tenant_id: string) => ["tenants", tenant_id],

  user: (user_id: string) => ["users", user_id],
  userByEmail: (email: string) => ["users_by_email", email],
  membership: (
    tenant_id: string,
    user_id: string,
  ) => ["memberships", tenant_id, user_id],
  memberships: (tenant_id: string) => ["memberships", tenant_id],
  tenantByUser: (
    user_id: string,
    tenant_id: string,
  ) => ["tenants_by_user", user_id, tenant_id],
  tenantsByUser: (user_id: string) => ["tenants_by_user", user_id],

  lastActive: (user_id: string, tenant_id: string) => [
    "last_active",
    user_id,
    tenant_id,
  ],

  /** The language of the browser that last logged in to an account. */
  userLanguage: (user_id: string) => ["user_languages", user_id],
  /** A member's mail notification settings, and up to when they have been notified. */
  notifications: (tenant_id: string, user_id: string) => [
    "notifications",
    tenant_id,
    user_id,
  ],
  /** Marks news of a kind and a twin that the team may be notified of by mail. */
  news: (tenant_id: string, twin_id: string, kind: string) => [
    "news",
    tenant_id,
    twin_id,
    kind,
  ],
  newsOfTwin: (tenant_id: string, twin_id: string) => [
    "news",
    tenant_id,
    twin_id,
  ],
  newsOf: (tenant_id: string) => ["news", tenant_id],
  allNews: () => ["news"],

  dashboardSession: (token_hash: string) => ["dashboard_sessions", token_hash],
  dashboardSessionByUser: (
    user_id: string,
    token_hash: string,
  ) => ["dashboard_sessions_by_user", user_id, token_hash],
  dashboardSessionsByUser: (
    user_id: string,
  ) => ["dashboard_sessions_by_user", user_id],
  webhook: (
    tenant_id: string,
    webhook_id: string,
  ) => ["webhooks", tenant_id, webhook_id],
  webhooks: (tenant_id: string) => ["webhooks", tenant_id],
  webhookStanding: (webhook_id: string) => ["webhook_standings", webhook_id],
  webhookDelivery: (
    webhook_id: string,
    delivery_id: string,
  ) => ["webhook_deliveries", webhook_id, delivery_id],
  webhookDeliveries: (webhook_id: string) => ["webhook_deliveries", webhook_id],
  /** A delivery about a conversation, whose stored response may quote it. */
  webhookAnswer: (
    session_id: string,
    webhook_id: string,
    delivery_id: string,
  ) => ["webhook_answers", session_id, webhook_id, delivery_id],
  webhookAnswers: (session_id: string) => ["webhook_answers", session_id],

  channel: (channel_id: string) => ["channels", channel_id],
  channelsByTenant: (tenant_id: string) => ["channels_by_tenant", tenant_id],
  /** Changes with every channel added to a twin. */
  channelMark: (twin_id: string) => ["channel_marks", twin_id],
  channelStanding: (channel_id: string) => ["channel_standings", channel_id],
  /** Where test messages of a channel go. */
  channelTest: (channel_id: string) => ["channel_tests", channel_id],
  /** An incoming message of a channel, by the hash of its identity. */
  channelMessage: (channel_id: string, message_id: string) => [
    "channel_messages",
    channel_id,
    message_id,
  ],
  channelMessages: (channel_id: string) => ["channel_messages", channel_id],
  /** A platform's message that contains an answer. */
  channelSent: (channel_id: string, sent: string) => [
    "channel_sent",
    channel_id,
    sent,
  ],
  channelSents: (channel_id: string) => ["channel_sent", channel_id],
  /** Someone who writes on a channel. */
  channelPerson: (channel_id: string, person: string) => [
    "channel_people",
    channel_id,
    person,
  ],
  channelPeople: (channel_id: string) => ["channel_people", channel_id],

  /** A letter on its way, sealed. */
  letter: (letter_id: string) => ["letters", letter_id],
  /** A letter to someone who left their e-mail in a conversation. */
  letterOfSession: (session_id: string, letter_id: string) => [
    "letters_by_session",
    session_id,
    letter_id,
  ],
  lettersOfSession: (session_id: string) => ["letters_by_session", session_id],
  /** Why an address gets no more letters. */
  mailStop: (email_hash: string) => ["mail_stops", email_hash],

  passwordReset: (token_hash: string) => ["password_resets", token_hash],
  /** A member's only reset link created by a team's owners. */
  passwordResetByMember: (
    tenant_id: string,
    user_id: string,
  ) => ["password_resets_by_member", tenant_id, user_id],
  passwordResetsByMember: (tenant_id: string) => [
    "password_resets_by_member",
    tenant_id,
  ],

  invitation: (
    tenant_id: string,
    invitation_id: string,
  ) => ["user_invitations", tenant_id, invitation_id],
  invitations: (tenant_id: string) => ["user_invitations", tenant_id],
  /** The only valid invitation of an address. */
  invitationByEmail: (
    tenant_id: string,
    email: string,
  ) => ["user_invitations_by_email", tenant_id, email],
  invitationsByEmail: (tenant_id: string) => [
    "user_invitations_by_email",
    tenant_id,
  ],
  invitationByToken: (
    token_hash: string,
  ) => ["user_invitations_by_token", token_hash],

  /** A trial without an account, by the hash of its browser's cookie. */
  trial: (token_hash: string) => ["trials", token_hash],
  /** One of the slots for simultaneous trials. */
  trialSlot: (slot: number) => ["trial_slots", slot],
  trialSlots: () => ["trial_slots"],

  twin: (twin_id: string) => ["twins", twin_id],
  twinByTenant: (
    tenant_id: string,
    twin_id: string,
  ) => ["twins_by_tenant", tenant_id, twin_id],
  twinsByTenant: (tenant_id: string) => ["twins_by_tenant", tenant_id],
  /** The current or former twin of a handle. */
  handle: (handle: string) => ["handles", handle],
  avatar: (twin_id: string) => ["avatars", twin_id],

  content: (twin_id: string, content_id: string) => [
    "content",
    twin_id,
    content_id,
  ],
  contents: (twin_id: string) => ["content", twin_id],
  deletedContent: (twin_id: string, content_id: string) => [
    "deleted_content",
    twin_id,
    content_id,
  ],
  deletedContents: (twin_id: string) => ["deleted_content", twin_id],
  contentByDigest: (twin_id: string, digest: string) => [
    "content_by_digest",
    twin_id,
    digest,
  ],
  contentsByDigest: (twin_id: string) => ["content_by_digest", twin_id],
  contentBody: (content_id: string, revision: string) => [
    "content_bodies",
    content_id,
    revision,
  ],
  contentVersion: (twin_id: string) => ["content_versions", twin_id],
  /** An earlier version of an item, by its number. */
  contentVersionOf: (twin_id: string, content_id: string, n: number) => [
    "content_history",
    twin_id,
    content_id,
    n,
  ],
  contentVersionsOf: (twin_id: string, content_id: string) => [
    "content_history",
    twin_id,
    content_id,
  ],
  contentHistory: (twin_id: string) => ["content_history", twin_id],

  /** Recently changed items, each by its new revision. */
  contentChange: (twin_id: string, revision: string) => [
    "content_changes",
    twin_id,
    revision,
  ],
  contentChanges: (twin_id: string) => ["content_changes", twin_id],
  /** Renewed when a change is no longer listed: whoever read the list before must compare all items. */
  contentChangesFloor: (twin_id: string) => ["content_changes_floor", twin_id],

  // Content open to all, to some channels, and to no visitor is stored apart: whatever answers visitors gets a reader
  // of the first and of its own channel.
  publicContent: (twin_id: string, content_id: string) => [
    "public_content",
    twin_id,
    content_id,
  ],
  publicContents: (twin_id: string) => ["public_content", twin_id],
  publicPassages: (twin_id: string, content_id: string, revision: string) => [
    "public_passages",
    twin_id,
    content_id,
    revision,
  ],
  publicVectors: (twin_id: string, content_id: string, revision: string) => [
    "public_vectors",
    twin_id,
    content_id,
    revision,
  ],
  publicVectorsOf: (twin_id: string) => ["public_vectors", twin_id],
  limitedVectors: (twin_id: string, content_id: string, revision: string) => [
    "limited_vectors",
    twin_id,
    content_id,
    revision,
  ],
  limitedVectorsOf: (twin_id: string) => ["limited_vectors", twin_id],
  privateVectors: (twin_id: string, content_id: string, revision: string) => [
    "private_vectors",
    twin_id,
    content_id,
    revision,
  ],
  privateVectorsOf: (twin_id: string) => ["private_vectors", twin_id],
  /** The model of all of a twin's vectors. */
  vectorsState: (twin_id: string) => ["vectors_state", twin_id],
  limitedContent: (twin_id: string, channel: string, content_id: string) => [
    "limited_content",
    twin_id,
    channel,
    content_id,
  ],
  limitedContents: (twin_id: string, channel: string) => [
    "limited_content",
    twin_id,
    channel,
  ],
  limitedContentsOf: (twin_id: string) => ["limited_content", twin_id],
  limitedPassages: (twin_id: string, content_id: string, revision: string) => [
    "limited_passages",
    twin_id,
    content_id,
    revision,
  ],
  privatePassages: (twin_id: string, content_id: string, revision: string) => [
    "private_passages",
    twin_id,
    content_id,
    revision,
  ],

  apiKey: (key_hash: string) => ["twin_api_keys", key_hash],
  apiKeyByTenant: (tenant_id: string, key_id: string) => [
    "twin_api_keys_by_tenant",
    tenant_id,
    key_id,
  ],
  apiKeysByTenant: (
    tenant_id: string,
  ) => ["twin_api_keys_by_tenant", tenant_id],
  apiKeyByTwin: (twin_id: string, key_id: string) => [
    "twin_api_keys_by_twin",
    twin_id,
    key_id,
  ],
  apiKeysByTwin: (twin_id: string) => ["twin_api_keys_by_twin", twin_id],
  keyLastUsed: (key_id: string) => ["key_last_used", key_id],
  idempotency: (tenant_id: string, user_id: string, sent_hash: string) => [
    "idempotency",
    tenant_id,
    user_id,
    sent_hash,
  ],
  keyLastUsedFor: (key_id: string) => ["key_last_used_for", key_id],
  keyOrigins: (key_id: string, day: string) => ["key_origins", key_id, day],
  keyOriginDays: (key_id: string) => ["key_origins", key_id],

  shareLink: (twin_id: string) => ["share_links", twin_id],

  session: (session_id: string) => ["sessions", session_id],
  sessionByTwin: (twin_id: string, session_id: string) => [
    "sessions_by_twin",
    twin_id,
    session_id,
  ],
  sessionsByTwin: (twin_id: string) => ["sessions_by_twin", twin_id],
  sessionByChannel: (twin_id: string, channel: string, session_id: string) => [
    "sessions_by_channel",
    twin_id,
    channel,
    session_id,
  ],
  sessionsByChannel: (twin_id: string, channel: string) => [
    "sessions_by_channel",
    twin_id,
    channel,
  ],
  sessionsByChannels: (twin_id: string) => ["sessions_by_channel", twin_id],
  sessionRatedDown: (twin_id: string, session_id: string) => [
    "sessions_rated_down",
    twin_id,
    session_id,
  ],
  sessionsRatedDown: (twin_id: string) => ["sessions_rated_down", twin_id],
  unanswered: (twin_id: string, message_id: string) => [
    "unanswered",
    twin_id,
    message_id,
  ],
  unansweredOf: (twin_id: string) => ["unanswered", twin_id],
  dismissed: (twin_id: string, message_id: string) => [
    "dismissed",
    twin_id,
    message_id,
  ],
  message: (session_id: string, message_id: string) => [
    "messages",
    session_id,
    message_id,
  ],
  messages: (session_id: string) => ["messages", session_id],
  messageClaim: (session_id: string, client_message_id: string) => [
    "message_claims",
    session_id,
    client_message_id,
  ],
  leadClaim: (session_id: string, sent_hash: string) => [
    "message_claims",
    session_id,
    "lead",
    sent_hash,
  ],
  messageClaims: (session_id: string) => ["message_claims", session_id],
  lead: (twin_id: string, lead_id: string) => ["leads", twin_id, lead_id],
  leads: (twin_id: string) => ["leads", twin_id],
  answeredLead: (twin_id: string, lead_id: string) => [
    "answered_leads",
    twin_id,
    lead_id,
  ],
  answeredLeads: (twin_id: string) => ["answered_leads", twin_id],

  // An unfinished job is in one of two places: ready for any runner, or scheduled.
  job: (subject: string, job_id: string) => ["jobs", subject, job_id],
  jobs: (subject: string) => ["jobs", subject],
  jobReady: (kind: string, account: string, job_id: string) => [
    "jobs_ready",
    kind,
    account,
    job_id,
  ],
  jobsReady: (kind: string, account: string) => ["jobs_ready", kind, account],
  jobsReadyOfAll: () => ["jobs_ready"],
  jobsReadyOf: (kind: string) => ["jobs_ready", kind],
  jobLater: (at_ms: number, job_id: string) => ["jobs_later", at_ms, job_id],
  jobsLater: () => ["jobs_later"],
  /** Exists while a job is being run; with another version in each run. */
  jobLease: (job_id: string) => ["job_leases", job_id],
  jobProgress: (job_id: string) => ["job_progress", job_id],
  /** One of an account's slots for jobs of a kind that run at once. */
  jobSlot: (kind: string, account: string, slot: number) => [
    "job_slots",
    kind,
    account,
    slot,
  ],

  source: (twin_id: string, source_id: string) => [
    "sources",
    twin_id,
    source_id,
  ],
  sources: (twin_id: string) => ["sources", twin_id],
  /** Changes with every source added to a twin. */
  sourceMark: (twin_id: string) => ["source_marks", twin_id],
  sourcePage: (source_id: string, digest: string) => [
    "source_pages",
    source_id,
    digest,
  ],
  sourcePages: (source_id: string) => ["source_pages", source_id],

  /** Content read and waiting for review. */
  intake: (twin_id: string, intake_id: string) => [
    "intakes",
    twin_id,
    intake_id,
  ],
  intakes: (twin_id: string) => ["intakes", twin_id],
  intakeSource: (intake_id: string, source_id: string) => [
    "intake_sources",
    intake_id,
    source_id,
  ],
  intakeSources: (intake_id: string) => ["intake_sources", intake_id],
  /** The bytes of a table, which may be read in another way. */
  intakeFile: (intake_id: string, source_id: string) => [
    "intake_files",
    intake_id,
    source_id,
  ],
  intakeFiles: (intake_id: string) => ["intake_files", intake_id],
  intakeItem: (intake_id: string, source_id: string, n: number) => [
    "intake_items",
    intake_id,
    source_id,
    n,
  ],
  intakeItemsOf: (intake_id: string, source_id: string) => [
    "intake_items",
    intake_id,
    source_id,
  ],
  intakeItems: (intake_id: string) => ["intake_items", intake_id],
  intakeText: (intake_id: string, source_id: string, n: number) => [
    "intake_texts",
    intake_id,
    source_id,
    n,
  ],
  intakeTextsOf: (intake_id: string, source_id: string) => [
    "intake_texts",
    intake_id,
    source_id,
  ],
  intakeTexts: (intake_id: string) => ["intake_texts", intake_id],

  figure: (twin_id: string, day: string, channel: string, figure: string) => [
    "figures",
    twin_id,
    day,
    channel,
    figure,
  ],
  figures: (twin_id: string) => ["figures", twin_id],
  /** How often an item was cited on a day. */
  quotes: (twin_id: string, day: string, content_id: string) => [
    "quotes",
    twin_id,
    day,
    content_id,
  ],
  quotesOfDay: (twin_id: string, day: string) => ["quotes", twin_id, day],
  quotesOf: (twin_id: string) => ["quotes", twin_id],
  /** How often a twin's page was opened on a day from a site. */
  opens: (twin_id: string, day: string, site: string) => [
    "opens",
    twin_id,
    day,
    site,
  ],
  opensOfDay: (twin_id: string, day: string) => ["opens", twin_id, day],
  opensOf: (twin_id: string) => ["opens", twin_id],
  /** When counting began, in an older store. */
  quotesSince: () => ["quotes_since"],
  /** The last findings in a twin's content. */
  foundInContent: (twin_id: string) => ["found_in_content", twin_id, "last"],
  foundInContents: (twin_id: string) => ["found_in_content", twin_id],
  /** A finding in a twin's content that needs nothing done. */
  dismissedFinding: (twin_id: string, finding_id: string) => [
    "dismissed_findings",
    twin_id,
    finding_id,
  ],
  dismissedFindings: (twin_id: string) => ["dismissed_findings", twin_id],

  /** Why a call was refused, by the code that its caller was shown. */
  refusal: (tenant_id: string, reason_code: string) => [
    "refusals",
    tenant_id,
    reason_code,
  ],
  refusals: (tenant_id: string) => ["refusals", tenant_id],

  rateLimit: (policy: string, window_ms: number, subject: string) => [
    "rate_limit_tracking",
    policy,
    window_ms,
    subject,
  ],

  audit: (tenant_id: string, audit_id: string) => [
    "audit_log",
    tenant_id,
    audit_id,
  ],
  audits: (tenant_id: string) => ["audit_log", tenant_id],

  /** An entry that is not chained yet; see chain.ts. */
  newAudit: (tenant_id: string, audit_id: string) => [
    "new_audits",
    tenant_id,
    audit_id,
  ],
  newAudits: (tenant_id: string) => ["new_audits", tenant_id],
  allNewAudits: () => ["new_audits"],
  auditHead: (tenant_id: string) => ["audit_heads", tenant_id],
  auditLink: (tenant_id: string, seq: number) => [
    "audit_links",
    tenant_id,
    seq,
  ],
  auditLinks: (tenant_id: string) => ["audit_links", tenant_id],
  auditCheckpoint: (tenant_id: string, seq: number) => [
    "audit_checkpoints",
    tenant_id,
    seq,
  ],
  auditCheckpoints: (tenant_id: string) => ["audit_checkpoints", tenant_id],
  auditKey: () => ["audit_key"],

  /** Changes with every record that record_cache.ts caches, and whenever a dashboard session ends. */
  cacheEpoch: () => ["hot_mark"],
  /** The format of all entries; see migrations.ts. */
  schema: () => ["schema"],
  /** Exists while a copy of another store is incomplete; see copy.ts. */
  unfinishedCopy: () => ["unfinished_copy"],
  /** Identifies one commit of a shared store, kept for two hours. */
  commitMark: (hour: number, id: string) => ["commit_marks", hour, id],
  commitMarks: () => ["commit_marks"],
  ticketSecret: () => ["ticket_secret"],
  health: () => ["health"],
  expiry: (hour: number, kind: string, key: Key) => [
    "expiries",
    hour,
    kind,
    ...key,
  ],
  expiries: () => ["expiries"],
} as const satisfies Record<string, (...args: never[]) => Key>;

/** The key right after every key that begins with `prefix`. */
export function afterPrefix(prefix: Key): Key {
  return [...prefix, true];
}
