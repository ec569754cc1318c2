import {
  getShareLink,
  regenerateShareLink,
} from "../../../lib/sharing/share_links.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$share-link.ts";

export const handlers = handler({
  GET: endpoint(
    api.getShareLink,
    ({ app, actor, params }) => getShareLink(app, actor, params.twin_id),
  ),
  POST: endpoint(
    api.regenerateShareLink,
    ({ app, actor, params }) => regenerateShareLink(app, actor, params.twin_id),
  ),
});
