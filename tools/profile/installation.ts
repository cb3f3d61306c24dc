import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '#platform';

const FILE = 'installation.json';

/** Says that a data folder is used for real from now on, also one that began as a demonstration. */
export async function markInstallation(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, FILE))) return;
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await writeFile(join(dataDir, FILE), `${JSON.stringify({ usedForReal: true })}\n`, { mode: 0o600 });
}

/** The demonstration gives accounts a new password at each start and brings invented people along. @throws CannotStart on a folder in real use */
export function assertNotInstallation(dataDir: string): void {
  if (existsSync(join(dataDir, FILE)))
    throw new CannotStart(
      `${dataDir} belongs to an installation, and the demonstration would change passwords in it: run npm start, or choose another folder with SHOUWEN_DATA_DIR.`,
    );
}
