import { type Lexica, readLexica } from "./lexica.ts";
import { AskedReader } from "./paraphrases.ts";
import { PassageReader } from "./passage_reader.ts";
import { readWordVectors, type WordVectors } from "./word_vectors.ts";

/** The shared tables that indexes analyse texts and questions with. */
export type EngineTables = {
  lexica: Lexica;
  vectors: WordVectors | null;
  reader: PassageReader;
  /** For questions waiting for an answer. */
  asked: AskedReader;
};

let read: EngineTables | null = null;

/** The engine's language data, read once per process from the files beside this one: about 100 ms. */
export function engineTables(): EngineTables {
  return read ??= readTables();
}

function readTables(): EngineTables {
  const vectors = readWordVectors(new URL("./vectors/", import.meta.url));
  const lexica = readLexica(new URL("./", import.meta.url), vectors);
  const reader = new PassageReader(lexica, vectors);
  return { lexica, vectors, reader, asked: new AskedReader(lexica) };
}
