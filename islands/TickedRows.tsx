import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

type Props = {
  /** The name of the checkboxes. */
  name: string;
};

/** Ticks all rows of a list or none, ticks a range with Shift, and says how many are ticked. */
export default function TickedRows({ name }: Props) {
  const ticked = useSignal(0);
  const total = useSignal(0);
  const all = useRef<HTMLInputElement>(null);

  const boxes = () => [
    ...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
  ];
  const count = () => {
    const every = boxes();
    total.value = every.length;
    ticked.value = every.filter(({ checked }) => checked).length;
    if (all.current) {
      all.current.indeterminate = ticked.value > 0 &&
        ticked.value < total.value;
    }
  };

  useEffect(() => {
    let last = -1;
    const onClick = (event: MouseEvent) => {
      const every = boxes();
      const at = every.indexOf(event.target as HTMLInputElement);
      if (at < 0) return;
      if (event.shiftKey && last >= 0) {
        const [from, to] = [Math.min(at, last), Math.max(at, last)];
        for (const box of every.slice(from, to + 1)) {
          box.checked = every[at].checked;
        }
      }
      last = at;
      count();
    };
    document.addEventListener("click", onClick);
    count();
    return () => document.removeEventListener("click", onClick);
  }, []);

  // It does nothing without scripts.
  if (total.value === 0) return null;
  return (
    <div class="flex min-h-8 items-center gap-3 text-sm text-muted">
      <input
        ref={all}
        id={`all-${name}`}
        type="checkbox"
        class="size-4 accent-accent"
        checked={ticked.value === total.value}
        onChange={(event) => {
          for (const box of boxes()) box.checked = event.currentTarget.checked;
          count();
        }}
      />
      <label for={`all-${name}`}>Select all on this page</label>
      <span role="status">
        {ticked.value > 0 && `${ticked.value} selected`}
      </span>
    </div>
  );
}
