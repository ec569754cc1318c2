// Search over the dashboard: pages, what can be done here, items and conversations; and the list of shortcuts.
const el = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

/** A dialog that is gone when it is closed; the focus returns by itself. */
const dialogOf = (label, ...children) => {
  document.querySelector("dialog.palette")?.close();
  const dialog = el("dialog", { className: "modal palette" }, ...children);
  dialog.setAttribute("aria-label", label);
  dialog.setAttribute("closedby", "any");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

const twin = () => {
  const link = document.querySelector("a.rail-link[href*='twin=']");
  return link && new URL(link.href).searchParams.get("twin");
};

/** What is on the page already: the sidebar's pages and twins, and what the page offers to do. */
const here = () => {
  const pages = [...document.querySelectorAll("#sidebar a.rail-link[href]")]
    .map((link) => ({
      kind: "Page",
      label: link.textContent.trim(),
      run: () => link.click(),
    }));
  const actions = [...document.querySelectorAll(".hero a, .hero button")]
    .map((node) => ({
      kind: "Action",
      label: node.textContent.trim(),
      run: () => node.click(),
    }));
  const themes = [...document.querySelectorAll("#sidebar [name=theme]")]
    .map((node) => ({
      kind: "Theme",
      label: node.getAttribute("aria-label"),
      run: () => node.click(),
    }));
  const help = { kind: "Help", label: "Keyboard shortcuts", run: shortcuts };
  return [...actions, ...pages, ...themes, help];
};

const listed = async (path, query) => {
  const response = await fetch(`/twins/${twin()}/${path}?${query}`);
  return response.ok ? (await response.json()).items : [];
};

/** Items and conversations that the words are found in. */
const found = async (q) => {
  if (!twin() || q.length < 2) return [];
  const query = new URLSearchParams({ q, limit: "6" });
  const [items, talks] = await Promise.all([
    listed("content", query),
    listed("conversations", query),
  ]);
  const open = (path) => () => location.assign(`${path}?twin=${twin()}`);
  return [
    ...items.map(({ id, title }) => ({
      kind: "Content",
      label: title,
      run: open(`/dashboard/content/${id}`),
    })),
    // What many asked stands here once.
    ...new Map(
      talks.toReversed().map((talk) => [talk.title, talk]),
    ).values().toArray().reverse().map(({ id, title }) => ({
      kind: "Conversation",
      label: title,
      run: open(`/dashboard/conversations/${id}`),
    })),
  ];
};

const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function search() {
  const input = el("input", {
    type: "text",
    placeholder: "Search pages, content, conversations",
    autocomplete: "off",
    maxLength: 200,
    dir: "auto",
  });
  const list = el("ul", { id: "palette-list" });
  const status = el("p", { className: "sr-only" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Found");
  status.setAttribute("role", "status");
  for (
    const [name, value] of Object.entries({
      "role": "combobox",
      "aria-label": "Search",
      "aria-expanded": "true",
      "aria-controls": list.id,
      "aria-autocomplete": "list",
    })
  ) input.setAttribute(name, value);
  const known = here();
  const keys = el(
    "footer",
    {},
    ...[["↑", "↓"], "choose", ["↵"], "open", ["Esc"], "close"].flatMap((part) =>
      Array.isArray(part)
        ? part.map((key) => el("kbd", { textContent: key }))
        : el("span", { textContent: part })
    ),
  );
  keys.ariaHidden = "true";
  const dialog = dialogOf("Search", input, list, status, keys);
  let shown = [];
  let at = 0;

  const mark = () => {
    [...list.children].forEach((node, i) =>
      node.setAttribute("aria-selected", String(i === at))
    );
    const node = list.children[at];
    input.setAttribute("aria-activedescendant", node?.id ?? "");
    node?.scrollIntoView({ block: "nearest" });
  };
  const show = (entries) => {
    shown = entries;
    at = 0;
    list.replaceChildren(...entries.map(({ kind, label, run }, i) => {
      const option = el(
        "li",
        {
          id: `palette-${i}`,
          onclick: () => {
            dialog.close();
            run();
          },
        },
        el("span", { textContent: label, dir: "auto" }),
        el("small", { textContent: kind }),
      );
      option.setAttribute("role", "option");
      return option;
    }));
    if (entries.length === 0) status.textContent = "Nothing found.";
    else status.textContent = `${entries.length} found.`;
    list.dataset.empty = entries.length === 0 ? "Nothing found" : "";
    mark();
  };

  let waiting;
  const look = () => {
    const q = input.value.trim();
    const words = fold(q).split(/\s+/);
    const near = known.filter(({ label }) =>
      words.every((word) => fold(label).includes(word))
    );
    show(near);
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const more = await found(q).catch(() => []);
      if (input.value.trim() === q && more.length) show([...near, ...more]);
    }, 150);
  };
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown") at = (at + 1) % Math.max(shown.length, 1);
    else if (key === "ArrowUp") {
      at = (at - 1 + shown.length) % Math.max(shown.length, 1);
    } else if (key === "Enter" && !event.isComposing) {
      list.children[at]?.click();
    } else return;
    event.preventDefault();
    if (key !== "Enter") mark();
  });
  look();
  input.focus();
}

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
const COMMAND = isMac ? "⌘" : "Ctrl";
const KEYS = [
  [[COMMAND, "K"], "Search everything"],
  [["?"], "Show this list"],
  [["J"], "Next conversation"],
  [["K"], "Previous conversation"],
  [["E"], "Answer or correct"],
  [[COMMAND, "↵"], "Save the form you are in"],
  [["Esc"], "Close"],
];

export function shortcuts() {
  const rows = KEYS.flatMap(([keys, means]) => [
    el("dt", {}, ...keys.map((key) => el("kbd", { textContent: key }))),
    el("dd", { textContent: means }),
  ]);
  const close = el("button", {
    type: "button",
    textContent: "Close",
    className: "palette-close",
  });
  const dialog = dialogOf(
    "Keyboard shortcuts",
    el(
      "header",
      {},
      el("h2", { textContent: "Keyboard shortcuts" }),
      close,
    ),
    el("dl", {}, ...rows),
  );
  close.onclick = () => dialog.close();
}
