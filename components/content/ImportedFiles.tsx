import type { ImportResultView } from "../../lib/schemas/content.ts";
import { Notice } from "../ui/Notice.tsx";
import { detailsOf } from "./imported.ts";

/** Which files could not be read, and of which parts were left out, and why. */
export function ImportedFiles({ files }: { files: ImportResultView["files"] }) {
  const is_refused = (file: typeof files[number]) => file.problem !== undefined;
  return (
    <>
      <Told
        title="Not read:"
        look="bad"
        files={files.filter(is_refused)}
      />
      <Told
        title="Saved:"
        look="warn"
        files={files.filter((file) => !is_refused(file) && file.left_out)}
      />
    </>
  );
}

type Props = {
  title: string;
  look: "bad" | "warn";
  files: ImportResultView["files"];
};

function Told({ title, look, files }: Props) {
  if (files.length === 0) return null;
  return (
    <Notice look={look}>
      <p class="font-medium">{title}</p>
      <ul class="list-inside list-disc">
        {files.map((file) => (
          <li key={file.name} dir="auto">
            {file.name}: {detailsOf(file).join(" ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
