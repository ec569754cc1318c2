import { Disclosure } from "../ui/Disclosure.tsx";

type Props = {
  left_out: { what: string; why: string }[];
  /** Added to the label for screen readers where several are on a page. */
  of?: string;
};

/** What was skipped, and why. Open if there are only a few. */
export function LeftOut({ left_out, of }: Props) {
  if (left_out.length === 0) return null;
  return (
    <Disclosure
      title={left_out.length === 1
        ? "1 part is left out"
        : `${left_out.length} parts are left out`}
      open={left_out.length <= 3}
      of={of}
    >
      <ul class="list-disc space-y-1 ps-5 text-sm">
        {left_out.map(({ what, why }, i) => (
          <li key={i} dir="auto" class="wrap-anywhere">
            <span class="font-medium">
              {what.charAt(0).toUpperCase() + what.slice(1)}
            </span>. <span class="text-muted">{why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
