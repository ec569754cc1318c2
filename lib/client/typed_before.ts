/**
 * The value of the field with this id: typed before the scripts ran, or rendered by the server; null on the server,
 * or without such a field.
 */
export function typedBefore(id: string): string | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  return field && "value" in field ? String(field.value) : null;
}
