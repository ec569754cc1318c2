import assert from "node:assert/strict";
import { readExposition } from "../../tests/exposition.ts";
import { Counter, gaugeText, Histogram } from "./instruments.ts";

Deno.test("Counter: label values of any content survive", () => {
  const counter = new Counter("some_total", "Some.", ["what", "how"]);
  const hostile = 'a"b\\c\nd{e="f"} 1';
  counter.add(2, hostile, "x");
  counter.add(3, hostile, "x");
  counter.add(1, "other", "");
  const { samples } = readExposition(counter.text());
  assert.deepEqual(samples.map(({ labels, value }) => [labels, value]), [
    [{ what: hostile, how: "x" }, 5],
    [{ what: "other", how: "" }, 1],
  ]);
});

Deno.test("Counter: label values beyond the limit are counted together", () => {
  const counter = new Counter("some_total", "Some.", ["what"]);
  for (let i = 0; i < 5_000; i++) counter.add(1, `made-up-${i}`);
  const { samples } = readExposition(counter.text());
  assert.equal(samples.length, 1_001);
  assert.equal(samples.reduce((sum, { value }) => sum + value, 0), 5_000);
  const rest = samples.find(({ labels }) => labels.what === "(other)");
  assert.equal(rest?.value, 4_000);
});

Deno.test("Histogram: a value on a bound belongs to it, and buckets are cumulative", () => {
  const histogram = new Histogram("some_seconds", "Some.", {
    bounds: [0.1, 1],
    label: "what",
  });
  for (const seconds of [0.05, 0.1, 0.5, 7]) histogram.observe(seconds, "x");
  const { samples } = readExposition(histogram.text());
  assert.deepEqual(
    samples.map(({ name, labels, value }) => [
      name.replace("some_seconds_", ""),
      labels.le,
      value,
    ]),
    [
      ["bucket", "0.1", 2],
      ["bucket", "1", 3],
      ["bucket", "+Inf", 4],
      ["sum", undefined, 7.65],
      ["count", undefined, 4],
    ],
  );
});

Deno.test("gaugeText: one value, or one per label value", () => {
  const text = gaugeText({ name: "some", help: "Some.", value: 3 }) +
    gaugeText({
      name: "more",
      help: "More.",
      value: { label: "state", values: { on: 1, off: 0 } },
    });
  const { samples } = readExposition(text);
  assert.deepEqual(samples.map(({ labels, value }) => [labels, value]), [
    [{}, 3],
    [{ state: "on" }, 1],
    [{ state: "off" }, 0],
  ]);
});
