import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that did not exist, for its owner alone, durably. */
export async function putFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
