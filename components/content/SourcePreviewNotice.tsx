import type { SourcePreviewView } from "../../lib/schemas/source.ts";
import { COUNT } from "../ui/ChartNumbers.tsx";
import { Notice } from "../ui/Notice.tsx";

/** What reading a site or a feed would find, above the button that begins it. */
export function SourcePreviewNotice(
  { preview }: { preview: SourcePreviewView },
) {
  const { pages, first, follows_links, at_most, problems } = preview;
  const found = pages === 1 ? "1 page" : `${COUNT.format(pages)} pages`;
  return (
    <Notice look={pages > 0 && problems.length === 0 ? "good" : "warn"}>
      <div class="space-y-2">
        <p>
          Nothing is saved yet. {follows_links
            ? `${found} to begin with; links lead to more, ${
              COUNT.format(at_most)
            } at most.`
            : `${found} would be read.`}
        </p>
        <ul class="list-disc space-y-0.5 ps-5">
          {first.map((url) => (
            <li key={url} dir="ltr" class="break-all">{url}</li>
          ))}
          {pages > first.length && (
            <li>and {COUNT.format(pages - first.length)} more</li>
          )}
        </ul>
        {problems.map(({ what, detail }) => <p key={what}>{what}: {detail}</p>)}
      </div>
    </Notice>
  );
}
