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
for (const row of rows) {
  const { talk, active } = row.dataset;
  const link = row.querySelector("a");
  const isOpen = link.hasAttribute("aria-current") && link.checkVisibility();
  if (isOpen || location.search.includes(talk)) seen.talks[talk] = active;
  if (active > (seen.talks[talk] ?? seen.since)) {
    row.dataset.unread = "";
    const said = document.createElement("span");
    said.className = "sr-only";
    said.textContent = "Unread: ";
    link.prepend(said);
  }
}
seen.talks = Object.fromEntries(Object.entries(seen.talks).slice(-MOST));
try {
  if (seen.since) localStorage.setItem(KEY, JSON.stringify(seen));
} catch {
  // Without a store everything is as if read now.
}

/** The links of the list that is shown, in order. */
const links = () =>
  [...document.querySelectorAll(".inbox-link, [data-row] [data-answers]")]
    .filter((link) => link.checkVisibility());
const go = (by) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const current = at >= 0
    ? at
    : all.findIndex((link) => link.hasAttribute("aria-current"));
  all[Math.min(Math.max(current + by, 0), all.length - 1)]?.focus();
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
    (near ?? document.querySelector("[data-answers]"))?.click();
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
