import { useSignal } from "@preact/signals";
import { Badge } from "../components/ui/Badge.tsx";
import { Button, buttonLook } from "../components/ui/Button.tsx";
import { Select } from "../components/ui/Select.tsx";
import { detailsOf } from "../components/content/imported.ts";
import type { ImportResultView } from "../lib/schemas/content.ts";

type Props = { twin_id: string; action: string; accept: string };

type Row = {
  name: string;
  state: "waiting" | "sending" | "saved" | "refused";
  /** How much of it is sent, of 1. */
  sent: number;
  detail?: string;
  href?: string;
};

const MAX_BYTES = 10 * 2 ** 20;
/** Content that was exported here. */
const MAX_ARCHIVE_BYTES = 60 * 2 ** 20;

/** Adds items from files, one after the other, and shows how far each is. Without a script, a form like any other. */
export default function ImportFiles({ twin_id, action, accept }: Props) {
  const rows = useSignal<Row[]>([]);
  const is_busy = useSignal(false);
  const change = (at: number, row: Partial<Row>) => {
    rows.value = rows.value.map((old, i) =>
      i === at ? { ...old, ...row } : old
    );
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const files = data.getAll("files").filter((file) => file instanceof File);
    const visibility = String(data.get("visibility"));
    rows.value = files.map(({ name }) => ({ name, state: "waiting", sent: 0 }));
    is_busy.value = true;
    for (const [at, file] of files.entries()) {
      change(at, { state: "sending" });
      change(
        at,
        await send(twin_id, file, visibility, (sent) => change(at, { sent })),
      );
    }
    is_busy.value = false;
    form.reset();
  };
  const saved = rows.value.filter(({ state }) => state === "saved").length;
  const is_over = rows.value.length > 0 && !is_busy.value;
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      onSubmit={submit}
      class="space-y-4"
    >
      <div class="min-w-0 space-y-1.5">
        <label for="files" class="block text-sm font-medium">
          Choose files, or drop them here
        </label>
        <input
          id="files"
          name="files"
          type="file"
          multiple
          required
          disabled={is_busy.value}
          accept={accept}
          aria-describedby="files-hint"
          class="block w-full rounded-xl border border-dashed border-control-line bg-raised px-4 py-6 text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-control-line file:bg-raised file:px-3 file:text-ink"
        />
        <p id="files-hint" class="text-xs text-muted">
          Markdown, text, HTML, PDF, Word (.docx), or a table (.xlsx, .csv,
          .tsv): its columns “Question” and “Answer” become pairs, any other
          table is read row by row. Up to 10 MB each. Or a file of content that
          was exported here.
        </p>
      </div>
      <Select
        label="Who they are for"
        name="visibility"
        scope="files-"
        options={[
          ["private", "Private: you and your team"],
          ["public", "Public: visitors are answered from them"],
        ]}
      />
      {rows.value.length > 0 && (
        <ul class="divide-y divide-line rounded-xl border border-line">
          {rows.value.map((row, i) => <FileRow key={i} row={row} />)}
        </ul>
      )}
      <p role="status" class="text-sm empty:hidden">
        {is_over &&
          `${saved} of ${rows.value.length} ${
            rows.value.length === 1 ? "file is" : "files are"
          } saved.`}
      </p>
      <div class="flex flex-wrap gap-3">
        <Button name="action" value="import" isBusy={is_busy.value}>
          Add files
        </Button>
        {is_over && saved > 0 && (
          <a class={buttonLook({ look: "plain" })} href={action}>
            Show the items
          </a>
        )}
      </div>
    </form>
  );
}

const LOOKS = {
  waiting: "plain",
  sending: "plain",
  saved: "good",
  refused: "bad",
} as const;

function FileRow({ row }: { row: Row }) {
  const { name, state, sent, detail, href } = row;
  return (
    <li class="space-y-1 px-4 py-3 text-sm">
      <div class="flex items-center justify-between gap-3">
        <span dir="auto" class="min-w-0 truncate font-medium">{name}</span>
        {state === "sending" && sent < 1
          ? (
            <progress
              value={sent}
              aria-label={`Sending ${name}`}
              class="h-2 w-28 accent-accent"
            />
          )
          : (
            <span class="shrink-0">
              <Badge look={LOOKS[state]}>
                {state === "sending" ? "reading" : state}
              </Badge>
            </span>
          )}
      </div>
      {detail && (
        <p class={state === "refused" ? "text-bad" : "text-muted"}>
          {detail} {href && <a class="underline" href={href}>Open that one</a>}
        </p>
      )}
    </li>
  );
}

/** Sends one file; answers how its row ends. An `XMLHttpRequest`, since `fetch` does not tell how much is sent. */
function send(
  twin_id: string,
  file: File,
  visibility: string,
  onProgress: (sent: number) => void,
): Promise<Partial<Row>> {
  const refused = (detail: string): Partial<Row> => ({
    state: "refused",
    detail,
  });
  const most = file.name.endsWith(".json") ? MAX_ARCHIVE_BYTES : MAX_BYTES;
  if (file.size > most) {
    const detail = `This file is larger than ${most / 2 ** 20} MB. Split it.`;
    return Promise.resolve(refused(detail));
  }
  const body = new FormData();
  body.set("visibility", visibility);
  body.set("files", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/twins/${twin_id}/content/import`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const answer: Partial<ImportResultView> & { detail?: string } =
        request.response ?? {};
      const result = answer.files?.[0];
      const details = result ? detailsOf(result) : [];
      if (!result || result.problem) {
        const why = answer.detail ?? "It was not saved. Send it again.";
        return resolve(refused(details.join(" ") || why));
      }
      const twice = result.item?.duplicate_of;
      resolve({
        state: "saved",
        detail: details.join(" "),
        ...twice ? { href: `/dashboard/content/${twice}?twin=${twin_id}` } : {},
      });
    };
    request.onerror = () =>
      resolve(refused("The connection broke off. Send this file again."));
    request.send(body);
  });
}
