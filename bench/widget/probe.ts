/** What the probe observed in a page. */
export type Seen = {
  /** From the start of the navigation until the frame with the launcher was painted; 0 until then. */
  shown_ms: number;
  layout_shift: number;
  long_tasks: number;
  /** The probe's own share of the script time. */
  probe_ms: number;
};

declare global {
  var seen: Seen;
  /** The channel from the browser to the bench. */
  var launcherShown: (payload: string) => void;
}

/**
 * Runs in the page as text before any other script: looks in each frame, shadow roots included, for the first visible
 * element that matches `launcher`, and reports when that frame has been painted.
 */
export function probe(launcher: string): void {
  const seen: Seen = {
    shown_ms: 0,
    layout_shift: 0,
    long_tasks: 0,
    probe_ms: 0,
  };
  globalThis.seen = seen;
  const observe = (type: string, add: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add))
      .observe({ type, buffered: true });
  observe("layout-shift", (entry) => {
    seen.layout_shift += (entry as PerformanceEntry & { value: number }).value;
  });
  observe("longtask", () => seen.long_tasks++);

  const find = (root: Document | ShadowRoot): Element | null => {
    const found = root.querySelector(launcher);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const inside = shadowRoot && find(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const isOnScreen = (element: Element) => {
    const { width, height, top, left } = element.getBoundingClientRect();
    return width > 0 && height > 0 && top < innerHeight && left < innerWidth &&
      element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
      });
  };
  const look = () => {
    const start_ms = performance.now();
    const element = find(document);
    // The next line is not part of it: Chromium leaves layout out of script time.
    seen.probe_ms += performance.now() - start_ms;
    if (!element || !isOnScreen(element)) return requestAnimationFrame(look);
    // A message arrives after this frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.shown_ms = performance.now();
      launcherShown("");
    };
    port2.postMessage("");
  };
  requestAnimationFrame(look);
}
