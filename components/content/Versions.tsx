import type { VersionView } from "../../lib/schemas/content.ts";
import type { ShownVersion } from "../../lib/views/content.ts";
import { ActionButton } from "../ui/ActionForm.tsx";
import { Time } from "../ui/Time.tsx";
import { Difference } from "./Difference.tsx";

type Props = {
  versions: VersionView[];
  /** The version being compared with the published text. */
  shown: ShownVersion | null;
  /** The item's page, with the beginning of a query. */
  path: string;
  can_edit: boolean;
};

/** Earlier versions of an item, each of which can be restored. */
export function Versions({ versions, shown, path, can_edit }: Props) {
  return (
    <ol class="divide-y divide-line text-sm">
      {versions.map(({ n, title, saved_at }) => (
        <li key={n} class="space-y-3 py-3">
          <div class="flex flex-wrap items-center gap-3">
            <span class="min-w-0 flex-1 wrap-anywhere">
              <bdi class="font-medium">{title}</bdi>
              <span class="block text-xs text-muted">
                Version {n}, of <Time at={saved_at} />
              </span>
            </span>
            <a
              class="text-accent underline"
              href={`${path}&version=${n}#versions`}
              aria-label={`Compare version ${n} with what is published`}
            >
              Compare
            </a>
            {can_edit && (
              <ActionButton
                does="restore_version"
                fields={{ n }}
                look="plain"
                size="sm"
                aria-label={`Bring back version ${n}`}
              >
                Bring back
              </ActionButton>
            )}
          </div>
          {shown?.n === n && (
            <Difference
              parts={shown.changes}
              means={{
                added: "published, and not in this version",
                gone: `in version ${n} only`,
              }}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
