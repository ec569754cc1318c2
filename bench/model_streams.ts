// 500 concurrent answers of a language model: all are open at once, and each completes.
import { askAtOnce } from "../tests/model_crowd.ts";
import { atMost, type Row } from "./report.ts";

const STREAMS = 500;

export async function benchModelStreams(): Promise<Row[]> {
  const begin = performance.now();
  await askAtOnce(STREAMS, { TWINCAST_LLM_DAILY_TOKENS: "100000000" });
  const seconds = (performance.now() - begin) / 1_000;
  return [
    atMost(`${STREAMS} model streams at once, all complete`, seconds, 15, "s"),
  ];
}
