import * as content from "../../schemas/content.ts";
import * as contentImport from "../../schemas/content_import.ts";
import { listOf } from "../../schemas/common.ts";
import { dryRunQuery, previewView } from "../../schemas/intake.ts";
import {
  MAX_CONTENT_BODY,
  MAX_IMPORT_BODY,
  MAX_LINES_BODY,
} from "./body_sizes.ts";
import { operation } from "./operation.ts";

export const listContent = operation({
  id: "listContent",
  method: "GET",
  path: "/twins/{twin_id}/content",
  summary: "List or search content items, without their texts",
  access: "viewer",
  query: content.contentQuery,
  response: listOf(content.contentSummaryView),
  status: 200,
});
export const createContent = operation({
  id: "createContent",
  method: "POST",
  path: "/twins/{twin_id}/content",
  summary:
    "Add content (Markdown). With `draft=true` no answer uses it until it is published",
  access: "editor",
  body: content.createContentInput,
  max_body: MAX_CONTENT_BODY,
  response: content.contentView,
  status: 201,
  query: dryRunQuery.extend(content.draftQuery.shape),
  dry_run: previewView,
});
export const importContent = operation({
  id: "importContent",
  method: "POST",
  path: "/twins/{twin_id}/content/import",
  summary:
    "Import files; each becomes one or more items, or is reported as a problem. As application/jsonl: one item per line, up to 1,000, and one result per line. The fields question_column and answer_column, or read_as=rows, say how tables are read",
  access: "editor",
  body_type: "multipart/form-data",
  max_body: MAX_IMPORT_BODY,
  max_lines: MAX_LINES_BODY,
  response: contentImport.importResultView,
  response_types: ["application/jsonl"],
  status: 201,
  query: dryRunQuery,
  dry_run: previewView,
});
export const changeSeveralContents = operation({
  id: "changeSeveralContents",
  method: "POST",
  path: "/twins/{twin_id}/content/bulk",
  summary: "Make several items public or private, delete or restore them",
  access: "editor",
  body: content.bulkInput,
  response: content.bulkView,
  status: 200,
});
export const exportContent = operation({
  id: "exportContent",
  method: "GET",
  path: "/twins/{twin_id}/content/export",
  summary: "Export all content as one file, which can be imported again",
  access: "viewer",
  response: contentImport.contentArchive,
  status: 200,
});
export const importPage = operation({
  id: "importPage",
  method: "POST",
  path: "/twins/{twin_id}/content/import-url",
  summary: "Import the main text of a public web page",
  access: "editor",
  body: contentImport.importPageInput,
  response: contentImport.importPageView,
  status: 201,
  query: dryRunQuery,
  dry_run: previewView,
});
export const getContent = operation({
  id: "getContent",
  method: "GET",
  path: "/twins/{twin_id}/content/{content_id}",
  summary: "Get a content item with its text",
  access: "viewer",
  response: content.contentView,
  status: 200,
});
export const updateContent = operation({
  id: "updateContent",
  method: "PATCH",
  path: "/twins/{twin_id}/content/{content_id}",
  summary:
    "Change a content item; text and visibility switch at once. With `draft=true` the title and text are kept as a draft beside the published version",
  access: "editor",
  query: content.draftQuery,
  body: content.updateContentInput,
  max_body: MAX_CONTENT_BODY,
  response: content.contentView,
  status: 200,
});
export const publishDraft = operation({
  id: "publishDraft",
  method: "POST",
  path: "/twins/{twin_id}/content/{content_id}/publish",
  summary: "Publish an item's draft, or an item that was never published",
  access: "editor",
  response: content.contentView,
  status: 200,
});
export const discardDraft = operation({
  id: "discardDraft",
  method: "DELETE",
  path: "/twins/{twin_id}/content/{content_id}/draft",
  summary: "Discard the draft beside a published item",
  access: "editor",
  response: null,
  status: 204,
});
export const listVersions = operation({
  id: "listVersions",
  method: "GET",
  path: "/twins/{twin_id}/content/{content_id}/versions",
  summary: "List an item's earlier versions, up to 20, newest first",
  access: "viewer",
  response: listOf(content.versionView),
  status: 200,
});
export const restoreVersion = operation({
  id: "restoreVersion",
  method: "POST",
  path: "/twins/{twin_id}/content/{content_id}/versions/{n}/restore",
  summary: "Publish an earlier version again",
  access: "editor",
  response: content.contentView,
  status: 200,
});
export const deleteContent = operation({
  id: "deleteContent",
  method: "DELETE",
  path: "/twins/{twin_id}/content/{content_id}",
  summary: "Delete a content item",
  access: "editor",
  response: null,
  status: 204,
});
export const restoreContent = operation({
  id: "restoreContent",
  method: "POST",
  path: "/twins/{twin_id}/content/{content_id}/restore",
  summary: "Restore a content item deleted in the last 7 days",
  access: "editor",
  response: content.contentSummaryView,
  status: 200,
});
