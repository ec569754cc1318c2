import { useSignal } from "@preact/signals";
import { Badge } from "../components/ui/Badge.tsx";
import { Button, buttonLook } from "../components/ui/Button.tsx";
import { Select } from "../components/ui/Select.tsx";

type Props = { action: string; accept: string };

type Row = {
  name: string;
  state: "waiting" | "sending" | "read" | "refused";
  /** The fraction that has been sent. */
  sent: number;
  detail?: string;
};

const MAX_BYTES = 10 * 2 ** 20;
/** Content exported from Twincast. */
const MAX_ARCHIVE_BYTES = 60 * 2 ** 20;

/** The files of the sent form and their progress. */
function useSending(action: string) {
  const rows = useSignal<Row[]>([]);
  const is_busy = useSignal(false);
  /** The page where the import is reviewed. */
  const next = useSignal("");
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
    data.set("action", "import");
    rows.value = files.map(({ name }) => ({ name, state: "waiting", sent: 0 }));
    next.value = "";
    is_busy.value = true;
    for (const [at, file] of files.entries()) {
      change(at, { state: "sending" });
      data.set("files", file);
      const id = /\/imports\/(\w+)/.exec(next.value)?.[1];
      if (id) data.set("import_id", id);
      const answer = await send(action, data, (sent) => change(at, { sent }));
      if ("read_at" in answer) next.value = answer.read_at;
      change(at, "read_at" in answer ? { state: "read" } : answer);
    }
    is_busy.value = false;
    const is_whole = rows.value.every(({ state }) => state === "read");
    if (is_whole && next.value) location.assign(next.value);
  };
  return { rows, is_busy, next, submit };
}

/**
 * Uploads files one after the other with their progress, then leads to the review. Without scripts, an ordinary form.
 */
export default function ImportFiles({ action, accept }: Props) {
  const { rows, is_busy, next, submit } = useSending(action);
  const is_over = rows.value.length > 0 && !is_busy.value;
  const refused = rows.value.filter(({ state }) => state === "refused").length;
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      onSubmit={submit}
      class="space-y-4"
    >
      <FilesField accept={accept} is_busy={is_busy.value} />
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
        {is_over && refused > 0 &&
          `${refused} of ${rows.value.length} ${
            refused === 1 ? "file was" : "files were"
          } not taken.`}
      </p>
      <div class="flex flex-wrap gap-3">
        <Button name="action" value="import" isBusy={is_busy.value}>
          Read the files
        </Button>
        {is_over && next.value && (
          <a class={buttonLook({ look: "plain" })} href={next.value}>
            Look through what was read
          </a>
        )}
      </div>
    </form>
  );
}

function FilesField({ accept, is_busy }: { accept: string; is_busy: boolean }) {
  return (
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
        disabled={is_busy}
        accept={accept}
        aria-describedby="files-hint"
        class="block w-full rounded-xl border border-dashed border-control-line bg-raised px-4 py-6 text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-control-line file:bg-raised file:px-3 file:text-ink"
      />
      <p id="files-hint" class="text-xs text-muted">
        Markdown, text (.txt, .rtf), HTML, PDF, Word (.docx), LibreOffice (.odt,
        .odp), PowerPoint (.pptx), e-books (.epub), subtitles (.srt, .vtt),
        mails (.eml, .mbox), or a table (.xlsx, .ods, .csv, .tsv): its columns
        “Question” and “Answer” become pairs, any other table is read row by
        row. A .zip of such files too, as Notion, Substack, Mailchimp or
        Instagram make it. Up to 10 MB each. Or a file of content that was
        exported here. You see what was read before it is saved.
      </p>
    </div>
  );
}

const LOOKS = {
  waiting: "plain",
  sending: "plain",
  read: "good",
  refused: "bad",
} as const;

function FileRow({ row }: { row: Row }) {
  const { name, state, sent, detail } = row;
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
      {detail && <p class="text-bad">{detail}</p>}
    </li>
  );
}

type Answer = { read_at: string } | Partial<Row>;

/** Sends the form with one file. An `XMLHttpRequest`, since `fetch` does not report upload progress. */
function send(
  action: string,
  form: FormData,
  onProgress: (sent: number) => void,
): Promise<Answer> {
  const refused = (detail: string): Answer => ({ state: "refused", detail });
  const file = form.get("files") as File;
  const most = /\.json$/i.test(file.name) ? MAX_ARCHIVE_BYTES : MAX_BYTES;
  if (file.size > most) {
    const detail = `This file is larger than ${most / 2 ** 20} MB. Split it.`;
    return Promise.resolve(refused(detail));
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    // The page the form leads to, or the same one with the refusal.
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200 && /\/imports\//.test(request.responseURL)) {
        return resolve({ read_at: request.responseURL });
      }
      // Inside a template scripts do not run and the page's styles do not apply.
      const page = document.createElement("template");
      page.innerHTML = request.responseText;
      const why = page.content.querySelector("[role=alert]");
      resolve(refused(why?.textContent ?? "It was not read. Send it again."));
    };
    request.onerror = () =>
      resolve(refused("The connection was lost. Send this file again."));
    request.send(form);
  });
}
