import type { ComponentChildren } from "preact";
import type { KeyRow, OriginTrial } from "../../lib/views/api_keys.ts";
import type { FormState } from "../../lib/views/form.ts";
import { RevokeKeyForm, RotateKeyForm } from "./ApiKeyForms.tsx";
import { EditKeyForm } from "./EditKeyForm.tsx";
import { formOf, FormProblem } from "../ui/FormProblem.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Modal, ModalButton } from "../ui/Modal.tsx";

type Props = {
  row: KeyRow;
  /** The tester's result. */
  tried: OriginTrial | null;
  form: FormState | null;
};

/** What an owner can do with a key. Open for the key of the last form. */
export function ApiKeyTools({ row, tried, form: sent }: Props) {
  const { key, status } = row;
  const form = sent?.values.key_id === key.id ? sent : null;
  const edit = formOf(form, ...TOOL_ACTIONS.edit);
  const rotate = formOf(form, ...TOOL_ACTIONS.rotate);
  const revoke = formOf(form, ...TOOL_ACTIONS.revoke);
  return (
    <>
      <div class="flex items-center gap-1">
        <OpenTool row={row} id="edit" />
        <Menu of={key.name}>
          {status === "live" && <OpenTool row={row} id="rotate" />}
          <OpenTool row={row} id="revoke" />
        </Menu>
      </div>
      <Tool row={row} id="edit" form={edit}>
        <EditKeyForm
          row={row}
          form={edit}
          tried={tried?.key_id === key.id ? tried : null}
        />
      </Tool>
      {status === "live" && (
        <Tool row={row} id="rotate" form={rotate}>
          <p class="mb-4 text-sm text-muted">
            A new key with the same settings. The old one keeps working for a
            while, so nothing breaks while you replace it on your site.
          </p>
          <RotateKeyForm row={row} form={rotate} />
        </Tool>
      )}
      <Tool row={row} id="revoke" form={revoke}>
        <p class="mb-4 text-sm text-muted">
          Ends the key at once, even in conversations under way. This cannot be
          undone.
        </p>
        <RevokeKeyForm row={row} form={revoke} />
      </Tool>
    </>
  );
}

/** The action of each tool's form. */
const TOOL_ACTIONS = {
  edit: ["update", "try", "enter"],
  rotate: ["rotate"],
  revoke: ["revoke"],
};

/** Whether a modal of one of these rows shows a form's error. */
export function isToldInModal(
  { action, values }: FormState,
  rows: KeyRow[],
): boolean {
  return rows.some(({ key, status }) =>
    key.id === values.key_id && status !== "revoked" &&
    Object.entries(TOOL_ACTIONS).some(([tool, actions]) =>
      actions.includes(action) && (tool !== "rotate" || status === "live")
    )
  );
}

const WORDS = { edit: "Edit", rotate: "Rotate", revoke: "Revoke" };

type ToolProps = {
  row: KeyRow;
  id: keyof typeof WORDS;
  form: FormState | null;
  children: ComponentChildren;
};

/** Opens a tool. */
function OpenTool({ row: { key }, id }: Pick<ToolProps, "row" | "id">) {
  return (
    <ModalButton
      opens={`${id}-${key.id}`}
      look={id === "revoke" ? "danger" : "plain"}
      size="sm"
      of={key.name}
    >
      {WORDS[id]}
    </ModalButton>
  );
}

function Tool({ row: { key }, id, form, children }: ToolProps) {
  return (
    <Modal
      id={`${id}-${key.id}`}
      title={`${WORDS[id]} ${key.name}`}
      open={form !== null}
      wide={id === "edit"}
    >
      {form?.detail && (
        <div class="mb-4">
          <FormProblem error={form} />
        </div>
      )}
      {children}
    </Modal>
  );
}
