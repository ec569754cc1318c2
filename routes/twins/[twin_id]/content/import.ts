import { importFiles } from "../../../../lib/content/file_import.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import { readImportForm } from "../../../../lib/http/import_form.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$import.ts";

export const handlers = handler({
  POST: endpoint(
    api.importContent,
    ({ app, actor, params, body }) =>
      importFiles(app, actor, params.twin_id, readImportForm(body)),
  ),
});
