import type { ComponentChildren, ComponentProps } from "preact";
import { Button } from "./Button.tsx";
import { Modal } from "./Modal.tsx";

type Fields = Record<string, string | number>;

/** Hidden values a form sends. */
export function HiddenFields({ fields }: { fields: Fields }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

type ButtonProps = Omit<ComponentProps<typeof Button>, "name" | "value"> & {
  /** The form's `action`. */
  does: string;
  fields?: Fields;
  /** The form's address; the page itself by default. */
  path?: string;
};

/** A form with one button. */
export function ActionButton(
  { does, fields = {}, path, ...button }: ButtonProps,
) {
  return (
    <form method="post" action={path}>
      <HiddenFields fields={fields} />
      <Button name="action" value={does} {...button} />
    </form>
  );
}

type ConfirmProps = {
  id: string;
  title: string;
  /** The form's `action`. */
  does: string;
  fields?: Fields;
  /** The button's text. */
  button: string;
  /** What will happen. */
  children: ComponentChildren;
};

/** Asks for confirmation before something is removed. */
export function ConfirmModal(
  { id, title, does, fields = {}, button, children }: ConfirmProps,
) {
  return (
    <Modal id={id} title={title}>
      <form method="post" class="space-y-4">
        <HiddenFields fields={fields} />
        {children}
        <Button look="danger" name="action" value={does}>{button}</Button>
      </form>
    </Modal>
  );
}
