import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { newId, openObjectStore, storageKeyFor } from '#platform';
import { findingsOf, messageOf, words, type Check, type Finding } from '../finding.js';

const PROBE = Buffer.from('shouwen doctor: put, read a part, delete');

/** Writes an object, reads a part of it back, and deletes it: the rights of a bucket are seen in no other way. */
export const objectStoreCheck: Check = {
  name: 'storage',
  look: async (env) => {
    const store = openObjectStore(env);
    const probed = await store.probe();
    const found = findingsOf('storage', probed);
    if (!probed.ok) return found;
    const versioning = probed.facts['versioning'];
    if (versioning === 'Enabled') found.push(VERSIONED);
    return [...found, await lockFinding(store), ...(await tryOut(store))];
  },
};

/** Whether the storage itself keeps what is under a legal hold. */
async function lockFinding(store: ReturnType<typeof openObjectStore>): Promise<Finding> {
  if (store.locks === undefined) return FOLDER;
  return (await store.locks().catch(() => null)) ? LOCKED : UNLOCKED;
}

const FOLDER: Finding = {
  check: 'storage',
  level: 'ok',
  what: words(
    '目录不能锁定对象：保全由本产品保证，有权写这个目录的人仍能删除文件。',
    'A directory cannot lock objects: holds are kept by the product; who may write the directory can still delete files.',
  ),
};
const LOCKED: Finding = {
  check: 'storage',
  level: 'ok',
  what: words(
    '存储桶支持对象锁定，受保全的录音在存储中也会锁定。',
    'The bucket has Object Lock: what is held is locked there too.',
  ),
};
const UNLOCKED: Finding = {
  check: 'storage',
  level: 'warning',
  what: words('存储桶没有开启对象锁定（Object Lock）。', 'The bucket has no Object Lock.'),
  why: words('持有存储桶密钥的人能删除受保全的录音。', 'Who has the bucket’s keys can delete what is held.'),
  todo: words('对象锁定须在建桶时开启。', 'Object Lock is turned on when a bucket is made.'),
};

async function tryOut(store: ReturnType<typeof openObjectStore>): Promise<Finding[]> {
  const key = storageKeyFor(`doctor-${newId()}`);
  const at = (step: string) => (error: unknown) => {
    throw new Error(`${step}: ${messageOf(error)}`);
  };
  try {
    await store.put(key, Readable.from([PROBE])).catch(at('put'));
    const part = await buffer(store.getRange(key, 8, 14)).catch(at('get'));
    await store.delete(key).catch(at('delete'));
    if (!part?.equals(PROBE.subarray(8, 14))) throw new Error('get: a range came back with other bytes');
    if ((await store.head(key).catch(at('head'))) !== null) throw new Error('delete: the object is still there');
    return [
      {
        check: 'storage',
        level: 'ok',
        what: words('写入、读取一段、删除都成功。', 'An object was written, read in part, and deleted.'),
      },
    ];
  } catch (error) {
    await store.delete(key).catch(() => undefined);
    const said = messageOf(error);
    return [
      {
        check: 'storage',
        level: 'fault',
        what: words(`试写录音存储失败：${said}`, `Trying the recording storage failed: ${said}`),
        why: words('录音无法保存，或无法销毁。', 'Recordings cannot be stored, or cannot be destroyed.'),
        todo: words(
          '目录：检查所有者和权限。存储桶：策略须许可 install.md 列出的操作。',
          'A directory: check owner and mode. A bucket: its policy must allow the actions that install.md lists.',
        ),
      },
    ];
  }
}

const VERSIONED: Finding = {
  check: 'storage',
  level: 'ok',
  what: words(
    '存储桶开启了版本控制；删除时各版本都会删除。',
    'The bucket keeps versions; deleting removes each of them.',
  ),
};
