const WIDTHS = ["w-full", "w-11/12", "w-4/5", "w-2/3"] as const;

type Props = { lines?: number; class?: string };

/** Holds the room of what is still loading, so that the layout does not move. */
export function Skeleton({ lines = 3, class: extra }: Props) {
  return (
    <div role="status" class={`space-y-3 ${extra ?? ""}`}>
      <span class="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, i) => (
        <div
          key={i}
          aria-hidden="true"
          class={`h-4 animate-pulse rounded-md bg-line motion-reduce:animate-none ${
            WIDTHS[i % WIDTHS.length]
          }`}
        />
      ))}
    </div>
  );
}
