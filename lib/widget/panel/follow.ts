import { restingTop } from "../../client/resting_top.ts";
import { button } from "../dom.ts";

/** A reader scrolled up by less than this still follows, in pixels. */
const NEAR = 60;

/**
 * Keeps the last answer of a conversation in view as it grows: its end while it fits, otherwise its beginning. A
 * reader who has scrolled away stays there. A button says that there is more below. Returns a function that scrolls
 * to the last answer.
 */
export function followLast(
  log: HTMLElement,
  talk: HTMLElement,
  label: string,
  isGrowing: () => boolean,
): () => void {
  let isFollowing = true;
  let isAtEnd = false;
  // The last programmatic scroll position: any other one was chosen by the reader.
  let put = 0;
  const isNear = () =>
    log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  const follow = (toEnd: boolean) => {
    isFollowing = pill.hidden = true;
    isAtEnd = toEnd;
    const asked = [...talk.querySelectorAll<HTMLElement>(".visitor")].at(-1);
    log.scrollTop = toEnd ? log.scrollHeight : restingTop(log, asked);
    put = log.scrollTop;
    pill.hidden = isNear();
  };
  const pill = button("newer", `↓ ${label}`, () => follow(true));
  log.onscroll = () => {
    const { scrollTop } = log;
    if (Math.abs(scrollTop - put) < 2) return;
    put = scrollTop;
    isFollowing = isAtEnd = isNear();
    if (isFollowing) pill.hidden = true;
  };
  const observer = new ResizeObserver(() => {
    const grows = isGrowing();
    if (isFollowing) follow(isAtEnd);
    else if (grows) pill.hidden = false;
  });
  observer.observe(talk);
  observer.observe(log);
  log.replaceChildren(talk, pill);
  return () => follow(false);
}
