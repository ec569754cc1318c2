import type { SourcePreviewView } from "../../lib/schemas/source.ts";
import { Notice } from "../ui/Notice.tsx";
import { formatCount } from "../ui/numbers.ts";

/** What reading a site or a feed would find, above the button that starts it. */
export function SourcePreviewNotice(
  { preview }: { preview: SourcePreviewView },
) {
  const { pages, first, follows_links, at_most, problems } = preview;
  const found = pages === 1 ? "1 page" : `${formatCount(pages)} pages`;
  return (
    <Notice look={pages > 0 && problems.length === 0 ? "good" : "warn"}>
      <div class="space-y-2">
        <p>
          Nothing is saved yet. {follows_links
            ? `${found} to begin with; links lead to more, ${
              formatCount(at_most)
            } at most.`
            : `${found} would be read.`}
        </p>
        <ul class="list-disc space-y-0.5 ps-5">
          {first.map((url) => (
            <li key={url} dir="ltr" class="break-all">{url}</li>
          ))}
          {pages > first.length && (
            <li>and {formatCount(pages - first.length)} more</li>
          )}
        </ul>
        {problems.map(({ what, detail }) => <p key={what}>{what}: {detail}</p>)}
      </div>
    </Notice>
  );
}
