export type Listener = (
  detail: Record<string, unknown> & { twin_id: string },
) => void;

const events = new EventTarget();

/** Calls a listener for an event of every widget on the page; an error in one does not affect the others. */
export function on(event: string, listener: Listener): void {
  events.addEventListener(
    event,
    (occurred) => listener((occurred as CustomEvent).detail),
  );
}

/** Dispatches an event of a twin's widget. */
export function dispatch(
  twin_id: string,
  event: string,
  detail?: object,
): void {
  events.dispatchEvent(
    new CustomEvent(event, { detail: { twin_id, ...detail } }),
  );
}
