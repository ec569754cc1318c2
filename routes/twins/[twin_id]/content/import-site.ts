import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import {
  getSiteImport,
  importSite,
  stopSiteImport,
} from "../../../../lib/content/site_import.ts";
import { handler } from "./$import-site.ts";

export const handlers = handler({
  GET: endpoint(
    api.getSiteImport,
    ({ app, actor, params }) => getSiteImport(app, actor, params.twin_id),
  ),
  POST: endpoint(
    api.importSite,
    ({ app, actor, params, body }) =>
      importSite(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    api.stopSiteImport,
    ({ app, actor, params }) => stopSiteImport(app, actor, params.twin_id),
  ),
});
