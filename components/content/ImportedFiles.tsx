import type { ImportResultView } from "../../lib/schemas/content.ts";
import { Notice } from "../ui/Notice.tsx";

/** Which files could not be read, and why. */
export function ImportedFiles({ files }: { files: ImportResultView["files"] }) {
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
