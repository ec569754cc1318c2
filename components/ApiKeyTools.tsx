import type { ComponentChildren } from "preact";
import type { KeyRow, Tested } from "../lib/http/api_key_rows.ts";
import type { FormError } from "../lib/http/page.ts";
import { EditKeyForm, RevokeKeyForm, RotateKeyForm } from "./ApiKeyForms.tsx";
import { KeyOrigins, OriginTester } from "./KeyOrigins.tsx";
import { Disclosure } from "./ui/Disclosure.tsx";
import { Modal, ModalButton } from "./ui/Modal.tsx";

type Props = {
  row: KeyRow;
  now: number;
  cursor: string;
  tested: Tested | null;
  error: FormError | null;
  is_owner: boolean;
};

/** What can be seen of a key and done with it. Open for the key that the last form was about. */
export function ApiKeyTools({ row, is_owner, ...page }: Props) {
  const { key, status } = row;
  const tested = page.tested?.key_id === key.id ? page.tested : null;
  const error = page.error?.values.key_id === key.id ? page.error : null;
  return (
    <div class="space-y-4">
      {is_owner && (
        <div class="flex flex-wrap gap-2">
          <Tool row={row} id="edit" look="plain" words="Edit" error={error}>
            <EditKeyForm row={row} error={error} />
          </Tool>
          {status === "live" && (
            <Tool
              row={row}
              id="rotate"
              look="plain"
              words="Rotate"
              error={error}
            >
              <p class="mb-4 text-sm text-muted">
                A new key with the same settings. Give the old one some time, so
                that nothing breaks while you change it on your site.
              </p>
              <RotateKeyForm row={row} />
            </Tool>
          )}
          <Tool
            row={row}
            id="revoke"
            look="danger"
            words="Revoke"
            error={error}
          >
            <p class="mb-4 text-sm text-muted">
              Ends the key at once, for conversations under way too. This cannot
              be undone.
            </p>
            <RevokeKeyForm row={row} error={error} />
          </Tool>
        </div>
      )}
      <Disclosure
        title="Who called in the last 7 days"
        of={key.name}
        open={tested ? true : undefined}
      >
        <KeyOrigins row={row} now={page.now} is_owner={is_owner} />
        {key.type === "publishable" && (
          <OriginTester
            row={row}
            tested={tested}
            twin_id={key.twin_id}
            cursor={page.cursor}
          />
        )}
      </Disclosure>
    </div>
  );
}

/** The field that only this tool's form sends: by it a refused form is known again. */
const OWN_FIELD = {
  edit: "name",
  rotate: "overlap_seconds",
  revoke: "confirm",
} as const;

type ToolProps = {
  row: KeyRow;
  id: keyof typeof OWN_FIELD;
  look: "plain" | "danger";
  words: string;
  error: FormError | null;
  children: ComponentChildren;
};

function Tool({ row: { key }, id, look, words, error, children }: ToolProps) {
  const modal = `${id}-${key.id}`;
  return (
    <>
      <ModalButton opens={modal} look={look} size="sm" of={key.name}>
        {words}
      </ModalButton>
      <Modal
        id={modal}
        title={`${words} ${key.name}`}
        open={error !== null && OWN_FIELD[id] in error.values}
        wide={id === "edit"}
      >
        {children}
      </Modal>
    </>
  );
}
