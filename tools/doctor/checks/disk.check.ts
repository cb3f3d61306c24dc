import { DISK_WORDS } from '#notifications/rules';
import { lookAtDisks, type DiskLook } from '#platform';
import { words, type Check, type Finding } from '../finding.js';

const GB = 1e9;

/** Room on the disks that are written to, by the product's own thresholds and against the largest recording that is let in. */
export const diskCheck: Check = {
  name: 'disk',
  look: async (env) => (await lookAtDisks(env)).map((disk) => diskFinding(disk, disk.refuses ? env.maxUploadBytes : 0)),
};

export function diskFinding({ place, path, freeBytes, state, refuses }: DiskLook, largestUpload: number): Finding {
  const check = 'disk';
  const { zh, en } = DISK_WORDS[place];
  if (freeBytes === null)
    return {
      check,
      level: 'fault',
      what: words(`${zh}所在的磁盘 ${path} 无法查看。`, `The disk of ${en}, ${path}, cannot be looked at.`),
      todo: words('检查该目录和磁盘。', 'See that the directory is there and its disk is mounted.'),
    };
  const gb = (freeBytes / GB).toFixed(1);
  const what = words(`${zh}（${path}）剩余 ${gb} GB。`, `${gb} GB are free for ${en} (${path}).`);
  const todo = words(
    '清理、扩大磁盘，或移动该目录；阈值见 SHOUWEN_DISK_WARN_MEGABYTES 与 SHOUWEN_DISK_REFUSE_MEGABYTES。',
    'Make room, enlarge the disk, or move the directory; the thresholds are SHOUWEN_DISK_WARN_MEGABYTES and SHOUWEN_DISK_REFUSE_MEGABYTES.',
  );
  if (state === 'full' && refuses)
    return {
      check,
      level: 'fault',
      what,
      why: words('不再接收新的录音。', 'No new recordings are taken.'),
      todo,
    };
  // A recording, its listening copy and what is being written exist side by side for a while.
  if (state !== 'well' || freeBytes < 2 * largestUpload)
    return {
      check,
      level: 'warning',
      what,
      why: words('很快会没有空间存放录音。', 'Recordings will soon not fit.'),
      todo,
    };
  return { check, level: 'ok', what };
}
