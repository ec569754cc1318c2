import type { ComponentChildren } from "preact";

type Props = {
  title?: string;
  /** The link target. */
  id?: string;
  children: ComponentChildren;
  class?: string;
};

/** A raised surface with an optional heading. */
export function Card({ title, id, children, class: extra }: Props) {
  return (
    <section
      id={id}
      class={`card min-w-0 rounded-xl border border-line bg-raised p-5 shadow-sm sm:p-6 ${
        extra ?? ""
      }`}
    >
      {title && <h2 class="mb-4 text-base font-semibold">{title}</h2>}
      {children}
    </section>
  );
}
