// Comforts of the dashboard; every page works without them.
const all = (selector) => document.querySelectorAll(selector);

// A dialog that the page opened stands in the middle rather than in the text.
for (const dialog of all("dialog.modal[open]")) {
  dialog.close();
  dialog.showModal();
  // What was refused is where one goes on.
  dialog.querySelector("[aria-invalid]")?.focus();
}

// Where a browser knows no invoker commands.
if (!("commandForElement" in HTMLButtonElement.prototype)) {
  addEventListener("click", (event) => {
    const button = event.target.closest?.("button[command=show-modal]");
    if (button) {
      document.getElementById(button.getAttribute("commandfor"))?.showModal();
    }
  });
}

// A region that is there from the start is not read out: the words arrive in one after it.
const said = document.getElementById("said");
const toasts = [...all("[data-toast] [data-said]")].map((t) => t.textContent);
if (said && toasts.length) {
  setTimeout(() => said.textContent = toasts.join(" "), 200);
}

// The button of a form that is on its way looks so, until the page is come back to.
const busy = new Set();
addEventListener("submit", ({ submitter, target, defaultPrevented }) => {
  if (defaultPrevented || !submitter) return;
  if (target.getAttribute("method") === "dialog") return;
  submitter.setAttribute("aria-busy", "true");
  busy.add(submitter);
});
addEventListener("pageshow", () => {
  for (const button of busy) button.removeAttribute("aria-busy");
});

// Esc and a click elsewhere close a menu.
const closeMenus = (keep) => {
  // Who leaves a dialog comes back to the menu that opened it.
  if (keep?.closest?.("dialog")) return;
  for (const menu of all("details[data-menu][open]")) {
    if (keep && menu.contains(keep)) continue;
    if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
    menu.open = false;
  }
};
addEventListener("keydown", ({ key }) => {
  // Esc leaves one thing at a time: the dialog first.
  if (key === "Escape" && !document.querySelector("dialog:modal")) closeMenus();
});
addEventListener("click", ({ target }) => closeMenus(target));

// Moments in the reader's own zone: the server knows UTC alone.
const EXACT = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});
const showTimes = () => {
  for (const time of all("time[datetime]")) {
    const exact = EXACT.format(new Date(time.dateTime));
    if (time.title) time.title = exact;
    else time.textContent = exact;
  }
};
showTimes();
// A part of the page was drawn anew.
addEventListener("drawn", showTimes);

// What was done leaves after six seconds, unless it is pointed at, holds the focus, or tells of a failure.
for (const toast of all("[data-toast]:not([data-stays])")) {
  let left;
  const stay = () => clearTimeout(left);
  const leave = () => {
    stay();
    left = setTimeout(() => {
      if (toast.matches(":hover, :focus-within")) return;
      toast.querySelector("[data-dismiss]").checked = true;
    }, 6000);
  };
  toast.addEventListener("pointerenter", stay);
  toast.addEventListener("focusin", stay);
  toast.addEventListener("pointerleave", leave);
  toast.addEventListener("focusout", leave);
  leave();
}

// A form whose changes are not saved says so, and is not left without a question.
const typed = (form) =>
  JSON.stringify(
    [...new FormData(form)].map(([name, value]) =>
      value instanceof File ? [name, value.name] : [name, value]
    ),
  );
const guarded = [...all("form[data-guarded]")].map((form) => {
  const bar = form.querySelector(".save-bar");
  // What was refused is not saved either.
  const before = bar?.hasAttribute("data-unsaved") ? null : typed(form);
  const look = () =>
    bar?.toggleAttribute("data-unsaved", typed(form) !== before);
  form.addEventListener("input", look);
  form.addEventListener("reset", () => setTimeout(look));
  return bar;
});
let isLeaving = false;
addEventListener("submit", () => isLeaving = true);
addEventListener("pageshow", () => isLeaving = false);
addEventListener("beforeunload", (event) => {
  const unsaved = guarded.some((bar) => bar?.hasAttribute("data-unsaved"));
  if (unsaved && !isLeaving) event.preventDefault();
});

// A page that is slow to come says that it is on its way; what is left of this one keeps its place.
const root = document.documentElement;
globalThis.navigation?.addEventListener("navigate", (event) => {
  const { destination, hashChange, downloadRequest } = event;
  if (hashChange || destination.sameDocument || downloadRequest !== null) {
    return;
  }
  root.dataset.loading = "";
  // What came as a file leaves no page.
  setTimeout(() => delete root.dataset.loading, 15_000);
});
addEventListener("pageshow", () => delete root.dataset.loading);

// A choice that filters a list applies at once.
addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-applies]");
  if (form && target.matches("select")) form.requestSubmit();
});

// Search by a key or a button, shortcuts by a question mark; what they need is fetched when they are asked for.
const palette = async (what) => (await import("/palette.js"))[what]();
for (const button of all("[data-palette]")) {
  button.addEventListener("click", () => palette("search"));
}
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey } = event;
  // An editor has keys of its own.
  if (event.defaultPrevented) return;
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key.toLowerCase() === "k") palette("search");
  else if (isCommand && key === "Enter") {
    const form = target.closest?.("main form[method=post]");
    const button = form?.querySelector(
      "button:not([type=button], [type=reset])",
    );
    if (!button) return;
    form.requestSubmit(button);
  } else if (
    key === "?" && !target.closest?.("input, textarea, select, dialog")
  ) palette("shortcuts");
  else return;
  event.preventDefault();
});
