import type { ImportFiles } from "../content/file_import.ts";
import { invalidInput } from "../errors.ts";

/**
 * The files of a form that adds content, private unless its field `visibility` says `public`. A field left empty is no
 * file. Throws `invalid_input`.
 */
export function readImportForm(form: FormData): ImportFiles {
  const visibility = form.get("visibility") ?? "private";
  if (visibility !== "public" && visibility !== "private") {
    throw invalidInput("visibility", "Choose public or private.");
  }
  const files = [...form.values()].filter((value) => value instanceof File)
    .filter((file) => file.name !== "" || file.size > 0);
  return { files, visibility };
}
