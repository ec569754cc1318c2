// Made by `deno task client` of the schemas that check the calls. Not to be edited.

/** Every call by its name: what it takes, and what it answers. */
export type Operations = {
  /** Get what the widget shows of a twin. */
  getWidgetConfig: {
    params: { twin_id: string };
    query?: { lang?: string };
    body?: undefined;
    answer: { "twin": { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null) }; "appearance": { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number }; "strings"?: Record<string, string> };
  };
  /** Ask a twin with an API key. */
  widgetChat: {
    params: { twin_id: string };
    query?: {  };
    body: { "message": string; "session_id"?: string; "client_message_id"?: string };
    answer: { "session_id": string; "message_id": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "may_leave_email"?: true };
  };
  /** Leave an e-mail address to get the answer later. */
  widgetLead: {
    params: { twin_id: string };
    query?: {  };
    body: { "session_id": string; "email": string; "message"?: string };
    answer: { "ok": true };
  };
  /** Rate an answer in this session; rate it again to change the rating. */
  widgetRating: {
    params: { twin_id: string };
    query?: {  };
    body: { "session_id": string; "message_id": string; "rating": ("up" | "down"); "comment"?: string };
    answer: { "rating": ("up" | "down"); "comment": string; "rated_at": string };
  };
  /** Get what is stored about a visitor's session. */
  getWidgetSession: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "started_at": string; "last_active_at": string; "expires_at": string; "retention_days": number; "messages": { "id": string; "role": ("visitor" | "twin"); "text": string; "citations"?: { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "rating"?: { "rating": ("up" | "down"); "comment": string; "rated_at": string }; "may_leave_email"?: true; "created_at": string }[] };
  };
  /** End a visitor's session and delete its messages. */
  deleteWidgetSession: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Get a new ticket for the embedded page. */
  renewTicket: {
    params: { twin_id: string };
    query: { key: string };
    body?: undefined;
    answer: { "ticket": string; "expires_at": string };
  };
  /** Ask a twin as any OpenAI client does. */
  createChatCompletion: {
    params?: {  };
    query?: {  };
    body: { "model": string; "messages": { "role": ("system" | "developer" | "user" | "assistant" | "tool" | "function"); "content"?: ((string | { "type": "text"; "text": string }[]) | null) }[]; "stream"?: (boolean | null); "stream_options"?: ({ "include_usage"?: (boolean | null) } | null); "n"?: (1 | null); "response_format"?: ({ "type": "text" } | null); "tool_choice"?: (("none" | "auto") | null); "temperature"?: (number | null); "top_p"?: (number | null); "max_tokens"?: (number | null); "max_completion_tokens"?: (number | null) };
    answer: { "id": string; "object": "chat.completion"; "created": number; "model": string; "choices": { "index": 0; "message": { "role": "assistant"; "content": string; "refusal": null; "annotations": { "type": "url_citation"; "url_citation": { "url": string; "title": string; "start_index": number; "end_index": number } }[] }; "logprobs": null; "finish_reason": "stop" }[]; "usage": { "prompt_tokens": number; "completion_tokens": number; "total_tokens": number }; "twincast": { "session_id": string; "message_id": string; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[] } };
  };
  /** List the models of a key: its twin. */
  listModels: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "object": "list"; "data": { "id": string; "object": "model"; "created": number; "owned_by": "twincast"; "name": string }[] };
  };
  /** Get one model, which is the key's twin. */
  retrieveModel: {
    params: { model: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "object": "model"; "created": number; "owned_by": "twincast"; "name": string };
  };
  /** Ask a twin at its handle; an earlier handle redirects (307). */
  handleChat: {
    params: { handle: string };
    query?: {  };
    body: { "message": string; "session_id"?: string; "client_message_id"?: string };
    answer: { "session_id": string; "message_id": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "may_leave_email"?: true };
  };
  /** Ask a twin through its share link. */
  publicChat: {
    params: { twin_id: string; token: string };
    query?: {  };
    body: { "message": string; "session_id"?: string; "client_message_id"?: string };
    answer: { "session_id": string; "message_id": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "may_leave_email"?: true };
  };
  /** Leave an e-mail address to get the answer later, at a handle. */
  handleLead: {
    params: { handle: string };
    query?: {  };
    body: { "session_id": string; "email": string; "message"?: string };
    answer: { "ok": true };
  };
  /** Leave an e-mail address to get the answer later. */
  publicLead: {
    params: { twin_id: string; token: string };
    query?: {  };
    body: { "session_id": string; "email": string; "message"?: string };
    answer: { "ok": true };
  };
  /** Rate an answer in this session, at a handle. */
  handleRating: {
    params: { handle: string };
    query?: {  };
    body: { "session_id": string; "message_id": string; "rating": ("up" | "down"); "comment"?: string };
    answer: { "rating": ("up" | "down"); "comment": string; "rated_at": string };
  };
  /** Rate an answer in this session; rate it again to change the rating. */
  publicRating: {
    params: { twin_id: string; token: string };
    query?: {  };
    body: { "session_id": string; "message_id": string; "rating": ("up" | "down"); "comment"?: string };
    answer: { "rating": ("up" | "down"); "comment": string; "rated_at": string };
  };
  /** Get what is stored about a visitor's session. */
  getSession: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "started_at": string; "last_active_at": string; "expires_at": string; "retention_days": number; "messages": { "id": string; "role": ("visitor" | "twin"); "text": string; "citations"?: { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "rating"?: { "rating": ("up" | "down"); "comment": string; "rated_at": string }; "may_leave_email"?: true; "created_at": string }[] };
  };
  /** End a visitor's session and delete its messages. */
  deleteSession: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Check whether a share link works, and for which twin. */
  validateShare: {
    params: { twin_id: string; token: string };
    query?: {  };
    body?: undefined;
    answer: { "valid": true; "twin": { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null) } };
  };
  /** Run a leak check: ask as a visitor, with questions made from private items, and report what leaks. */
  checkForLeaks: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "private_items": number; "questions": number; "leaks": { "id": string; "title": string; "question": string; "excerpt": string; "public_title": string }[] };
  };
  /** Get the share link. */
  getShareLink: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "twin_id": string; "share_token": string; "share_url": string; "public_share_enabled": boolean; "created_at": string };
  };
  /** Replace the share link; the old one stops working at once. */
  regenerateShareLink: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "twin_id": string; "share_token": string; "share_url": string; "public_share_enabled": boolean; "created_at": string };
  };
  /** Turn sharing on or off. */
  setSharing: {
    params: { twin_id: string };
    query?: {  };
    body: { "is_public": boolean };
    answer: { "twin_id": string; "share_token": string; "share_url": string; "public_share_enabled": boolean; "created_at": string };
  };
  /** Get the signed-in user with their team and twins. */
  getMe: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "user": { "id": string; "name": string; "email": string; "role": ("owner" | "editor" | "viewer") }; "tenant": { "id": string; "name": string }; "twins": { "id": string; "name": string }[] };
  };
  /** Delete your account and the teams you are alone in; needs your password. */
  deleteAccount: {
    params?: {  };
    query?: {  };
    body: { "current_password": string };
    answer: undefined;
  };
  /** Get your mail notification settings. */
  getNotifications: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "unanswered": ("at_once" | "daily" | "weekly" | "never"); "leads": ("at_once" | "daily" | "weekly" | "never"); "weak": ("at_once" | "daily" | "weekly" | "never") };
  };
  /** Change your mail notification settings. */
  updateNotifications: {
    params?: {  };
    query?: {  };
    body: { "unanswered"?: ("at_once" | "daily" | "weekly" | "never"); "leads"?: ("at_once" | "daily" | "weekly" | "never"); "weak"?: ("at_once" | "daily" | "weekly" | "never") };
    answer: { "unanswered": ("at_once" | "daily" | "weekly" | "never"); "leads": ("at_once" | "daily" | "weekly" | "never"); "weak": ("at_once" | "daily" | "weekly" | "never") };
  };
  /** List twins, newest first. */
  listTwins: {
    params?: {  };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null); "handle": (string | null); "is_searchable": boolean; "page_theme": ("plain" | "soft" | "dark" | "bold"); "links": { "label": string; "url": string }[]; "paused": boolean; "retention_days": number; "tone": (("warm" | "brief" | "playful" | "formal") | null); "instructions": string; "embeds_private": boolean; "created_at": string; "updated_at": string }[]; "next_cursor": (string | null) };
  };
  /** Create a twin. */
  createTwin: {
    params?: {  };
    query?: {  };
    body: { "name": string; "bio"?: string };
    answer: { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null); "handle": (string | null); "is_searchable": boolean; "page_theme": ("plain" | "soft" | "dark" | "bold"); "links": { "label": string; "url": string }[]; "paused": boolean; "retention_days": number; "tone": (("warm" | "brief" | "playful" | "formal") | null); "instructions": string; "embeds_private": boolean; "created_at": string; "updated_at": string };
  };
  /** Get a twin. */
  getTwin: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null); "handle": (string | null); "is_searchable": boolean; "page_theme": ("plain" | "soft" | "dark" | "bold"); "links": { "label": string; "url": string }[]; "paused": boolean; "retention_days": number; "tone": (("warm" | "brief" | "playful" | "formal") | null); "instructions": string; "embeds_private": boolean; "created_at": string; "updated_at": string };
  };
  /** Change a twin. */
  updateTwin: {
    params: { twin_id: string };
    query?: {  };
    body: { "name"?: string; "bio"?: string; "greeting"?: string; "suggested_questions"?: string[]; "accent_color"?: string; "disclosure"?: string; "privacy_url"?: (string | null); "paused"?: boolean; "retention_days"?: number; "tone"?: (("warm" | "brief" | "playful" | "formal") | null); "instructions"?: string; "embeds_private"?: boolean; "handle"?: (string | null); "is_searchable"?: boolean; "page_theme"?: ("plain" | "soft" | "dark" | "bold"); "links"?: { "label": string; "url": string }[] };
    answer: { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null); "handle": (string | null); "is_searchable": boolean; "page_theme": ("plain" | "soft" | "dark" | "bold"); "links": { "label": string; "url": string }[]; "paused": boolean; "retention_days": number; "tone": (("warm" | "brief" | "playful" | "formal") | null); "instructions": string; "embeds_private": boolean; "created_at": string; "updated_at": string };
  };
  /** Delete a twin; its keys, links and sessions end at once. */
  deleteTwin: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Remove the twin's picture. */
  deleteAvatar: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Try the twin, as its owner or as the public. */
  previewChat: {
    params: { twin_id: string };
    query?: {  };
    body: { "message": string; "session_id"?: string; "as": ("owner" | "public"); "channel"?: string };
    answer: { "session_id": string; "message_id": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "may_leave_email"?: true };
  };
  /** Restore a twin deleted in the last 7 days. */
  restoreTwin: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null); "handle": (string | null); "is_searchable": boolean; "page_theme": ("plain" | "soft" | "dark" | "bold"); "links": { "label": string; "url": string }[]; "paused": boolean; "retention_days": number; "tone": (("warm" | "brief" | "playful" | "formal") | null); "instructions": string; "embeds_private": boolean; "created_at": string; "updated_at": string };
  };
  /** List or search content items, without their texts. */
  listContent: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string; q?: string; visibility?: ("public" | "private"); kind?: ("text" | "pair" | "page"); status?: ("published" | "draft" | "changed"); only?: ("stale" | "unquoted"); sort?: ("newest" | "changed" | "title" | "longest") };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string }[]; "next_cursor": (string | null) };
  };
  /** Add content (Markdown). With `draft=true` no answer uses it until it is published. */
  createContent: {
    params: { twin_id: string };
    query?: { dry_run?: ("true" | "false"); draft?: ("true" | "false") };
    body: { "title": string; "body": string; "visibility"?: ("public" | "private"); "channels"?: (string[] | null); "kind"?: ("text" | "pair"); "source_url"?: (string | null) };
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** Make several items public or private, delete or restore them. */
  changeSeveralContents: {
    params: { twin_id: string };
    query?: {  };
    body: { "ids": string[]; "action": ("public" | "private" | "delete" | "restore") };
    answer: { "changed": string[] };
  };
  /** Export all content as one file, which can be imported again. */
  exportContent: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "format": "twincast-content-1"; "items": { "title": string; "body": string; "visibility": ("public" | "private"); "kind": ("text" | "pair"); "channels": (string[] | null); "source_url": (string | null) }[] };
  };
  /** Import the main text of a public web page. */
  importPage: {
    params: { twin_id: string };
    query?: { dry_run?: ("true" | "false") };
    body: { "url": string; "visibility"?: ("public" | "private") };
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string; "added"?: { "items": number; "pairs": number; "duplicates": number }; "left_out"?: { "what": string; "why": string }[] };
  };
  /** Get a content item with its text. */
  getContent: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** Change a content item; text and visibility switch at once. With `draft=true` the title and text are kept as a draft beside what is published. */
  updateContent: {
    params: { twin_id: string; content_id: string };
    query?: { draft?: ("true" | "false") };
    body: { "title"?: string; "body"?: string; "visibility"?: ("public" | "private"); "channels"?: (string[] | null); "source_url"?: (string | null); "questions"?: string[] };
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** Delete a content item. */
  deleteContent: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Discard the draft beside a published item. */
  discardDraft: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Publish an item's draft, or an item that was never published. */
  publishDraft: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** Restore a content item deleted in the last 7 days. */
  restoreContent: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string };
  };
  /** List an item's earlier versions, up to 20, newest first. */
  listVersions: {
    params: { twin_id: string; content_id: string };
    query?: {  };
    body?: undefined;
    answer: { "items": { "n": number; "title": string; "characters": number; "saved_at": string }[]; "next_cursor": (string | null) };
  };
  /** Publish an earlier version again. */
  restoreVersion: {
    params: { twin_id: string; content_id: string; n: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** List what needs attention in the content: contradictions, past dates, questions without an answer and more. */
  listFindings: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "kind": ("contradiction" | "private_answer" | "unanswered" | "rated_down" | "past_date" | "unreachable" | "near_duplicate" | "too_long" | "never_quoted"); "content_ids": string[]; "detail": string; "message_id"?: string; "conversation_id"?: string; "source_id"?: string }[]; "next_cursor": (string | null) };
  };
  /** Dismiss a finding that needs nothing done. */
  dismissFinding: {
    params: { twin_id: string; finding_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "kind": ("contradiction" | "private_answer" | "unanswered" | "rated_down" | "past_date" | "unreachable" | "near_duplicate" | "too_long" | "never_quoted"); "content_ids": string[]; "detail": string; "message_id"?: string; "conversation_id"?: string; "source_id"?: string };
  };
  /** Restore a dismissed finding to the list. */
  restoreFinding: {
    params: { twin_id: string; finding_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** List background jobs, newest first. */
  listJobs: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "kind": string; "state": ("queued" | "running" | "done" | "failed" | "cancelled"); "progress": { "done": number; "total": (number | null); "note": string }; "problems": { "what": string; "detail": string }[]; "created_at": string; "started_at": (string | null); "ended_at": (string | null) }[]; "next_cursor": (string | null) };
  };
  /** Get the state and progress of a job. */
  getJob: {
    params: { twin_id: string; job_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "kind": string; "state": ("queued" | "running" | "done" | "failed" | "cancelled"); "progress": { "done": number; "total": (number | null); "note": string }; "problems": { "what": string; "detail": string }[]; "created_at": string; "started_at": (string | null); "ended_at": (string | null) };
  };
  /** Stop a job; what it has done so far stays. */
  cancelJob: {
    params: { twin_id: string; job_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "kind": string; "state": ("queued" | "running" | "done" | "failed" | "cancelled"); "progress": { "done": number; "total": (number | null); "note": string }; "problems": { "what": string; "detail": string }[]; "created_at": string; "started_at": (string | null); "ended_at": (string | null) };
  };
  /** Resume a job that failed or was stopped. */
  retryJob: {
    params: { twin_id: string; job_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "kind": string; "state": ("queued" | "running" | "done" | "failed" | "cancelled"); "progress": { "done": number; "total": (number | null); "note": string }; "problems": { "what": string; "detail": string }[]; "created_at": string; "started_at": (string | null); "ended_at": (string | null) };
  };
  /** List the pages, sites and feeds that content is read from. */
  listSources: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "url": string; "kind": ("page" | "site" | "feed"); "visibility": ("public" | "private"); "every": ("never" | "day" | "week" | "month"); "publish": boolean; "next_read_at": (string | null); "job_id": string; "created_at": string; "last_read_at": (string | null) }[]; "next_cursor": (string | null) };
  };
  /** Read a page, a whole site or a feed, in the background. */
  createSource: {
    params: { twin_id: string };
    query?: { dry_run?: ("true" | "false") };
    body: { "url": string; "kind": ("page" | "site" | "feed"); "visibility"?: ("public" | "private"); "every"?: ("never" | "day" | "week" | "month"); "publish"?: boolean };
    answer: { "id": string; "twin_id": string; "url": string; "kind": ("page" | "site" | "feed"); "visibility": ("public" | "private"); "every": ("never" | "day" | "week" | "month"); "publish": boolean; "next_read_at": (string | null); "job_id": string; "created_at": string; "last_read_at": (string | null) };
  };
  /** Change how often a source is read, and what happens to changes. */
  updateSource: {
    params: { twin_id: string; source_id: string };
    query?: {  };
    body: { "every"?: ("never" | "day" | "week" | "month"); "publish"?: boolean };
    answer: { "id": string; "twin_id": string; "url": string; "kind": ("page" | "site" | "feed"); "visibility": ("public" | "private"); "every": ("never" | "day" | "week" | "month"); "publish": boolean; "next_read_at": (string | null); "job_id": string; "created_at": string; "last_read_at": (string | null) };
  };
  /** Remove a source; the content read from it stays. */
  deleteSource: {
    params: { twin_id: string; source_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Read a source again now. */
  readSource: {
    params: { twin_id: string; source_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "url": string; "kind": ("page" | "site" | "feed"); "visibility": ("public" | "private"); "every": ("never" | "day" | "week" | "month"); "publish": boolean; "next_read_at": (string | null); "job_id": string; "created_at": string; "last_read_at": (string | null) };
  };
  /** Answer a question; the pair is public and takes precedence from then on. */
  answerQuestion: {
    params: { twin_id: string };
    query?: {  };
    body: { "question": string; "answer": string; "message_id"?: string; "lead_id"?: string; "mail"?: boolean };
    answer: { "id": string; "twin_id": string; "title": string; "visibility": ("public" | "private"); "channels": (string[] | null); "kind": ("text" | "pair"); "source_url": (string | null); "questions": string[]; "characters": number; "passages": number; "status": ("published" | "draft" | "changed"); "created_at": string; "updated_at": string; "body": string; "draft"?: { "title": string; "body": string; "updated_at": string }; "duplicate_of"?: string };
  };
  /** List visitors' conversations, newest first. */
  listConversations: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string; channel?: string; rating?: "down"; q?: string; days?: number };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "title": string; "started_at": string; "last_active_at": string; "messages": number; "unanswered": number; "rated_down": number; "blocked": boolean }[]; "next_cursor": (string | null) };
  };
  /** Export all conversations with their transcripts as one file. */
  exportConversations: {
    params: { twin_id: string };
    query?: { format?: ("json" | "csv") };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "title": string; "started_at": string; "last_active_at": string; "messages": number; "unanswered": number; "rated_down": number; "blocked": boolean; "exchanges": { "id": string; "question": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "partial": boolean; "is_small_talk": boolean; "engine": ("embedded" | "model" | "fallback"); "asked_at": string; "answered_at": string; "rating"?: { "rating": ("up" | "down"); "comment": string; "rated_at": string } }[] }[] };
  };
  /** Read a conversation. */
  getTranscript: {
    params: { twin_id: string; conversation_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "title": string; "started_at": string; "last_active_at": string; "messages": number; "unanswered": number; "rated_down": number; "blocked": boolean; "exchanges": { "id": string; "question": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "partial": boolean; "is_small_talk": boolean; "engine": ("embedded" | "model" | "fallback"); "asked_at": string; "answered_at": string; "rating"?: { "rating": ("up" | "down"); "comment": string; "rated_at": string } }[] };
  };
  /** Block or unblock a visitor. */
  updateConversation: {
    params: { twin_id: string; conversation_id: string };
    query?: {  };
    body: { "blocked": boolean };
    answer: { "id": string; "twin_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "title": string; "started_at": string; "last_active_at": string; "messages": number; "unanswered": number; "rated_down": number; "blocked": boolean };
  };
  /** List e-mails that visitors left, those still waiting first. */
  listLeads: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "conversation_id": string; "email": string; "message": string; "question": string; "created_at": string; "answered_at": (string | null) }[]; "next_cursor": (string | null) };
  };
  /** Export all e-mails that visitors left as one file. */
  exportLeads: {
    params: { twin_id: string };
    query?: { format?: ("json" | "csv") };
    body?: undefined;
    answer: { "items": { "id": string; "conversation_id": string; "email": string; "message": string; "question": string; "created_at": string; "answered_at": (string | null) }[] };
  };
  /** Mark a visitor's e-mail as answered, or as waiting again. */
  updateLead: {
    params: { twin_id: string; lead_id: string };
    query?: {  };
    body: { "answered": boolean };
    answer: { "id": string; "conversation_id": string; "email": string; "message": string; "question": string; "created_at": string; "answered_at": (string | null) };
  };
  /** List unanswered questions, newest first, grouped by what they ask. */
  listUnanswered: {
    params: { twin_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "conversation_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "question": string; "confidence": ("near" | "none"); "asked_at": string; "count": number; "ways": string[]; "leads": { "id": string; "email": string }[] }[]; "next_cursor": (string | null) };
  };
  /** Dismiss an unanswered question and all that ask the same thing. */
  dismissUnanswered: {
    params: { twin_id: string; message_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Erase everything stored about one visitor, or one e-mail; returns how much it was. */
  eraseVisitor: {
    params?: {  };
    query?: {  };
    body: { "email"?: string; "conversation_id"?: string };
    answer: { "conversations": number; "messages": number; "leads": number; "erased_at": string };
  };
  /** Export everything stored about one visitor, or one e-mail. */
  exportVisitor: {
    params?: {  };
    query?: {  };
    body: { "email"?: string; "conversation_id"?: string };
    answer: { "conversations": { "id": string; "twin_id": string; "channel": ("link" | "key" | "telegram" | "slack" | "discord" | "whatsapp"); "key_id": (string | null); "channel_id": (string | null); "title": string; "started_at": string; "last_active_at": string; "messages": number; "unanswered": number; "rated_down": number; "blocked": boolean; "exchanges": { "id": string; "question": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "partial": boolean; "is_small_talk": boolean; "engine": ("embedded" | "model" | "fallback"); "asked_at": string; "answered_at": string; "rating"?: { "rating": ("up" | "down"); "comment": string; "rated_at": string } }[] }[]; "leads": { "id": string; "conversation_id": string; "email": string; "message": string; "question": string; "created_at": string; "answered_at": (string | null) }[] };
  };
  /** List API keys, newest first, without secrets. */
  listApiKeys: {
    params?: {  };
    query?: { limit?: number; cursor?: string; twin_id?: string };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "name": string; "type": ("publishable" | "secret"); "key_prefix": string; "allowed_domains": string[]; "scopes": ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute": number; "created_at": string; "last_used_at": (string | null); "last_used_for": (string | null); "expires_at": (string | null); "revoked_at": (string | null); "appearance": { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number } }[]; "next_cursor": (string | null) };
  };
  /** Create an API key; the key is shown only this once. */
  createApiKey: {
    params?: {  };
    query?: {  };
    body: { "twin_id": string; "name": string; "type"?: ("publishable" | "secret"); "allowed_domains"?: string[]; "scopes"?: ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute"?: number; "expires_at"?: (string | null) };
    answer: { "id": string; "twin_id": string; "name": string; "type": ("publishable" | "secret"); "key_prefix": string; "allowed_domains": string[]; "scopes": ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute": number; "created_at": string; "last_used_at": (string | null); "last_used_for": (string | null); "expires_at": (string | null); "revoked_at": (string | null); "appearance": { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number }; "key": string };
  };
  /** Change an API key's settings. */
  updateApiKey: {
    params: { key_id: string };
    query?: {  };
    body: { "name"?: string; "allowed_domains"?: string[]; "scopes"?: ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute"?: number; "expires_at"?: (string | null); "appearance"?: { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number } };
    answer: { "id": string; "twin_id": string; "name": string; "type": ("publishable" | "secret"); "key_prefix": string; "allowed_domains": string[]; "scopes": ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute": number; "created_at": string; "last_used_at": (string | null); "last_used_for": (string | null); "expires_at": (string | null); "revoked_at": (string | null); "appearance": { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number } };
  };
  /** Revoke an API key at once. */
  revokeApiKey: {
    params: { key_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** List the origins that called with a key in the last 7 days. */
  listKeyOrigins: {
    params: { key_id: string };
    query?: {  };
    body?: undefined;
    answer: { "origins": { "origin": string; "allowed": number; "refused": number; "last_seen_at": string }[] };
  };
  /** Rotate an API key; the old one keeps working until the overlap ends. */
  rotateApiKey: {
    params: { key_id: string };
    query?: {  };
    body: { "overlap_seconds"?: number; "overlap"?: "until_used" };
    answer: { "id": string; "twin_id": string; "name": string; "type": ("publishable" | "secret"); "key_prefix": string; "allowed_domains": string[]; "scopes": ("chat" | "content:read" | "content:write" | "conversations:read" | "keys:write")[]; "rate_limit_per_minute": number; "created_at": string; "last_used_at": (string | null); "last_used_for": (string | null); "expires_at": (string | null); "revoked_at": (string | null); "appearance": { "accent_color"?: string; "theme"?: ("light" | "dark" | "auto"); "position"?: ("bottom-right" | "bottom-left"); "greeting"?: string; "suggested_questions"?: string[]; "launcher_label"?: string; "greet_after_seconds"?: number; "offset_px"?: number }; "key": string };
  };
  /** Get why a visitor was refused, by the code they were shown; kept for 7 days. */
  getRefusal: {
    params: { reason_code: string };
    query?: {  };
    body?: undefined;
    answer: { "reason_code": string; "twin": { "id": string; "name": string }; "status": number; "policy": (string | null); "key": ({ "id": string; "name": string; "key_prefix": string } | null); "origin": (string | null); "detail": string; "time": string };
  };
  /** List the channels on Telegram, Slack, Discord and WhatsApp, newest first. */
  listChannels: {
    params?: {  };
    query?: { limit?: number; cursor?: string; twin_id?: string };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "kind": ("telegram" | "slack" | "discord" | "whatsapp"); "name": string; "paused": boolean; "bot_name": string; "bot_url": string; "hook_url": string; "last_message_at": (string | null); "last_error": (string | null); "last_error_at": (string | null); "created_at": string }[]; "next_cursor": (string | null) };
  };
  /** Set up a channel; its secrets are checked with the platform, sealed, and never shown. */
  createChannel: {
    params?: {  };
    query?: {  };
    body: ({ "kind": "telegram"; "twin_id": string; "name": string; "bot_token": (unknown & unknown & unknown) } | { "kind": "slack"; "twin_id": string; "name": string; "bot_token": (unknown & unknown & unknown); "signing_secret": (unknown & unknown) } | { "kind": "discord"; "twin_id": string; "name": string; "application_id": (unknown & unknown); "public_key": (unknown & unknown); "bot_token": (unknown & unknown) } | { "kind": "whatsapp"; "twin_id": string; "name": string; "phone_number_id": (unknown & unknown); "access_token": (unknown & unknown); "app_secret": (unknown & unknown); "verify_token": (unknown & unknown) });
    answer: { "id": string; "twin_id": string; "kind": ("telegram" | "slack" | "discord" | "whatsapp"); "name": string; "paused": boolean; "bot_name": string; "bot_url": string; "hook_url": string; "last_message_at": (string | null); "last_error": (string | null); "last_error_at": (string | null); "created_at": string };
  };
  /** Rename, pause or resume a channel. */
  updateChannel: {
    params: { channel_id: string };
    query?: {  };
    body: { "name"?: string; "paused"?: boolean };
    answer: { "id": string; "twin_id": string; "kind": ("telegram" | "slack" | "discord" | "whatsapp"); "name": string; "paused": boolean; "bot_name": string; "bot_url": string; "hook_url": string; "last_message_at": (string | null); "last_error": (string | null); "last_error_at": (string | null); "created_at": string };
  };
  /** Remove a channel, its secrets and the messages still on their way. */
  deleteChannel: {
    params: { channel_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Check a channel's secrets with the platform, and connect it again. */
  testChannel: {
    params: { channel_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "twin_id": string; "kind": ("telegram" | "slack" | "discord" | "whatsapp"); "name": string; "paused": boolean; "bot_name": string; "bot_url": string; "hook_url": string; "last_message_at": (string | null); "last_error": (string | null); "last_error_at": (string | null); "created_at": string };
  };
  /** Answer a platform's check of the webhook address. */
  verifyHook: {
    params: { kind: string; channel_id: string };
    query?: {  };
    body?: undefined;
    answer: unknown;
  };
  /** List webhooks, newest first, without secrets. */
  listWebhooks: {
    params?: {  };
    query?: { limit?: number; cursor?: string; twin_id?: string };
    body?: undefined;
    answer: { "items": { "id": string; "twin_id": string; "url": string; "events": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[]; "enabled": boolean; "off_because": (string | null); "failing_since": (string | null); "last_called_at": (string | null); "last_error": (string | null); "old_secret_until": (string | null); "created_at": string }[]; "next_cursor": (string | null) };
  };
  /** Create a webhook; its secret is shown only this once. */
  createWebhook: {
    params?: {  };
    query?: {  };
    body: { "twin_id": string; "url": string; "events": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[] };
    answer: { "id": string; "twin_id": string; "url": string; "events": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[]; "enabled": boolean; "off_because": (string | null); "failing_since": (string | null); "last_called_at": (string | null); "last_error": (string | null); "old_secret_until": (string | null); "created_at": string; "secret": string };
  };
  /** Change a webhook, or switch it off or on. */
  updateWebhook: {
    params: { webhook_id: string };
    query?: {  };
    body: { "url"?: string; "events"?: ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[]; "enabled"?: boolean };
    answer: { "id": string; "twin_id": string; "url": string; "events": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[]; "enabled": boolean; "off_because": (string | null); "failing_since": (string | null); "last_called_at": (string | null); "last_error": (string | null); "old_secret_until": (string | null); "created_at": string };
  };
  /** Delete a webhook and the record of its deliveries. */
  deleteWebhook: {
    params: { webhook_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** List the deliveries of the last 14 days, newest first. */
  listDeliveries: {
    params: { webhook_id: string };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "event": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed" | "test"); "state": ("waiting" | "delivered" | "failed" | "gone"); "request": (string | null); "attempts": { "at": string; "took_ms": number; "status": (number | null); "answer": string; "error": (string | null) }[]; "created_at": string }[]; "next_cursor": (string | null) };
  };
  /** Send an event once more, under the same id. */
  resendDelivery: {
    params: { webhook_id: string; delivery_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "event": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed" | "test"); "state": ("waiting" | "delivered" | "failed" | "gone"); "request": (string | null); "attempts": { "at": string; "took_ms": number; "status": (number | null); "answer": string; "error": (string | null) }[]; "created_at": string };
  };
  /** Create a new secret, shown only this once; calls are also signed with the old one until the overlap ends. */
  rotateWebhook: {
    params: { webhook_id: string };
    query?: {  };
    body: { "overlap_seconds"?: number };
    answer: { "id": string; "twin_id": string; "url": string; "events": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed")[]; "enabled": boolean; "off_because": (string | null); "failing_since": (string | null); "last_called_at": (string | null); "last_error": (string | null); "old_secret_until": (string | null); "created_at": string; "secret": string };
  };
  /** Send a test event. */
  testWebhook: {
    params: { webhook_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "event": ("message.created" | "question.unanswered" | "lead.created" | "key.revoked" | "content.changed" | "test"); "state": ("waiting" | "delivered" | "failed" | "gone"); "request": (string | null); "attempts": { "at": string; "took_ms": number; "status": (number | null); "answer": string; "error": (string | null) }[]; "created_at": string };
  };
  /** Get the language model that answers for a twin, without its key. */
  getModel: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "source": ("twin" | "server" | "none"); "base_url": (string | null); "model": (string | null); "has_key": boolean; "daily_tokens": number; "tokens_today": number; "embeddings": (string | null) };
  };
  /** Set an OpenAI-compatible server as the twin's model; its key is stored encrypted. */
  setModel: {
    params: { twin_id: string };
    query?: {  };
    body: { "base_url": string; "model": string; "api_key"?: (string | null); "daily_tokens"?: number };
    answer: { "source": ("twin" | "server" | "none"); "base_url": (string | null); "model": (string | null); "has_key": boolean; "daily_tokens": number; "tokens_today": number; "embeddings": (string | null) };
  };
  /** Remove the twin's own model and its key. */
  removeModel: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Test the model with a short request. */
  checkModel: {
    params: { twin_id: string };
    query?: {  };
    body?: undefined;
    answer: { "answer": string; "took_ms": number };
  };
  /** List who changed what, newest first. */
  listAuditLog: {
    params?: {  };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "actor_id": (string | null); "actor_name": string; "action": string; "target_id": string; "target_name": string; "created_at": string }[]; "next_cursor": (string | null) };
  };
  /** Export the whole log as lines of JSON, chained and signed: `deno task verify-audit` checks it. */
  exportAuditLog: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: ({ "type": "log"; "tenant_id": string; "public_key": (string | null); "exported_at": string; "entries": number; "hash": string; "signature": (string | null) } | { "type": "entry"; "seq": number; "digest": string; "hash": string; "entry": ({ "id": string; "tenant_id": string; "actor_id": (string | null); "actor_name": string; "action": string; "target_id": string; "target_name": string; "at": string; "salt"?: string } | null) } | { "seq": number; "hash": string; "at": string; "signature": string; "type": "checkpoint" });
  };
  /** Rename the team. */
  renameTenant: {
    params?: {  };
    query?: {  };
    body: { "name": string };
    answer: { "id": string; "name": string };
  };
  /** List the team's members. */
  listUsers: {
    params?: {  };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "name": string; "email": string; "role": ("owner" | "editor" | "viewer"); "created_at": string; "last_active_at": (string | null) }[]; "next_cursor": (string | null) };
  };
  /** List pending invitations. */
  listInvitations: {
    params?: {  };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "id": string; "email": string; "role": ("owner" | "editor" | "viewer"); "status": ("pending" | "expired"); "created_at": string; "expires_at": string }[]; "next_cursor": (string | null) };
  };
  /** Withdraw an invitation. */
  revokeInvitation: {
    params: { invitation_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Replace an invitation link; the old one stops working. */
  resendInvitation: {
    params: { invitation_id: string };
    query?: {  };
    body?: undefined;
    answer: { "id": string; "email": string; "role": ("owner" | "editor" | "viewer"); "invite_url": string; "expires_at": string };
  };
  /** Invite someone; the link is shown only this once. */
  inviteUser: {
    params?: {  };
    query?: {  };
    body: { "email": string; "role": ("owner" | "editor" | "viewer") };
    answer: { "id": string; "email": string; "role": ("owner" | "editor" | "viewer"); "invite_url": string; "expires_at": string };
  };
  /** List password reset links, without the links themselves. */
  listPasswordResets: {
    params?: {  };
    query?: { limit?: number; cursor?: string };
    body?: undefined;
    answer: { "items": { "user_id": string; "name": string; "email": string; "created_by": string; "expires_at": string }[]; "next_cursor": (string | null) };
  };
  /** Remove a member; their sessions end at once. */
  removeUser: {
    params: { user_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Create a link that lets a member set a new password. */
  createPasswordReset: {
    params: { user_id: string };
    query?: {  };
    body?: undefined;
    answer: { "reset_url": string; "expires_at": string };
  };
  /** Withdraw a member's password reset link. */
  revokePasswordReset: {
    params: { user_id: string };
    query?: {  };
    body?: undefined;
    answer: undefined;
  };
  /** Change a member's role. */
  changeRole: {
    params: { user_id: string };
    query?: {  };
    body: { "role": ("owner" | "editor" | "viewer") };
    answer: { "id": string; "name": string; "email": string; "role": ("owner" | "editor" | "viewer"); "created_at": string; "last_active_at": (string | null) };
  };
  /** Get the state of this browser's trial twin. */
  getTrial: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "status": ("reading" | "ready" | "failed"); "pages": { "url": string; "title": string; "state": ("waiting" | "reading" | "read" | "left_out") }[]; "problem"?: string; "twin"?: { "id": string; "name": string; "bio": string; "avatar_url": (string | null); "greeting": string; "suggested_questions": string[]; "accent_color": string; "disclosure": string; "privacy_url": (string | null) } };
  };
  /** Try a twin made from a website, without an account; the cookie in the response gives access to it. */
  startTrial: {
    params?: {  };
    query?: {  };
    body: { "url": string };
    answer: { "status_url": string };
  };
  /** Ask this browser's trial twin. */
  trialChat: {
    params?: {  };
    query?: {  };
    body: { "message": string; "session_id"?: string; "client_message_id"?: string };
    answer: { "session_id": string; "message_id": string; "answer": string; "citations": { "title": string; "excerpt": string; "url"?: string; "where"?: string }[]; "grounded": boolean; "confidence": ("sure" | "near" | "none"); "may_leave_email"?: true };
  };
  /** Check that the store reads and writes. */
  getHealth: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "status": "ok" };
  };
  /** Check that the process answers, whatever the state of its store. */
  getLife: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: { "status": "ok" };
  };
  /** Get the process's metrics in Prometheus' text format; with the server's own token, if one is set. */
  getMetrics: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: string;
  };
  /** This document. */
  getOpenApi: {
    params?: {  };
    query?: {  };
    body?: undefined;
    answer: Record<string, unknown>;
  };
};

export const OPERATIONS: {
  readonly [Id in keyof Operations]: readonly [method: string, path: string];
} = {
  getWidgetConfig: ["GET", "/chat-widget/{twin_id}"],
  widgetChat: ["POST", "/chat-widget/{twin_id}"],
  widgetLead: ["POST", "/chat-widget/{twin_id}/leads"],
  widgetRating: ["POST", "/chat-widget/{twin_id}/ratings"],
  getWidgetSession: ["GET", "/chat-widget/{twin_id}/session"],
  deleteWidgetSession: ["DELETE", "/chat-widget/{twin_id}/session"],
  renewTicket: ["GET", "/embed/{twin_id}/ticket"],
  createChatCompletion: ["POST", "/v1/chat/completions"],
  listModels: ["GET", "/v1/models"],
  retrieveModel: ["GET", "/v1/models/{model}"],
  handleChat: ["POST", "/public/chat/@{handle}"],
  publicChat: ["POST", "/public/chat/{twin_id}/{token}"],
  handleLead: ["POST", "/public/leads/@{handle}"],
  publicLead: ["POST", "/public/leads/{twin_id}/{token}"],
  handleRating: ["POST", "/public/ratings/@{handle}"],
  publicRating: ["POST", "/public/ratings/{twin_id}/{token}"],
  getSession: ["GET", "/public/session"],
  deleteSession: ["DELETE", "/public/session"],
  validateShare: ["GET", "/public/validate-share/{twin_id}/{token}"],
  checkForLeaks: ["POST", "/twins/{twin_id}/leak-check"],
  getShareLink: ["GET", "/twins/{twin_id}/share-link"],
  regenerateShareLink: ["POST", "/twins/{twin_id}/share-link"],
  setSharing: ["PATCH", "/twins/{twin_id}/sharing"],
  getMe: ["GET", "/me"],
  deleteAccount: ["DELETE", "/me"],
  getNotifications: ["GET", "/me/notifications"],
  updateNotifications: ["PATCH", "/me/notifications"],
  listTwins: ["GET", "/twins"],
  createTwin: ["POST", "/twins"],
  getTwin: ["GET", "/twins/{twin_id}"],
  updateTwin: ["PATCH", "/twins/{twin_id}"],
  deleteTwin: ["DELETE", "/twins/{twin_id}"],
  deleteAvatar: ["DELETE", "/twins/{twin_id}/avatar"],
  previewChat: ["POST", "/twins/{twin_id}/preview"],
  restoreTwin: ["POST", "/twins/{twin_id}/restore"],
  listContent: ["GET", "/twins/{twin_id}/content"],
  createContent: ["POST", "/twins/{twin_id}/content"],
  changeSeveralContents: ["POST", "/twins/{twin_id}/content/bulk"],
  exportContent: ["GET", "/twins/{twin_id}/content/export"],
  importPage: ["POST", "/twins/{twin_id}/content/import-url"],
  getContent: ["GET", "/twins/{twin_id}/content/{content_id}"],
  updateContent: ["PATCH", "/twins/{twin_id}/content/{content_id}"],
  deleteContent: ["DELETE", "/twins/{twin_id}/content/{content_id}"],
  discardDraft: ["DELETE", "/twins/{twin_id}/content/{content_id}/draft"],
  publishDraft: ["POST", "/twins/{twin_id}/content/{content_id}/publish"],
  restoreContent: ["POST", "/twins/{twin_id}/content/{content_id}/restore"],
  listVersions: ["GET", "/twins/{twin_id}/content/{content_id}/versions"],
  restoreVersion: ["POST", "/twins/{twin_id}/content/{content_id}/versions/{n}/restore"],
  listFindings: ["GET", "/twins/{twin_id}/findings"],
  dismissFinding: ["POST", "/twins/{twin_id}/findings/{finding_id}/dismiss"],
  restoreFinding: ["POST", "/twins/{twin_id}/findings/{finding_id}/restore"],
  listJobs: ["GET", "/twins/{twin_id}/jobs"],
  getJob: ["GET", "/twins/{twin_id}/jobs/{job_id}"],
  cancelJob: ["POST", "/twins/{twin_id}/jobs/{job_id}/cancel"],
  retryJob: ["POST", "/twins/{twin_id}/jobs/{job_id}/retry"],
  listSources: ["GET", "/twins/{twin_id}/sources"],
  createSource: ["POST", "/twins/{twin_id}/sources"],
  updateSource: ["PATCH", "/twins/{twin_id}/sources/{source_id}"],
  deleteSource: ["DELETE", "/twins/{twin_id}/sources/{source_id}"],
  readSource: ["POST", "/twins/{twin_id}/sources/{source_id}/read"],
  answerQuestion: ["POST", "/twins/{twin_id}/answers"],
  listConversations: ["GET", "/twins/{twin_id}/conversations"],
  exportConversations: ["GET", "/twins/{twin_id}/conversations/export"],
  getTranscript: ["GET", "/twins/{twin_id}/conversations/{conversation_id}"],
  updateConversation: ["PATCH", "/twins/{twin_id}/conversations/{conversation_id}"],
  listLeads: ["GET", "/twins/{twin_id}/leads"],
  exportLeads: ["GET", "/twins/{twin_id}/leads/export"],
  updateLead: ["PATCH", "/twins/{twin_id}/leads/{lead_id}"],
  listUnanswered: ["GET", "/twins/{twin_id}/unanswered"],
  dismissUnanswered: ["DELETE", "/twins/{twin_id}/unanswered/{message_id}"],
  eraseVisitor: ["POST", "/visitors/erase"],
  exportVisitor: ["POST", "/visitors/export"],
  listApiKeys: ["GET", "/api-keys"],
  createApiKey: ["POST", "/api-keys"],
  updateApiKey: ["PATCH", "/api-keys/{key_id}"],
  revokeApiKey: ["DELETE", "/api-keys/{key_id}"],
  listKeyOrigins: ["GET", "/api-keys/{key_id}/origins"],
  rotateApiKey: ["POST", "/api-keys/{key_id}/rotate"],
  getRefusal: ["GET", "/refusals/{reason_code}"],
  listChannels: ["GET", "/channels"],
  createChannel: ["POST", "/channels"],
  updateChannel: ["PATCH", "/channels/{channel_id}"],
  deleteChannel: ["DELETE", "/channels/{channel_id}"],
  testChannel: ["POST", "/channels/{channel_id}/test"],
  verifyHook: ["GET", "/hooks/{kind}/{channel_id}"],
  listWebhooks: ["GET", "/webhooks"],
  createWebhook: ["POST", "/webhooks"],
  updateWebhook: ["PATCH", "/webhooks/{webhook_id}"],
  deleteWebhook: ["DELETE", "/webhooks/{webhook_id}"],
  listDeliveries: ["GET", "/webhooks/{webhook_id}/deliveries"],
  resendDelivery: ["POST", "/webhooks/{webhook_id}/deliveries/{delivery_id}/resend"],
  rotateWebhook: ["POST", "/webhooks/{webhook_id}/rotate"],
  testWebhook: ["POST", "/webhooks/{webhook_id}/test"],
  getModel: ["GET", "/twins/{twin_id}/model"],
  setModel: ["PUT", "/twins/{twin_id}/model"],
  removeModel: ["DELETE", "/twins/{twin_id}/model"],
  checkModel: ["POST", "/twins/{twin_id}/model/check"],
  listAuditLog: ["GET", "/audit-log"],
  exportAuditLog: ["GET", "/audit-log/export"],
  renameTenant: ["PATCH", "/tenant"],
  listUsers: ["GET", "/users"],
  listInvitations: ["GET", "/users/invitations"],
  revokeInvitation: ["DELETE", "/users/invitations/{invitation_id}"],
  resendInvitation: ["POST", "/users/invitations/{invitation_id}/resend"],
  inviteUser: ["POST", "/users/invite"],
  listPasswordResets: ["GET", "/users/password-resets"],
  removeUser: ["DELETE", "/users/{user_id}"],
  createPasswordReset: ["POST", "/users/{user_id}/password-reset"],
  revokePasswordReset: ["DELETE", "/users/{user_id}/password-reset"],
  changeRole: ["PATCH", "/users/{user_id}/role"],
  getTrial: ["GET", "/trial"],
  startTrial: ["POST", "/trial"],
  trialChat: ["POST", "/trial/chat"],
  getHealth: ["GET", "/healthz"],
  getLife: ["GET", "/livez"],
  getMetrics: ["GET", "/metrics"],
  getOpenApi: ["GET", "/openapi.json"],
};
