// Metrics in Prometheus' text format (exposition formats, 0.0.4). A series is looked up in maps by its label values,
// so that counting creates no strings.

/** The most series of one instrument. The rest are counted together: requests must not be able to fill the memory. */
const MAX_SERIES = 1_000;
const OTHER = "(other)";

type Labels = readonly [string?, string?];

/** A value for each pair of label values; a label that an instrument does not have is always `""`. */
class Series<T> {
  #rows = new Map<string, Map<string, T>>();
  #size = 0;

  constructor(private create: () => T) {}

  of(first: string, second: string): T {
    const known = this.#rows.get(first)?.get(second);
    if (known !== undefined) return known;
    const is_full = this.#size >= MAX_SERIES && first !== OTHER;
    if (is_full) return this.of(OTHER, second === "" ? "" : OTHER);
    const row = this.#rows.get(first) ?? new Map<string, T>();
    const made = this.create();
    this.#rows.set(first, row.set(second, made));
    this.#size++;
    return made;
  }

  *[Symbol.iterator](): Generator<[first: string, second: string, value: T]> {
    for (const [first, row] of this.#rows) {
      for (const [second, value] of row) yield [first, second, value];
    }
  }
}

/** Counts up, with up to two labels. */
export class Counter {
  #series = new Series(() => ({ count: 0 }));

  /** `name` ends in `_total`. */
  constructor(
    readonly name: string,
    private help: string,
    private labels: Labels = [],
  ) {}

  /** Adds to the series with these label values. */
  add(by: number, first = "", second = ""): void {
    this.#series.of(first, second).count += by;
  }

  text(): string {
    let text = head(this.name, "counter", this.help);
    for (const [first, second, { count }] of this.#series) {
      text += sample(this.name, pairs(this.labels, [first, second]), count);
    }
    return text;
  }
}

/** Counts values by size, with up to one label. */
export class Histogram {
  #series: Series<{ counts: Float64Array; sum: number }>;

  /** `bounds`: upper bounds, ascending. */
  constructor(
    readonly name: string,
    private help: string,
    private options: { bounds: readonly number[]; label?: string },
  ) {
    const { length } = options.bounds;
    this.#series = new Series(() => ({
      counts: new Float64Array(length + 1),
      sum: 0,
    }));
  }

  observe(value: number, label = ""): void {
    const series = this.#series.of(label, "");
    const { bounds } = this.options;
    let at = 0;
    while (at < bounds.length && value > bounds[at]) at++;
    series.counts[at]++;
    series.sum += value;
  }

  text(): string {
    const { bounds, label } = this.options;
    let text = head(this.name, "histogram", this.help);
    for (const [value, , { counts, sum }] of this.#series) {
      const own = pairs([label], [value]);
      let count = 0;
      counts.forEach((more, i) => {
        count += more;
        const le: [string, string] = ["le", String(bounds[i] ?? "+Inf")];
        text += sample(`${this.name}_bucket`, [...own, le], count);
      });
      text += sample(`${this.name}_sum`, own, sum);
      text += sample(`${this.name}_count`, own, count);
    }
    return text;
  }
}

/** A current state: one value, or one per value of its label. */
export type Gauge = {
  name: string;
  help: string;
  value: number | { label: string; values: Record<string, number> };
};

export function gaugeText({ name, help, value }: Gauge): string {
  const lines = typeof value === "number"
    ? sample(name, [], value)
    : Object.entries(value.values)
      .map(([of, value_of]) => sample(name, [[value.label, of]], value_of))
      .join("");
  return head(name, "gauge", help) + lines;
}

function head(name: string, type: string, help: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function pairs(labels: Labels, values: string[]): [string, string][] {
  return labels.flatMap((label, i): [string, string][] =>
    label === undefined ? [] : [[label, values[i]]]
  );
}

function sample(
  name: string,
  labels: [string, string][],
  value: number,
): string {
  if (labels.length === 0) return `${name} ${value}\n`;
  const inner = labels.map(([label, of]) => `${label}="${escaped(of)}"`);
  return `${name}{${inner.join(",")}} ${value}\n`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
}
