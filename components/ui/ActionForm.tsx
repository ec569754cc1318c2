import type { ComponentChildren, ComponentProps } from "preact";
import { Button } from "./Button.tsx";
import { Modal } from "./Modal.tsx";

type Fields = Record<string, string | number>;

/** What a form sends beside what is typed into it. */
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
  /** Where the form goes; the page itself where it does not say. */
  path?: string;
};

/** A form of one button. */
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
  /** What its button says. */
  button: string;
  /** What happens then. */
  children: ComponentChildren;
};

/** Asks before something is done that takes something away. */
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
