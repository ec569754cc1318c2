import { jobView } from "../../schemas/job.ts";
import { dryRunQuery } from "../../schemas/intake.ts";
import {
  sourceChange,
  sourceInput,
  sourcePreviewView,
  sourceView,
} from "../../schemas/source.ts";
import { listOf, listQuery } from "../../schemas/common.ts";
import { operation } from "./operation.ts";

export const listSources = operation({
  id: "listSources",
  method: "GET",
  path: "/twins/{twin_id}/sources",
  summary: "List the pages, sites and feeds that content is read from",
  access: "viewer",
  query: listQuery,
  response: listOf(sourceView),
  status: 200,
});
export const createSource = operation({
  id: "createSource",
  method: "POST",
  path: "/twins/{twin_id}/sources",
  summary: "Read a page, a whole site or a feed, in the background",
  access: "editor",
  body: sourceInput,
  response: sourceView,
  status: 201,
  query: dryRunQuery,
  dry_run: sourcePreviewView,
});
export const updateSource = operation({
  id: "updateSource",
  method: "PATCH",
  path: "/twins/{twin_id}/sources/{source_id}",
  summary: "Change how often a source is read, and what happens to changes",
  access: "editor",
  body: sourceChange,
  response: sourceView,
  status: 200,
});
export const readSource = operation({
  id: "readSource",
  method: "POST",
  path: "/twins/{twin_id}/sources/{source_id}/read",
  summary: "Read a source again now",
  access: "editor",
  response: sourceView,
  status: 200,
});
export const deleteSource = operation({
  id: "deleteSource",
  method: "DELETE",
  path: "/twins/{twin_id}/sources/{source_id}",
  summary: "Remove a source; the content read from it stays",
  access: "editor",
  response: null,
  status: 204,
});
export const listJobs = operation({
  id: "listJobs",
  method: "GET",
  path: "/twins/{twin_id}/jobs",
  summary: "List background jobs, newest first",
  access: "viewer",
  query: listQuery,
  response: listOf(jobView),
  status: 200,
});
export const getJob = operation({
  id: "getJob",
  method: "GET",
  path: "/twins/{twin_id}/jobs/{job_id}",
  summary: "Get the state and progress of a job",
  access: "viewer",
  response: jobView,
  status: 200,
});
export const retryJob = operation({
  id: "retryJob",
  method: "POST",
  path: "/twins/{twin_id}/jobs/{job_id}/retry",
  summary: "Resume a job that failed or was stopped",
  access: "editor",
  response: jobView,
  status: 200,
});
export const cancelJob = operation({
  id: "cancelJob",
  method: "POST",
  path: "/twins/{twin_id}/jobs/{job_id}/cancel",
  summary: "Stop a job; what it has done so far stays",
  access: "editor",
  response: jobView,
  status: 200,
});
