const KIB = 1024;
/** The largest body of a call, in bytes. */
export const MAX_BODY = 256 * KIB;
/** Content may be longer: 512 KiB of text, as JSON. */
export const MAX_CONTENT_BODY = 512 * KIB;
/** Content from files: 10 MiB each, several at once. */
export const MAX_IMPORT_BODY = 64 * 1024 * KIB;
/** Content as lines of JSON, one item each. */
export const MAX_LINES_BODY = 10 * 1024 * KIB;
