// What a hostile file leaves behind: no busy process, no memory.
import assert from "node:assert/strict";
import { delay } from "../lib/store/commit.ts";
import { startWorker } from "../lib/isolated/worker.ts";
import { heavyPdf, type HostileFile } from "./hostile_files.ts";
import { childrenOf, memoryOf, ticksOf } from "./process_load.ts";
import { signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { until } from "./until.ts";

const MEBIBYTE = 2 ** 20;

/** Resolves when a process and its children have been idle for half a second. */
async function untilQuiet(pid: number): Promise<void> {
  const ticks = async () => {
    const children = await childrenOf(pid);
    const all = await Promise.all([pid, ...children].map(ticksOf));
    return all.reduce((sum, one) => sum + one, 0);
  };
  await until(async () => {
    const before = await ticks();
    await delay(500);
    // A busy process uses fifty.
    return await ticks() - before < 10;
  }, "nothing is computed any more");
}

async function memoryWithChildren(pid: number): Promise<number> {
  const all = [pid, ...await childrenOf(pid)];
  const held = await Promise.all(all.map(memoryOf));
  return held.reduce((sum, one) => sum + one, 0);
}

/** A running app refuses each file, and its processor and memory are free again afterwards. */
export async function withstand(hostile: HostileFile[]): Promise<void> {
  await using process = await Process.start(":memory:");
  const { cookie, twin_id } = await signUp(process, "ada@example.com");
  const before = await memoryOf(process.pid);
  const form = new FormData();
  for (const { name, bytes } of hostile) {
    form.append("files", new File([bytes], name));
  }
  const response = await process.fetch(`/twins/${twin_id}/content/import`, {
    method: "POST",
    headers: { cookie },
    body: form,
  });
  const { files } = await response.json();
  for (const { name, problem } of files) {
    assert.match(problem?.code, /^(invalid|unsupported)_/, name);
  }
  await untilQuiet(process.pid);
  const more = await memoryWithChildren(process.pid) - before;
  assert.ok(more < 500 * MEBIBYTE, `${more / MEBIBYTE} MiB more`);
}

/** A running app reads or refuses each file, and its processor and memory are free again afterwards. */
export async function endure(hostile: HostileFile[]): Promise<void> {
  await using process = await Process.start(":memory:");
  const { cookie, twin_id } = await signUp(process, "ada@example.com");
  const before = await memoryOf(process.pid);
  for (const { name, bytes } of hostile) {
    const form = new FormData();
    form.append("files", new File([bytes], name));
    const response = await process.fetch(
      `/twins/${twin_id}/content/import?dry_run=true`,
      { method: "POST", headers: { cookie }, body: form },
    );
    const { sources: [read] } = await response.json();
    assert.equal(response.status, 200, name);
    const { problem, items } = read;
    if (problem) assert.match(problem.code, /^(invalid|unsupported)_/, name);
    else assert.ok(items.length > 0, name);
  }
  await untilQuiet(process.pid);
  const more = await memoryWithChildren(process.pid) - before;
  assert.ok(more < 500 * MEBIBYTE, `${more / MEBIBYTE} MiB more`);
}

/** Each file is refused unparsed where no process can be started. */
export async function refuseUnparsed(hostile: HostileFile[]): Promise<void> {
  const module = new URL("../lib/imports/reader.ts", import.meta.url);
  const worker = startWorker(module, { ms: 20_000, memory: 0, answer: 0 });
  for (const file of hostile) {
    const { name } = file;
    // In this process's own memory it may be smaller, and is refused all the same.
    const bytes = name === "heavy.pdf"
      ? await heavyPdf(80 * MEBIBYTE)
      : file.bytes;
    const kind = name.slice(name.lastIndexOf(".") + 1);
    const { data } = await worker.ask({ data: { kind }, bytes });
    assert.ok("refusal" in (data as object), name);
  }
  worker.end();
}
