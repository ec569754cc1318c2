/** Runs `call` with a number of calls in flight for some time; returns calls a second and the time of each in ms. */
export async function load(
  in_flight: number,
  duration_ms: number,
  call: (i: number) => Promise<unknown>,
): Promise<{ rate: number; times: number[] }> {
  const times: number[] = [];
  const begin = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: in_flight }, async () => {
    while (performance.now() - begin < duration_ms) {
      const at = performance.now();
      await call(next++);
      times.push(performance.now() - at);
    }
  }));
  return { rate: times.length / (performance.now() - begin) * 1000, times };
}
