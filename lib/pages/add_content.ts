import { z } from "zod";
import { createContent } from "../content/content.ts";
import { checkFiles } from "../content/file_import.ts";
import { readImportForm } from "../http/import_form.ts";
import { createIntake, requireIntake } from "../intake/intakes.ts";
import { previewText } from "../intake/preview.ts";
import {
  readAddress,
  readFile,
  readPasted,
  type Source,
} from "../intake/sources.ts";
import { addSource } from "../intake/store_source.ts";
import { text, wholeAddress } from "../schemas/common.ts";
import {
  type CreateContent,
  createContentInput,
  type Visibility,
  visibility,
} from "../schemas/content.ts";
import { importPageInput } from "../schemas/content_import.ts";
import { seeOther } from "../http/redirect.ts";
import type { WrittenPreview } from "../views/content.ts";
import type { EditorForm, Fields } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";
import { intakePath } from "./intake.ts";

/** A question with its answer, by the form's field names. */
const pairInput = createContentInput.pick({ visibility: true }).extend({
  question: createContentInput.shape.title,
  answer: createContentInput.shape.body,
});

const pastedInput = z.strictObject({
  pasted: text(512 * 1024, 1)
    .refine((s) => s.trim() !== "", "Paste questions and answers, or a table"),
  visibility: visibility.default("private"),
});

/** The item form's fields in the API's form: an empty source is none. */
export function itemFields({ source_url, channels_list, ...rest }: Fields) {
  return {
    ...rest,
    channels: channels_list?.split(" ") ?? null,
    source_url: wholeAddress(source_url ?? "") || null,
  };
}

/** The forms for written content: `preview` shows the result, `create` saves it. */
export function writtenActions(
  twin_id: string,
): Record<string, EditorAction<WrittenPreview>> {
  const text = (run: Written) =>
    editorAction({
      schema: createContentInput,
      fields: ({ looked: _, ...fields }) => itemFields(fields),
      keeps_typed: true,
      run: (page, input) => run(page, twin_id, input),
    });
  const pair = (run: Written) =>
    editorAction({
      schema: pairInput,
      fields: ({ looked: _, ...fields }) => fields,
      keeps_typed: true,
      run: (page, { question: title, answer: body, visibility }) =>
        run(page, twin_id, { kind: "pair", title, body, visibility }),
    });
  return {
    create: text(saveOrShow),
    preview: text(show),
    create_pair: pair(saveOrShow),
    preview_pair: pair(show),
  };
}

type Written<R = Response | WrittenPreview> = (
  page: EditorForm,
  twin_id: string,
  input: CreateContent,
) => Promise<R>;

/** Previews a text. */
const show: Written<WrittenPreview> = async (page, twin_id, input) => {
  const { app, editor } = page;
  const preview = await previewText(app, editor, twin_id, input);
  const { passages, room, sources: [{ items: [item], left_out }] } = preview;
  return { passages, room, left_out, duplicate_of: item.duplicate_of };
};

/** Saves a text. If part of it is hidden from visitors, or it exists already, a preview is shown first. */
const saveOrShow: Written = async (page, twin_id, input) => {
  const { app, editor, fields } = page;
  if (fields.looked !== "yes") {
    const preview = await show(page, twin_id, input);
    if (preview.duplicate_of || preview.left_out.length > 0) return preview;
  }
  const { title } = await createContent(app, editor, twin_id, input);
  const to = `/dashboard/content?twin=${twin_id}`;
  return redirectWithFlash(page, `“${title}” is saved.`, { to });
};

/** The forms for content that is read. They lead to its review, before anything is saved. */
export function readingActions(twin_id: string): Record<string, EditorAction> {
  return {
    import: editorAction({
      schema: z.object({ import_id: z.string().optional() }),
      async run(page, { import_id }) {
        const { app, editor, form } = page;
        const { files, visibility, columns } = readImportForm(form);
        checkFiles(files);
        const read = async function* () {
          for (const file of files) {
            yield await readFile(app, editor, twin_id, file, columns);
          }
        };
        return await take(page, twin_id, read(), { visibility, import_id });
      },
    }),
    import_page: editorAction({
      schema: importPageInput,
      fields: ({ url, ...rest }) => ({ ...rest, url: wholeAddress(url ?? "") }),
      async run(page, { url, visibility }) {
        const source = await readAddress(page.app, page.editor, url);
        return await take(page, twin_id, [source], { visibility });
      },
    }),
    paste: editorAction({
      schema: pastedInput,
      async run(page, { pasted, visibility }) {
        const source = await readPasted(page.app, page.editor, pasted);
        return await take(page, twin_id, [source], { visibility });
      },
    }),
  };
}

/** Adds what was read to a new or existing import, and redirects to its review. */
async function take(
  { app, editor }: EditorForm,
  twin_id: string,
  sources: AsyncIterable<Source> | Source[],
  { visibility, import_id }: { visibility: Visibility; import_id?: string },
): Promise<Response> {
  let intake = import_id
    ? await requireIntake(app, editor, twin_id, import_id)
    : await createIntake(app, editor, twin_id);
  for await (const source of sources) {
    intake = await addSource(app, editor, intake, source, { visibility });
  }
  return seeOther(intakePath(twin_id, intake.id));
}
