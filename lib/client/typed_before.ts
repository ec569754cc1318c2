/**
 * What was typed into the field of this id before the scripts ran, or what the server had put there; null on the
 * server, and where there is no such field.
 */
export function typedBefore(id: string): string | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  return field && "value" in field ? String(field.value) : null;
}
