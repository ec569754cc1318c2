const COUNT = new Intl.NumberFormat("en");

/** A count in the dashboard's format: `12,345`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}
