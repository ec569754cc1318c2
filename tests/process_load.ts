// The resources of a process's children, on Linux.

const PAGE = 4_096;

/** The ids of a process's children. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = await statOf(Number(name));
    if (Number(fields?.[1]) === pid) children.push(Number(name));
  }
  return children;
}

/** Processor time of a process, in clock ticks of a hundredth of a second; 0 when it is gone. */
export async function ticksOf(pid: number): Promise<number> {
  const fields = await statOf(pid);
  return fields ? Number(fields[11]) + Number(fields[12]) : 0;
}

/** Memory of a process, in bytes; 0 when it is gone. */
export async function memoryOf(pid: number): Promise<number> {
  const statm = await Deno.readTextFile(`/proc/${pid}/statm`).catch(() => "");
  return Number(statm.split(" ")[1] ?? 0) * PAGE;
}

/** The fields of `/proc/PID/stat` after the program's name: its state, its parent, … */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => null);
  return stat === null
    ? null
    : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
