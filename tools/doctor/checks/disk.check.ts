import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { words, type Check, type Finding } from '../finding.js';

const GB = 1e9;
const FULL = 1 * GB;
const SHORT = 10 * GB;

/** Room on the disks that are written to, against the largest recording that is let in. */
export const diskCheck: Check = {
  name: 'disk',
  look: async ({ dataDir, objectDir, keyDir, keyCopyDir, s3, maxUploadBytes }) => {
    const places = [...new Set([dataDir, keyDir, keyCopyDir, ...(s3 ? [] : [objectDir])])];
    const free = await Promise.all(places.map(async (place) => [place, await freeBytes(place)] as const));
    const worst = free.reduce((a, b) => (b[1] < a[1] ? b : a));
    return [diskFinding(...worst, s3 ? 0 : maxUploadBytes)];
  },
};

export function diskFinding(place: string, free: number, largestUpload: number): Finding {
  const gb = (free / GB).toFixed(1);
  const check = 'disk';
  const todo = words('清理、扩大磁盘，或移动该目录。', 'Make room, enlarge the disk, or move the directory.');
  const what = words(`${place} 剩余 ${gb} GB。`, `${gb} GB are free at ${place}.`);
  // A recording, its listening copy and what is being written stand beside each other for a while.
  if (free < FULL || free < largestUpload)
    return {
      check,
      level: 'fault',
      what,
      why: words('最大的录音放不下，接收会失败。', 'The largest recording does not fit; taking it fails.'),
      todo,
    };
  if (free < SHORT || free < 2 * largestUpload)
    return { check, level: 'warning', what, why: words('录音很快会放不下。', 'Recordings will soon not fit.'), todo };
  return { check, level: 'ok', what };
}

async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || path === dirname(path)) throw error;
    return freeBytes(dirname(path));
  }
}
