import type { ImportFiles } from "../content/file_import.ts";
import { invalidInput } from "../errors.ts";
import type { ColumnChoice } from "../schemas/intake.ts";

/**
 * The files of an import form, private unless its field `visibility` says `public`. An empty file field is ignored.
 * Throws `invalid_input`.
 */
export function readImportForm(form: FormData): ImportFiles {
  const visibility = form.get("visibility") ?? "private";
  if (visibility !== "public" && visibility !== "private") {
    throw invalidInput("visibility", "Choose public or private.");
  }
  const files = [...form.values()].filter((value) => value instanceof File)
    .filter((file) => file.name !== "" || file.size > 0);
  return { files, visibility, columns: columnsOf(form) };
}

/** How to read tables: `question_column` with `answer_column`, each a name or a number, or `read_as=rows`. */
function columnsOf(form: FormData): ColumnChoice | undefined {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim().slice(0, 200) : "";
  };
  const read_as = field("read_as");
  if (read_as === "rows") return "rows";
  if (read_as) throw invalidInput("read_as", "Only rows can be chosen.");
  const [question, answer] = ["question_column", "answer_column"].map(field);
  if (question && answer) return { question, answer };
  if (!question && !answer) return undefined;
  throw invalidInput(
    question ? "answer_column" : "question_column",
    "Name both columns, the one with questions and the one with answers.",
  );
}
