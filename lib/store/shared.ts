/** Whether a store is shared by several processes: behind a network, or the platform's own (null). */
export function isShared(kv_path: string | null): boolean {
  return kv_path === null || /^https?:/.test(kv_path);
}
