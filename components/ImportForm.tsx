import type { ImportResult } from "../lib/schemas/content.ts";
import { Button } from "./ui/Button.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Select } from "./ui/Select.tsx";

/** Adds items from files; `action` is where the form goes. */
export function ImportForm({ action }: { action: string }) {
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      class="flex flex-wrap items-end gap-4"
    >
      <div class="min-w-0 space-y-1">
        <label for="files" class="block text-sm font-medium">
          Text or Markdown files, up to 10 MiB each
        </label>
        <input
          id="files"
          name="files"
          type="file"
          multiple
          required
          accept=".md,.markdown,.txt"
          class="max-w-full text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-control-line file:bg-raised file:px-3 file:text-ink"
        />
      </div>
      <Select
        label="Who they are for"
        name="visibility"
        scope="import-"
        options={[["private", "Private"], ["public", "Public"]]}
      />
      <Button look="plain" name="action" value="import">Add files</Button>
    </form>
  );
}

/** What became of each file. */
export function ImportedFiles({ files }: { files: ImportResult["files"] }) {
  const refused = files.filter((file) => file.problem);
  if (refused.length === 0) return null;
  return (
    <Notice look="bad">
      <p class="font-medium">Not read:</p>
      <ul class="list-inside list-disc">
        {refused.map((file) => (
          <li key={file.name} dir="auto">
            {file.name}: {file.problem?.detail}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
