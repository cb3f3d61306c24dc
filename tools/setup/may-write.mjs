import { accessSync, constants, existsSync } from 'node:fs';

/** Whether this user may change these folders; one that is not there yet is the business of the folder above. */
export function mayWrite(...folders) {
  try {
    for (const folder of folders) if (existsSync(folder)) accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
