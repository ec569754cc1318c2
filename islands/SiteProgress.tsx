import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button, buttonLook } from "../components/ui/Button.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import type { SiteImportView } from "../lib/schemas/site_import.ts";

type Props = {
  site: SiteImportView;
  twin_id: string;
  can_edit: boolean;
  /** The list that its pages are added to. */
  list_path: string;
};

const POLL_MS = 1_500;

const STATES: Record<SiteImportView["state"], string> = {
  running: "Reading",
  done: "Read",
  stopped: "Stopped reading",
  interrupted: "The server stopped while reading",
};

/** How far the reading of a site is; goes on by itself. */
export default function SiteProgress(
  { site, twin_id, can_edit, list_path }: Props,
) {
  const now = useSignal(site);
  const { state, url, pages, added, duplicates, failed } = now.value;
  const is_running = state === "running";
  useEffect(() => {
    if (!is_running) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/twins/${twin_id}/content/import-site`)
        .catch(() => null);
      if (response?.ok) now.value = await response.json();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [is_running]);
  const over = added + duplicates + failed.length;
  return (
    <Notice look={state === "interrupted" ? "warn" : "good"}>
      <div class="space-y-2">
        <p role="status">
          {STATES[state]} <bdi class="wrap-anywhere">{url}</bdi>: {over} of{" "}
          {pages} {pages === 1 ? "page" : "pages"}
          {duplicates > 0 && `, ${duplicates} were there already`}
          {failed.length > 0 && `, ${failed.length} could not be read`}.
        </p>
        {is_running && (
          <progress
            value={over}
            max={pages}
            aria-label="Pages read"
            class="h-2 w-full max-w-md accent-accent"
          />
        )}
        {failed.length > 0 && (
          <details class="text-sm">
            <summary>What could not be read</summary>
            <ul class="mt-1 space-y-1">
              {failed.map((page) => (
                <li key={page.url} class="wrap-anywhere">
                  <bdi>{page.url}</bdi>: {page.detail}
                </li>
              ))}
            </ul>
          </details>
        )}
        <div class="flex flex-wrap gap-3">
          {added > 0 && (
            <a
              class={buttonLook({ look: "plain", size: "sm" })}
              href={list_path}
            >
              Show the items
            </a>
          )}
          {can_edit && (
            <form method="post">
              <Button look="quiet" size="sm" name="action" value="stop_site">
                {is_running ? "Stop" : "Dismiss"}
              </Button>
            </form>
          )}
        </div>
      </div>
    </Notice>
  );
}
