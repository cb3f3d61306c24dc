import { randomUUID } from 'node:crypto';
import { mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSigningKey } from '#journal';
import { messageOf, words, type Check, type Finding } from '../finding.js';

/** The key that signs the journal's heads, and the folder outside the database that they go to. The worker needs both. */
export const journalFilesCheck: Check = {
  name: 'journal',
  look: async ({ journalKeyFile, journalHeadsDir }) => [
    await signingKey(journalKeyFile),
    await headsDir(journalHeadsDir),
  ],
};

async function signingKey(path: string): Promise<Finding> {
  const check = 'journal';
  try {
    await loadSigningKey(path);
    return { check, level: 'ok', what: words('日志签名密钥可用。', 'The journal’s signing key can be used.') };
  } catch (error) {
    const said = messageOf(error);
    return {
      check,
      level: 'fault',
      what: words(`日志签名密钥不能使用：${said}`, said),
      why: words('worker 不启动，日志不封存。', 'The worker does not start, and the journal is not sealed.'),
      todo: words(
        '新装：npm run secrets。已有安装：从备份恢复，不要另做一把。',
        'New installation: npm run secrets. Otherwise restore it from its backup; do not make another.',
      ),
    };
  }
}

async function headsDir(path: string): Promise<Finding> {
  const check = 'journal';
  const probe = join(path, `.doctor-${randomUUID()}`);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await unlink(probe);
    return {
      check,
      level: 'ok',
      what: words('日志头目录可以写入。', 'The folder of the journal’s heads can be written.'),
    };
  } catch (error) {
    const said = messageOf(error);
    return {
      check,
      level: 'fault',
      what: words(
        `日志头目录 ${path} 不能写入：${said}`,
        `The folder of the journal’s heads, ${path}, cannot be written: ${said}`,
      ),
      why: words(
        '没有库外的日志头，截短的日志就查不出来。',
        'Without heads outside the database, a journal cut short cannot be told.',
      ),
      todo: words(
        '检查 SHOUWEN_JOURNAL_HEADS_DIR 的所有者和磁盘。',
        'Check the owner and the disk of SHOUWEN_JOURNAL_HEADS_DIR.',
      ),
    };
  }
}
