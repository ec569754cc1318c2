/** The longest text of an item, in UTF-16 units: it is sent, shown and saved in one call. */
export const MAX_TEXT = 512 * 1_024;
