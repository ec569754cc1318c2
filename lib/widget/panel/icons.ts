/** Outlines in a box of 24, drawn with a stroke. */
export const icons = {
  reset: "M4 4v5h5M4 9a8 8 0 1 1 0 6",
  send: "M12 19V5l-7 7m14 0-7-7",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  copied: "M5 12l5 5L20 7",
  thumb:
    "M7 11v9H4v-9zl4-8a2 2 0 0 1 2 2v4h6a2 2 0 0 1 2 2l-2 7a2 2 0 0 1-2 2H7",
  close: "M6 6l12 12M6 18 18 6",
};
