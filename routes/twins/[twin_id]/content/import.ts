import { importFiles } from "../../../../lib/content/file_import.ts";
import { MAX_IMPORT_BODY, readForm } from "../../../../lib/http/body.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as op from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$import.ts";

export const handlers = handler({
  POST: endpoint(
    op.importContent,
    async ({ app, actor, params, req }) =>
      importFiles(
        app,
        actor,
        params.twin_id,
        await readForm(req, MAX_IMPORT_BODY),
      ),
  ),
});
