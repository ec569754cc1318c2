import type { ComponentChildren } from "preact";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { Badge } from "../ui/Badge.tsx";
import { Card } from "../ui/Card.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = {
  twin: TwinView;
  page_url: string;
  is_on: boolean;
  /** Visits by the link in 30 days. */
  by_link: {
    visitors: number;
    messages: number;
    emails: number;
    opens: number;
    /** The sites it was opened from, and how often. */
    from: [string, number][];
  };
  /** Copies, shares or replaces the link. */
  children: ComponentChildren;
};

const FILES = [["png", "PNG"], ["svg", "SVG"], ["card", "Card to print"]];

/** The link to hand out: large, with its QR code, and its visits. */
export function LinkCard(
  { twin, page_url, is_on, by_link, children }: Props,
) {
  const words = page_url.replace(/^https?:\/\//, "");
  const qr = `/dashboard/share/qr?twin=${twin.id}`;
  const look = twin.handle
    ? "text-lg font-semibold break-all sm:text-2xl"
    : "font-medium break-all";
  return (
    <Card>
      <div class="flex flex-wrap items-center gap-x-8 gap-y-6">
        <figure class="w-44 shrink-0 space-y-2 max-sm:mx-auto">
          <img
            src={qr}
            alt={`QR code of the link to ${twin.name}`}
            width="176"
            height="176"
            class={`rounded-xl border border-line bg-white ${
              is_on ? "" : "opacity-40"
            }`}
          />
          <figcaption class="flex justify-between text-xs">
            {FILES.map(([as, label]) => (
              <a
                key={as}
                class="inline-flex min-h-6 items-center text-accent underline"
                href={`${qr}&as=${as}`}
                download
              >
                <span class="sr-only">Download the QR code:</span>
                {label}
              </a>
            ))}
          </figcaption>
        </figure>
        <div class="min-w-0 flex-1 basis-64 space-y-4">
          <p class="text-sm wrap-anywhere text-muted">
            <bdi>{twin.name}</bdi>’s page
          </p>
          <p>
            {is_on
              ? (
                <a class={`${look} text-accent underline`} href={page_url}>
                  {words}
                </a>
              )
              : <span class={`${look} text-muted`}>{words}</span>}
          </p>
          <div class="flex flex-wrap items-center gap-3">{children}</div>
          <VisitCounts by_link={by_link} />
        </div>
      </div>
    </Card>
  );
}

function VisitCounts({ by_link }: Pick<Props, "by_link">) {
  const came = [
    [by_link.opens, "open", "opens"],
    [by_link.visitors, "visitor", "visitors"],
    [by_link.messages, "question", "questions"],
    [by_link.emails, "e-mail left", "e-mails left"],
  ] as const;
  return (
    <div class="space-y-2 text-sm text-muted">
      <p>
        Through this link in 30 days:{" "}
        {came.map(([n, one, many], i) => (
          <span key={one} class="inline-block">
            {formatCount(n)} {n === 1 ? one : many}
            {i < came.length - 1 ? "," : "."}&nbsp;
          </span>
        ))}
      </p>
      {by_link.from.length > 0 && (
        <>
          <ul aria-label="Opened from" class="flex flex-wrap gap-2">
            {by_link.from.map(([site, n]) => (
              <li key={site} class="min-w-0">
                <Badge>{site} {formatCount(n)}</Badge>
              </li>
            ))}
          </ul>
          <p class="text-xs">
            Where it was opened from, by day and site. Nothing is kept of who it
            was.
          </p>
        </>
      )}
    </div>
  );
}
