import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as op from "../../../../lib/http/contract/operations.ts";
import {
  getSiteImport,
  importSite,
  stopSiteImport,
} from "../../../../lib/content/site_import.ts";
import { handler } from "./$import-site.ts";

export const handlers = handler({
  GET: endpoint(
    op.getSiteImport,
    ({ app, actor, params }) => getSiteImport(app, actor, params.twin_id),
  ),
  POST: endpoint(
    op.importSite,
    ({ app, actor, params, body }) =>
      importSite(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    op.stopSiteImport,
    ({ app, actor, params }) => stopSiteImport(app, actor, params.twin_id),
  ),
});
