// Comforts of the inbox: what this browser has not seen yet, and keys to go through it.
const KEY = "twincast_seen";
const MOST = 500;

/** When each conversation was last read here; what was there before the first visit counts as read. */
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? null;
  } catch {
    return null;
  }
};
const since = document.querySelector("[data-now]")?.dataset.now ?? "";
const seen = read() ?? { since, talks: {} };
const rows = [...document.querySelectorAll("[data-talk]")];
const save = () => {
  seen.talks = Object.fromEntries(Object.entries(seen.talks).slice(-MOST));
  try {
    if (seen.since) localStorage.setItem(KEY, JSON.stringify(seen));
  } catch {
    // Without a store everything is as if read now.
  }
};
const markRead = (row) => {
  seen.talks[row.dataset.talk] = row.dataset.active;
  delete row.dataset.unread;
  row.querySelector("[data-said-unread]")?.remove();
  save();
};
for (const row of rows) {
  const { talk, active } = row.dataset;
  const link = row.querySelector("a");
  const isOpen = link.hasAttribute("aria-current") && link.checkVisibility();
  if (isOpen || location.search.includes(talk)) seen.talks[talk] = active;
  if (active > (seen.talks[talk] ?? seen.since)) {
    row.dataset.unread = "";
    const said = document.createElement("span");
    said.className = "sr-only";
    said.dataset.saidUnread = "";
    said.textContent = "Unread: ";
    link.prepend(said);
  }
}
save();

/** The links of the list that is shown, in order. */
const links = () =>
  [...document.querySelectorAll(".inbox-link, [data-row] [data-answers]")]
    .filter((link) => link.checkVisibility());

const columns = () => [
  ...document.querySelectorAll(".inbox-talk, .inbox-sources"),
];
let opened = Promise.resolve();
let wanted = null;

/** Reads a conversation beside the list, where it has room there. */
const open = async (link) => {
  wanted = link;
  const response = await fetch(link.href);
  // This page has the style already, and its policy refuses one with another nonce.
  const html = (await response.text()).replace(/<style[^]*?<\/style>/g, "");
  const page = new DOMParser().parseFromString(html, "text/html");
  const next = page.querySelectorAll(".inbox-talk, .inbox-sources");
  // Keys may have gone on meanwhile.
  if (wanted !== link) return;
  if (!response.ok || next.length === 0) return location.assign(link.href);
  const [first, ...rest] = columns();
  first.before(...next);
  for (const column of [first, ...rest]) column.remove();
  for (const other of links()) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  history.replaceState(null, "", link.href);
  markRead(link.closest("[data-talk]"));
  dispatchEvent(new Event("drawn"));
};
const go = (by) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const current = at >= 0
    ? at
    : all.findIndex((link) => link.hasAttribute("aria-current"));
  const link = all[Math.min(Math.max(current + by, 0), all.length - 1)];
  link?.focus();
  if (link?.matches(".inbox-link") && columns()[0]?.checkVisibility()) {
    opened = open(link).catch(() => location.assign(link.href));
  }
};
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return;
  if (target.closest("input, textarea, select, dialog, [contenteditable]")) {
    return;
  }
  if (key === "j") go(1);
  else if (key === "k") go(-1);
  else if (key === "e") {
    const near = target.closest("[data-row]")?.querySelector("[data-answers]");
    opened.then(() =>
      (near ?? document.querySelector("[data-answers]"))?.click()
    );
  } else return;
  event.preventDefault();
});

// An answer that is saved is written to who waits for it, too, by the reader's own mail.
addEventListener("submit", ({ target, submitter }) => {
  const to = submitter?.dataset.mailto;
  if (!to) return;
  const { question, answer } = target.elements;
  const all = to.split(",").map((address) =>
    address.split("@").map(encodeURIComponent).join("@")
  );
  const query = new URLSearchParams({
    // Of several, none is told of the others.
    ...all.length > 1 ? { bcc: to } : {},
    subject: "Your question",
    body: `You asked: “${question.value}”\r\n\r\n${answer.value}`,
  }).toString().replaceAll("+", "%20");
  const link = document.createElement("a");
  link.href = `mailto:${all.length > 1 ? "" : all[0]}?${query}`;
  link.click();
});
