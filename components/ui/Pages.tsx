type Props = {
  /** What is listed, for the name of the links' group. */
  of: string;
  /** What the links keep of the address. */
  query: Record<string, string>;
  cursor: string;
  next_cursor: string | null;
  /** The cursor's name in the address. */
  name?: string;
};

/** Leads on through a long list, and back to its start. */
export function Pages(
  { of, query, cursor, next_cursor, name = "cursor" }: Props,
) {
  if (!cursor && !next_cursor) return null;
  const href = (more: Record<string, string> = {}) =>
    `?${new URLSearchParams({ ...query, ...more })}`;
  return (
    <nav aria-label={`More ${of}`} class="mt-4 flex gap-5 text-sm">
      {cursor && <a class="text-accent underline" href={href()}>Newest</a>}
      {next_cursor && (
        <a class="text-accent underline" href={href({ [name]: next_cursor })}>
          Older
        </a>
      )}
    </nav>
  );
}
