// A strict parser of Prometheus' text format 0.0.4.
import assert from "node:assert/strict";

export type Sample = {
  name: string;
  labels: Record<string, string>;
  value: number;
};

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"`;
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (\\S+)$`,
);
const HEAD = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`);

/**
 * The samples of a text, and each metric's type by name. Throws at whatever Prometheus would refuse: a malformed line,
 * a metric in two places or without a type, a repeated series, buckets that do not add up to the count.
 */
export function readExposition(
  text: string,
): { types: Map<string, string>; samples: Sample[] } {
  assert.ok(text.endsWith("\n"));
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  const seen = new Set<string>();
  let current = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const [, kind, of, rest] = HEAD.exec(line) ?? [];
    if (kind === "HELP") {
      assert.ok(!types.has(of), `${of} stands in two places`);
      current = of;
    } else if (kind === "TYPE") {
      assert.equal(of, current);
      assert.match(rest, /^(counter|gauge|histogram)$/);
      types.set(of, rest);
    } else {
      const sample = readSample(line);
      const base = types.get(current) === "histogram"
        ? sample.name.replace(/_(bucket|sum|count)$/, "")
        : sample.name;
      assert.equal(base, current, line);
      const series = line.slice(0, line.lastIndexOf(" "));
      assert.ok(!seen.has(series), `${series} is told twice`);
      seen.add(series);
      samples.push(sample);
    }
  }
  requireGrowingBuckets(samples);
  return { types, samples };
}

function readSample(line: string): Sample {
  const match = SAMPLE.exec(line);
  assert.ok(match, `No sample: ${line}`);
  const [, name, inner = "", number] = match;
  const labels: Record<string, string> = {};
  for (const [pair] of inner.matchAll(new RegExp(LABEL, "g"))) {
    const at = pair.indexOf("=");
    labels[pair.slice(0, at)] = JSON.parse(pair.slice(at + 1));
  }
  const value = Number(number);
  assert.ok(Number.isFinite(value), line);
  return { name, labels, value };
}

function requireGrowingBuckets(samples: Sample[]): void {
  samples.forEach(({ name, labels, value }, i) => {
    if (!name.endsWith("_bucket")) return;
    const next = samples[i + 1];
    if (labels.le !== "+Inf") {
      assert.ok(next.name === name && next.value >= value, name);
      assert.ok(
        Number(next.labels.le.replace("+Inf", "Infinity")) > Number(labels.le),
      );
    } else assert.equal(samples[i + 2].value, value, `${name} and its count`);
  });
}
