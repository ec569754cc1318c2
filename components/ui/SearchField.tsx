import { Search } from "lucide-preact";

type Props = {
  /** What is searched, for screen readers. */
  label: string;
  placeholder: string;
  value: string | undefined;
  /** Its width and layout. */
  class: string;
  width: string;
};

/** The field `q` of a search form. */
export function SearchField(
  { label, placeholder, value, class: extra, width }: Props,
) {
  return (
    <div class={`relative ${extra}`}>
      <label for="q" class="sr-only">{label}</label>
      <Search
        size={16}
        aria-hidden="true"
        class="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted"
      />
      <input
        id="q"
        type="search"
        name="q"
        value={value}
        maxLength={200}
        dir="auto"
        placeholder={placeholder}
        class={`min-h-10 rounded-lg border border-control-line bg-raised ps-9 pe-3 text-base text-ink shadow-xs sm:text-sm ${width}`}
      />
    </div>
  );
}
