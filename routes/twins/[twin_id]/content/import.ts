import { importFiles } from "../../../../lib/content/file_import.ts";
import { importLines } from "../../../../lib/content/lines_import.ts";
import { previewFiles, previewLines } from "../../../../lib/intake/preview.ts";
import { parse } from "../../../../lib/http/body.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import { readImportForm } from "../../../../lib/http/import_form.ts";
import { linesResponse } from "../../../../lib/http/lines_response.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { createContentInput } from "../../../../lib/schemas/content.ts";
import { handler } from "./$import.ts";

export const handlers = handler({
  POST: endpoint(
    api.importContent,
    async ({ app, actor, params: { twin_id }, query, body }) => {
      const is_dry = query.dry_run === "true";
      if (body instanceof Uint8Array) {
        const read = (value: unknown) => parse(createContentInput, value);
        const lines = { bytes: body, read };
        return is_dry
          ? linesResponse(await previewLines(app, actor, twin_id, lines), 200)
          : linesResponse(await importLines(app, actor, twin_id, lines), 201);
      }
      const sent = readImportForm(body);
      return is_dry
        ? Response.json(await previewFiles(app, actor, twin_id, sent))
        : await importFiles(app, actor, twin_id, sent);
    },
  ),
});
