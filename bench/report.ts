/** One row of the table: what was measured, compared with a peer or a limit in the same run. */
export type Row = {
  what: string;
  /** Our figure as text, with its unit. */
  ours: string;
  /** The peer or limit and its figure. */
  against: string;
  /** Our figure divided by the peer's; null if there is only a limit. */
  ratio: number | null;
  /** The target as text; empty for information only. */
  target: string;
  passes: boolean;
};

/** A figure, or those of several rounds, of which the median counts. */
export type Figure = number | number[];

/** Lets contenders take turns, this many rounds each, so that noise hits all of them. Returns the figures of each. */
export async function alternate<K extends string>(
  rounds: number,
  contenders: Record<K, () => Promise<number>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(contenders) as K[];
  const figures = Object.fromEntries(
    names.map((name) => [name, [] as number[]]),
  ) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) figures[name].push(await contenders[name]());
  }
  return figures;
}

/** A row whose figure must be at least `least` times the peer's. */
export function atLeast(
  what: string,
  ours: Figure,
  peer: [name: string, figure: Figure],
  least: number,
  unit: string,
): Row {
  const row = beside(what, ours, peer, unit);
  const { ratio } = row;
  return { ...row, target: `≥ ${least} ×`, passes: ratio >= least };
}

/** A row that shows our figure beside that of a peer that does something else. */
export function beside(
  what: string,
  ours: Figure,
  peer: [name: string, figure: Figure],
  unit: string,
): Row & { ratio: number } {
  return {
    what,
    ours: told(ours, unit),
    against: `${peer[0]}: ${told(peer[1], unit)}`,
    ratio: middle(ours) / middle(peer[1]),
    target: "",
    passes: true,
  };
}

function middle(figure: Figure): number {
  return typeof figure === "number" ? figure : median(figure);
}

/** The median with the minimum and maximum of its rounds. */
function told(figure: Figure, unit: string): string {
  const text = `${count(middle(figure))} ${unit}`;
  if (typeof figure === "number") return text;
  return `${text} (${count(Math.min(...figure))} to ${
    count(Math.max(...figure))
  })`;
}

/** A row whose figure must be at most `limit`. */
export function atMost(
  what: string,
  ours: Figure,
  limit: number,
  unit: string,
): Row {
  return {
    what,
    ours: told(ours, unit),
    against: "limit",
    ratio: null,
    target: `≤ ${count(limit)} ${unit}`,
    passes: middle(ours) <= limit,
  };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The quantile for `share`, such as 0.99. */
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
      const mark = target === "" ? "" : passes ? "pass" : "falls short";
      return [what, ours, against, times, target, mark];
    }),
  );
}

/** Prints cells as a Markdown table. */
export function printLines(titles: string[], lines: string[][]): void {
  const all = [titles, titles.map(() => "---"), ...lines];
  console.log("\n" + all.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
}
