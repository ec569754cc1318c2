import type { ComponentChildren } from "preact";
import type { SourceWithJob } from "../../lib/views/content.ts";
import type { SourceView } from "../../lib/schemas/source.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { FreshFields } from "./FreshFields.tsx";
import { Time } from "../ui/Time.tsx";

type Props = SourceWithJob & {
  can_edit: boolean;
  now: number;
  /** The state of its job. */
  children: ComponentChildren;
};

const KINDS: Record<SourceView["kind"], string> = {
  page: "Page",
  site: "Whole site",
  feed: "Feed",
};

/** A place that content is read from, and the progress of its reading. */
export function SourceRow(
  { source, job, can_edit, now, children }: Props,
) {
  const { url, kind, visibility, last_read_at, next_read_at } = source;
  const is_live = job !== null && ["queued", "running"].includes(job.state);
  return (
    <li class="space-y-3 py-4">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
        <a
          class="min-w-0 flex-1 basis-56 font-medium text-accent underline wrap-anywhere"
          href={url}
          rel="noreferrer"
        >
          <bdi>{url}</bdi>
        </a>
        <span class="flex gap-2">
          <Badge>{KINDS[kind]}</Badge>
          <Badge look={visibility === "public" ? "good" : "plain"}>
            {visibility === "public" ? "Public" : "Private"}
          </Badge>
        </span>
      </div>
      <p class="text-xs text-muted">
        {last_read_at
          ? (
            <>
              Read <Time at={last_read_at} now={now} />
            </>
          )
          : "Not finished reading yet"}
        {next_read_at && (
          <>
            {" "}· Again <Time at={next_read_at} now={now} />
          </>
        )}
      </p>
      {children}
      {can_edit && <Tools source={source} is_live={is_live} />}
    </li>
  );
}

type ToolsProps = { source: SourceView; is_live: boolean };

function Tools({ source, is_live }: ToolsProps) {
  const { url } = source;
  return (
    <>
      <form method="post" class="flex flex-wrap gap-2">
        <input type="hidden" name="source_id" value={source.id} />
        {!is_live && (
          <Button
            look="plain"
            size="sm"
            name="action"
            value="read"
            aria-label={`Read again: ${url}`}
          >
            Read again
          </Button>
        )}
        <Button
          look="danger"
          size="sm"
          name="action"
          value="remove"
          aria-label={`Remove: ${url}`}
        >
          Remove
        </Button>
      </form>
      <Disclosure title="How it stays fresh" of={url}>
        <form method="post" class="max-w-md space-y-3">
          <input type="hidden" name="source_id" value={source.id} />
          <FreshFields
            every={source.every}
            publish={source.publish}
            scope={`${source.id}-`}
          />
          <Button look="plain" size="sm" name="action" value="change">
            Save
          </Button>
        </form>
      </Disclosure>
    </>
  );
}
