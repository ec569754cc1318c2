const COUNT = new Intl.NumberFormat("en");

/** A count as the dashboard writes it: `12,345`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}
