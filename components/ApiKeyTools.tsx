import type { ComponentChildren } from "preact";
import type { Tried } from "../lib/pages/api_keys.ts";
import type { KeyRow } from "../lib/pages/api_key_rows.ts";
import type { FormError } from "../lib/pages/page.ts";
import { EditKeyForm, RevokeKeyForm, RotateKeyForm } from "./ApiKeyForms.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { Modal, ModalButton } from "./ui/Modal.tsx";

type Props = {
  row: KeyRow;
  /** What the tester found, for the key it was about. */
  tried: Tried | null;
  error: FormError | null;
};

/** What an owner can do with a key. Open for the key that the last form was about. */
export function ApiKeyTools({ row, ...page }: Props) {
  const { key, status } = row;
  const tried = page.tried?.key_id === key.id ? page.tried : null;
  const error = page.error?.values.key_id === key.id ? page.error : null;
  return (
    <div class="flex flex-wrap items-center gap-2">
      <Tool row={row} id="edit" words="Edit" error={error} open={!!tried}>
        <EditKeyForm row={row} error={error} tried={tried} />
      </Tool>
      {status === "live" && (
        <Tool row={row} id="rotate" words="Rotate" error={error}>
          <p class="mb-4 text-sm text-muted">
            A new key with the same settings. Give the old one some time, so
            that nothing breaks while you change it on your site.
          </p>
          <RotateKeyForm row={row} error={error} />
        </Tool>
      )}
      <Tool row={row} id="revoke" words="Revoke" error={error}>
        <p class="mb-4 text-sm text-muted">
          Ends the key at once, for conversations under way too. This cannot be
          undone.
        </p>
        <RevokeKeyForm row={row} error={error} />
      </Tool>
    </div>
  );
}

/** The field that only this tool's form sends: by it a refused form is known again. */
const OWN_FIELD = {
  edit: "name",
  rotate: "overlap_seconds",
  revoke: "confirm",
} as const;

/** Whether a refusal is told in a modal of one of these rows. */
export function isToldInModal(error: FormError, rows: KeyRow[]): boolean {
  return rows.some(({ key, status }) =>
    key.id === error.values.key_id && status !== "revoked" &&
    Object.entries(OWN_FIELD).some(([id, field]) =>
      field in error.values && (id !== "rotate" || status === "live")
    )
  );
}

type ToolProps = {
  row: KeyRow;
  id: keyof typeof OWN_FIELD;
  words: string;
  error: FormError | null;
  open?: boolean;
  children: ComponentChildren;
};

function Tool({ row: { key }, id, words, error, open, children }: ToolProps) {
  const modal = `${id}-${key.id}`;
  const own = error && OWN_FIELD[id] in error.values ? error : null;
  return (
    <>
      <ModalButton
        opens={modal}
        look={id === "revoke" ? "danger" : "plain"}
        size="sm"
        of={key.name}
      >
        {words}
      </ModalButton>
      <Modal
        id={modal}
        title={`${words} ${key.name}`}
        open={open || own !== null}
        wide={id === "edit"}
      >
        {own && (
          <div class="mb-4">
            <FormProblem error={own} />
          </div>
        )}
        {children}
      </Modal>
    </>
  );
}
