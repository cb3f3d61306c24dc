import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { type Bilingual } from '#contracts';
import { probing, type Probed } from '../probes/index.js';
import { markerTrouble } from './key-marker.js';

interface Directory {
  usable: boolean;
  /** Which disk it is on. */
  device: number;
  mode: number;
}

/** How the two copies of the recording keys are: cheap, writes nothing. A directory that is not there is made with the first key. */
export function probeKeyDirectories({ keyDir, keyCopyDir }: { keyDir: string; keyCopyDir: string }): Promise<Probed> {
  const kind = 'files';
  const look = async (): Promise<Probed> => {
    const [first, second] = await Promise.all([look1(keyDir), look1(keyCopyDir)]);
    const facts = { kind, first: stateOf(first), second: stateOf(second), sameDisk: sameDisk(first, second) };
    const bad = [first && !first.usable && keyDir, second && !second.usable && keyCopyDir].filter((path) => path);
    if (bad.length > 0) return { ok: false, detail: cannotUse(bad.join(', ')), facts };
    // One that is there without the other has lost a disk; neither is a store that no recording has used yet.
    if ((first === null) !== (second === null))
      return { ok: false, detail: oneMissing(first === null ? keyDir : keyCopyDir), facts };
    const trouble = first === null ? null : await markerTrouble({ first: keyDir, second: keyCopyDir });
    if (trouble) return { ok: false, detail: trouble.words, facts: { ...facts, marks: trouble.code } };
    return { ok: true, detail: BOTH, facts, ...(facts.sameDisk && { warning: SAME_DISK }) };
  };
  return probing(kind, look, () => cannotUse(`${keyDir}, ${keyCopyDir}`));
}

async function look1(path: string): Promise<Directory | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!found) return null;
  const usable = await access(path, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => found.isDirectory(),
    () => false,
  );
  return { usable, device: found.dev, mode: found.mode & 0o777 };
}

const stateOf = (directory: Directory | null): string =>
  directory === null ? 'missing' : directory.usable ? 'usable' : 'unusable';

const sameDisk = (first: Directory | null, second: Directory | null): boolean =>
  first !== null && second !== null && first.device === second.device;

const BOTH: Bilingual = { zh: '两份密钥都可以读写。', en: 'Both copies of the keys can be read and written.' };
const SAME_DISK: Bilingual = {
  zh: '两份密钥在同一块磁盘上：这块磁盘一旦损坏，录音就打不开。请把 SHOUWEN_KEY_COPY_DIR 指向另一块磁盘。',
  en: 'Both copies of the keys are on one disk: if it fails, no recording opens. Point SHOUWEN_KEY_COPY_DIR at another disk.',
};
const cannotUse = (paths: string): Bilingual => ({
  zh: `密钥目录 ${paths} 不能读写。请检查所有者、权限（0700）和磁盘。`,
  en: `The key directory ${paths} cannot be read and written. Check its owner, its mode (0700) and its disk.`,
});
const oneMissing = (path: string): Bilingual => ({
  zh: `密钥目录 ${path} 不存在，另一份还在。请检查这块磁盘是否已挂载；如已丢失，请把另一份复制过去。`,
  en: `The key directory ${path} is not there, while its other copy is. See that its disk is mounted; if it is lost, copy the other one there.`,
});
