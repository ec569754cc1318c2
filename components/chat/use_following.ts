import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { restingTop } from "../../lib/client/resting_top.ts";

/** This close to the end counts as being there, in pixels. */
const NEAR = 80;

type Box = { current: HTMLElement | null };

type Following = {
  /** There is more below the visible part. */
  isBehind: Signal<boolean>;
  /** Scrolls to the last question, and keeps its answer in view as it grows. */
  toLast(): void;
  /** Scrolls to the end, and stays there as the answer grows. */
  toEnd(): void;
};

type State = {
  isFollowing: boolean;
  /** To the very end, even if that hides the beginning of the last answer. */
  isAtEnd: boolean;
  /** The last position set here: if it differs, the reader has scrolled. */
  top: number;
};

/**
 * Keeps the last answer in view whenever the box or its first child changes size, unless the reader has scrolled away:
 * its end while it fits, otherwise its beginning. The last question has the id `end`, which works as a link without
 * scripts too.
 */
export function useFollowing(box: Box): Following {
  const isBehind = useSignal(false);
  const state = useRef<State>({ isFollowing: true, isAtEnd: false, top: 0 });
  const follow = (isAtEnd: boolean) => {
    const node = box.current;
    if (!node) return;
    node.scrollTop = isAtEnd
      ? node.scrollHeight
      : restingTop(node, node.querySelector<HTMLElement>("#end"));
    state.current = { isFollowing: true, isAtEnd, top: node.scrollTop };
    isBehind.value = below(node) >= NEAR;
  };
  useEffect(() => {
    const node = box.current;
    const inner = node?.firstElementChild;
    if (!node || !inner) return;
    let height = inner.clientHeight;
    let room = node.clientHeight;
    const scrolled = () => {
      // The box itself was resized, and its scroll event is still to come: the reader has not scrolled.
      if (node.clientHeight !== room) return;
      if (Math.abs(node.scrollTop - state.current.top) < 2) return;
      const isAtEnd = below(node) < NEAR;
      state.current = { isFollowing: isAtEnd, isAtEnd, top: node.scrollTop };
      if (isAtEnd) isBehind.value = false;
    };
    const resized = new ResizeObserver(() => {
      const has_grown = inner.clientHeight > height;
      height = inner.clientHeight;
      room = node.clientHeight;
      const { isFollowing, isAtEnd } = state.current;
      if (isFollowing) follow(isAtEnd);
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
  return { isBehind, toLast: () => follow(false), toEnd: () => follow(true) };
}

function below(node: HTMLElement): number {
  return node.scrollHeight - node.scrollTop - node.clientHeight;
}
