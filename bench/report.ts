/** One line of the table: what was measured, held against a peer or a limit of the same run. */
export type Row = {
  what: string;
  /** Our figure, in words with its unit. */
  ours: string;
  /** The peer or limit, and its figure. */
  against: string;
  /** Ours over the peer's; null where only a limit is held. */
  ratio: number | null;
  /** What is to be reached, in words. */
  target: string;
  passes: boolean;
};

/** A row whose figure must be at least `least` times the peer's. */
export function atLeast(
  what: string,
  ours: number,
  peer: [name: string, figure: number],
  least: number,
  unit: string,
): Row {
  const ratio = ours / peer[1];
  return {
    what,
    ours: `${count(ours)} ${unit}`,
    against: `${peer[0]}: ${count(peer[1])} ${unit}`,
    ratio,
    target: `≥ ${least} ×`,
    passes: ratio >= least,
  };
}

/** A row whose figure must be at most `limit`. */
export function atMost(
  what: string,
  ours: number,
  limit: number,
  unit: string,
): Row {
  return {
    what,
    ours: `${count(ours)} ${unit}`,
    against: "limit",
    ratio: null,
    target: `≤ ${count(limit)} ${unit}`,
    passes: ours <= limit,
  };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that `share` of all lie below, such as 0.99. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function count(figure: number): string {
  return new Intl.NumberFormat("en", {
    maximumFractionDigits: figure < 10 ? 2 : figure < 100 ? 1 : 0,
  }).format(figure);
}

/** Prints rows as a Markdown table. */
export function printTable(rows: Row[]): void {
  const titles = ["what", "ours", "against", "ratio", "target", ""];
  printLines(
    titles,
    rows.map(({ what, ours, against, ratio, target, passes }) => {
      const times = ratio === null ? "" : `${count(ratio)} ×`;
      const mark = passes ? "pass" : "falls short";
      return [what, ours, against, times, target, mark];
    }),
  );
}

/** Prints cells as a Markdown table. */
export function printLines(titles: string[], lines: string[][]): void {
  const all = [titles, titles.map(() => "---"), ...lines];
  console.log("\n" + all.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
}
