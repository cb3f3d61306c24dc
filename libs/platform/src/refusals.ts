import { type Bilingual } from '#contracts';
import { defineRefusals, refusal } from './errors/refusals.js';

/** What senders are told to wait for before they try again. */
const DISK_AGAIN_SECONDS = 300;
/** What a restart of PostgreSQL takes, as a rule. */
const DATABASE_AGAIN_SECONDS = 5;

/** What the platform itself refuses. */
export const platformRefusals = defineRefusals({
  /** No room for what was sent; nothing of it stays. */
  disk_full: refusal(
    'no_room',
    {
      zh: '服务器磁盘空间不足，没有保存任何内容。请稍后重新上传同一文件；管理员请腾出空间，见“处理看板”页。',
      en: 'The server’s disk is full; nothing was stored. Send the same file again later. Administrators: make room, see the Processing screen.',
    },
    { details: (cause?: unknown) => ({ fault: 'storage', retryAfterSeconds: DISK_AGAIN_SECONDS, cause }) },
  ),
  database_away: refusal(
    'unavailable',
    {
      zh: '数据库暂时没有响应，可能正在重启；刚才的操作可能没有保存，请几秒后重试。管理员：如一直如此，请运行 npm run doctor。',
      en: 'The database does not answer; most likely it is starting again. What you just did may not have been saved: try again in a few seconds. Administrators: if it lasts, run npm run doctor.',
    },
    { details: (cause?: unknown) => ({ fault: 'ours', retryAfterSeconds: DATABASE_AGAIN_SECONDS, cause }) },
  ),
  /** The key is there but may not be used: it will not pass on its own. */
  key_service_refused: refusal('internal', (words: Bilingual, _cause: unknown) => words, {
    details: (_words, cause) => ({ fault: 'ours', cause }),
  }),
  key_service_away: refusal('unavailable', (words: Bilingual, _cause: unknown) => words, {
    details: (_words, cause) => ({ fault: 'vendor', cause }),
  }),
  key_directory_unmarked: refusal(
    'unavailable',
    (where: string) => ({
      zh: `密钥目录 ${where} 没有本系统的标记，多半是磁盘没有挂载。恢复之前不接收、也不销毁任何录音。请挂载磁盘；如更换了新磁盘，见 docs/operations/keys.zh.md。`,
      en: `The key directory ${where} does not have this installation's mark: most likely its disk is not mounted. Until it does, no recording is accepted and none is destroyed. Mount the disk; for a new one see docs/operations/keys.md.`,
    }),
    { details: { fault: 'storage' } },
  ),
  key_directory_same: refusal(
    'unavailable',
    {
      zh: 'SHOUWEN_KEY_DIR 和 SHOUWEN_KEY_COPY_DIR 是同一份密钥，不是两份。请检查挂载。',
      en: 'SHOUWEN_KEY_DIR and SHOUWEN_KEY_COPY_DIR are one and the same copy of the keys. Check what is mounted where.',
    },
    { details: { fault: 'storage' } },
  ),
  key_directory_foreign: refusal(
    'unavailable',
    {
      zh: 'SHOUWEN_KEY_DIR 和 SHOUWEN_KEY_COPY_DIR 属于两套不同的系统。请检查挂载。',
      en: 'SHOUWEN_KEY_DIR and SHOUWEN_KEY_COPY_DIR belong to two different installations. Check what is mounted where.',
    },
    { details: { fault: 'storage' } },
  ),
  ended_its_worker: refusal(
    'internal',
    { zh: '这项任务多次导致进程中止。', en: 'This job has ended its worker too often.' },
    { code: 'internal_error', details: { fault: 'ours' } },
  ),
});
