const EXACT = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

type Props = {
  at: string;
  /** Milliseconds since the epoch; if given, the time reads "3 minutes ago", with the exact time on hover. */
  now?: number;
};

/** A moment, in UTC since the server does not know the reader's time zone. */
export function Time({ at, now }: Props) {
  const exact = `${EXACT.format(new Date(at))} UTC`;
  return (
    <time dateTime={at} title={now === undefined ? undefined : exact}>
      {now === undefined ? exact : relative(Date.parse(at) - now)}
    </time>
  );
}

function relative(ms: number): string {
  for (const [unit, length] of UNITS) {
    if (Math.abs(ms) >= length) {
      return RELATIVE.format(Math.trunc(ms / length), unit);
    }
  }
  return ms > 0 ? "in less than a minute" : "just now";
}
