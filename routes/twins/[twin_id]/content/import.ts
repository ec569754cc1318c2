import { importFiles } from "../../../../lib/content/file_import.ts";
import { previewFiles } from "../../../../lib/intake/preview.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import { readImportForm } from "../../../../lib/http/import_form.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$import.ts";

export const handlers = handler({
  POST: endpoint(
    api.importContent,
    async ({ app, actor, params, query, body }) => {
      const sent = readImportForm(body);
      return query.dry_run === "true"
        ? Response.json(await previewFiles(app, actor, params.twin_id, sent))
        : await importFiles(app, actor, params.twin_id, sent);
    },
  ),
});
