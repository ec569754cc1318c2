/** A computation goes on for so long before others are served, in milliseconds. */
const AT_A_STRETCH_MS = 5;

/**
 * For work that grows with what people have stored: called after each small step of it, answers at once as long as the
 * step belongs to the same 5 ms, and otherwise when everybody who waited has been served.
 */
export function breather(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < AT_A_STRETCH_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
