import type { ComponentChildren } from "preact";
import { X } from "lucide-preact";
import { Button } from "./Button.tsx";

type Props = {
  id: string;
  title: string;
  /** Shown when the page opens: after a refused form, or to show a key once. */
  open?: boolean;
  /** What closes it besides its button: a click outside too, Esc alone, or nothing else. */
  closedby?: "any" | "closerequest" | "none";
  /** Room for more than a short form. */
  wide?: boolean;
  /** The text of its close button. */
  close?: string;
  children: ComponentChildren;
};

/**
 * A native dialog that `ModalButton` opens: focus moves in and back by itself, Esc closes. One that is `open` is a card
 * on the page without scripts; static/frame.js makes it modal.
 */
export function Modal(
  { id, title, open, closedby, wide, close = "Close", children }: Props,
) {
  return (
    <dialog
      id={id}
      open={open}
      closedby={closedby ?? (open ? "closerequest" : "any")}
      aria-labelledby={`${id}-title`}
      class={`modal ${wide ? "modal-wide" : ""}`}
    >
      <h2
        id={`${id}-title`}
        dir="auto"
        class="border-b border-line py-4 ps-6 pe-16 text-base font-semibold wrap-anywhere"
      >
        {title}
      </h2>
      <div class="px-6 py-5">{children}</div>
      {/* Last, so that the modal's content gets the focus first. */}
      <form method="dialog" class="absolute end-4 top-3">
        <button
          type="submit"
          aria-label={close}
          class="grid size-8 place-items-center rounded-lg text-muted transition hover:bg-hover hover:text-ink"
        >
          <X size={18} strokeWidth={1.75} />
        </button>
      </form>
    </dialog>
  );
}

type ButtonProps = {
  /** The modal's id. */
  opens: string;
  look?: "primary" | "plain" | "danger" | "quiet" | "hero";
  size?: "md" | "sm";
  /** Added to the label for screen readers where several are alike. */
  of?: string;
  class?: string;
  children: ComponentChildren;
};

/** Opens a modal without scripts. */
export function ModalButton(
  { opens, look = "plain", size, of, class: extra, children }: ButtonProps,
) {
  return (
    <Button
      type="button"
      commandfor={opens}
      command="show-modal"
      aria-haspopup="dialog"
      look={look}
      size={size}
      class={extra}
    >
      {children}
      {of && <span class="sr-only">: {of}</span>}
    </Button>
  );
}
