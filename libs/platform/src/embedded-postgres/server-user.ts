import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The user PostgreSQL runs as: it refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Linux; needs no account to be made. */
const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** The user to change to, or `undefined` when PostgreSQL can run as ourselves. */
export function serverUser(): ServerUser | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** Whether `user` may pass through every folder down to `path`. A checkout under root's home (mode 0700) fails this. */
export async function isReachable(path: string, user: ServerUser): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
