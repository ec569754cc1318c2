import { button } from "../dom.ts";

/** Scrolled up by less, a reader still follows, in pixels. */
const NEAR = 60;

/**
 * Keeps the end of a conversation in sight as it grows. A reader who has scrolled up stays there, and a button says
 * that there is something new below.
 */
export function followEnd(
  log: HTMLElement,
  talk: HTMLElement,
  label: string,
  isGrowing: () => boolean,
): () => void {
  let isFollowing = true;
  let last_top = 0;
  const toEnd = () => {
    isFollowing = pill.hidden = true;
    log.scrollTop = log.scrollHeight;
  };
  const pill = button("newer", `↓ ${label}`, toEnd);
  pill.hidden = true;
  log.onscroll = () => {
    const top = log.scrollTop;
    // By the time this event arrives, more may have grown below: only a reader who scrolls up has left the end.
    if (log.scrollHeight - top - log.clientHeight < NEAR) {
      isFollowing = pill.hidden = true;
    } else if (top < last_top) isFollowing = false;
    last_top = top;
  };
  const observer = new ResizeObserver(() => {
    const grows = isGrowing();
    if (isFollowing) toEnd();
    else if (grows) pill.hidden = false;
  });
  observer.observe(talk);
  observer.observe(log);
  log.replaceChildren(talk, pill);
  return toEnd;
}
