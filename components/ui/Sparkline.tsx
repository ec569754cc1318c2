type Props = {
  values: readonly number[];
  /** What the line shows, in words. */
  label: string;
  class?: string;
};

/** A small line of a figure over time; its words carry what matters. */
export function Sparkline({ values, label, class: extra }: Props) {
  const top = Math.max(1, ...values);
  const step = 100 / Math.max(1, values.length - 1);
  const points = values.map((value, i) =>
    `${round(i * step)},${round(30 - (value / top) * 28)}`
  );
  if (points.length === 1) points.push(`100,${points[0].split(",")[1]}`);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      class={`h-8 w-full ${extra ?? ""}`}
    >
      {points.length > 0 && (
        <>
          <path
            d={`M0,32 L${points.join(" L")} L100,32 Z`}
            class="fill-chart-1 opacity-15"
          />
          <polyline
            points={points.join(" ")}
            vector-effect="non-scaling-stroke"
            stroke-width="1.5"
            stroke-linejoin="round"
            class="fill-none stroke-chart-1"
          />
        </>
      )}
    </svg>
  );
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
