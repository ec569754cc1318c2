/**
 * Creates a store file and its folder if missing, and takes its lock, which is next to the file itself whatever links
 * lead to it. Null while another process holds it.
 */
export function lockStore(path: string): Deno.FsFile | null {
  makeFolder(path);
  Deno.openSync(path, { create: true, write: true, mode: 0o600 }).close();
  return lockFile(`${Deno.realPathSync(path)}.lock`);
}

/**
 * Takes an operating system lock on a file, which ends with the process however it ends; null while another process
 * holds it.
 */
export function lockFile(path: string): Deno.FsFile | null {
  makeFolder(path);
  const file = Deno.openSync(path, { create: true, write: true });
  if (file.tryLockSync(true)) return file;
  file.close();
  return null;
}

function makeFolder(path: string): void {
  const folder = path.replace(/[^/\\]*$/, "");
  if (folder) Deno.mkdirSync(folder, { recursive: true });
}
