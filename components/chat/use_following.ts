import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** So near to the end counts as being there, in pixels. */
const NEAR = 80;

type Box = { current: HTMLElement | null };

export type Following = {
  /** Something new is below what is in sight. */
  isBehind: Signal<boolean>;
  /** Goes to the end and stays there as it grows. */
  toEnd(): void;
};

/** Keeps the end of a box in sight whenever its first child or itself changes size, unless the reader has scrolled up. */
export function useFollowing(box: Box): Following {
  const isBehind = useSignal(false);
  const isAtEnd = useSignal(true);
  const toEnd = () => {
    isAtEnd.value = true;
    isBehind.value = false;
    const node = box.current;
    if (node) node.scrollTop = node.scrollHeight;
  };
  useEffect(() => {
    const node = box.current;
    const inner = node?.firstElementChild;
    if (!node || !inner) return;
    let height = inner.clientHeight;
    let room = node.clientHeight;
    let top = node.scrollTop;
    const scrolled = () => {
      // The box itself was resized, and its scroll event is still to come: the reader has not scrolled.
      if (node.clientHeight !== room) return;
      const has_gone_up = node.scrollTop < top;
      top = node.scrollTop;
      const below = node.scrollHeight - top - node.clientHeight;
      // A reader at the end leaves it only by scrolling up: content below may have grown before this event arrives.
      if (below < NEAR) isAtEnd.value = true;
      else if (has_gone_up) isAtEnd.value = false;
      if (isAtEnd.value) isBehind.value = false;
    };
    const resized = new ResizeObserver(() => {
      const has_grown = inner.clientHeight > height;
      height = inner.clientHeight;
      room = node.clientHeight;
      if (isAtEnd.value) toEnd();
      else if (has_grown) isBehind.value = true;
    });
    node.addEventListener("scroll", scrolled, { passive: true });
    resized.observe(node);
    resized.observe(inner);
    return () => {
      node.removeEventListener("scroll", scrolled);
      resized.disconnect();
    };
  }, []);
  return { isBehind, toEnd };
}
