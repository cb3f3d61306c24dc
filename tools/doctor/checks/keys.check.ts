import { randomUUID } from 'node:crypto';
import { readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileKeyStore, markerOf, openKeyProvider, probeKeyDirectories, type Env } from '#platform';
import { findingsOf, messageOf, words, type Check, type Finding } from '../finding.js';

/** Keys that are compared at most: a store of millions is compared by its reconciliation, not by a command that a person waits for. */
const COMPARED = 20_000;

/** The key-encryption key wraps and unwraps; both copies of the recording keys are there, writable, private and the same. */
export const keysCheck: Check = {
  name: 'keys',
  look: async (env) => {
    const [provider, directories] = await Promise.all([keyProvider(env), probeKeyDirectories(env)]);
    const unmarked = directories.facts['marks'] === 'key_directory_unmarked' && (await holdKeysWithoutMarks(env));
    const found = [...provider, ...(unmarked ? [NOT_YET_MARKED] : findingsOf('keys', directories))];
    if (!directories.ok && !unmarked) return found;
    const each = await Promise.all([env.keyDir, env.keyCopyDir].map(oneDirectory));
    const usable = provider.every(({ level }) => level !== 'fault');
    return [...found, ...each.flat(), ...(usable ? await sameKeys(env) : [])];
  },
};

async function keyProvider(env: Env): Promise<Finding[]> {
  try {
    return findingsOf('keys', await (await openKeyProvider(env)).probe());
  } catch (error) {
    const said = messageOf(error);
    return [
      {
        check: 'keys',
        level: 'fault',
        what: words(`密钥加密密钥不能使用：${said}`, said),
        why: words('没有它，录音既打不开，也存不下。', 'Without it no recording opens and none can be stored.'),
        todo: words('新装：npm run secrets。', 'New installation: npm run secrets.'),
      },
    ];
  }
}

async function oneDirectory(path: string): Promise<Finding[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  const findings: Finding[] = [];
  const mode = found.mode & 0o777;
  if (mode & 0o077) findings.push(tooOpen(path, mode));
  const probe = join(path, `.doctor-${randomUUID()}`);
  try {
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await unlink(probe);
  } catch (error) {
    findings.push(notWritable(path, messageOf(error)));
  }
  return findings;
}

/** As an earlier release left them: the first start of this one marks them. Two folders without keys are those of disks not mounted. */
async function holdKeysWithoutMarks({ keyDir, keyCopyDir }: Env): Promise<boolean> {
  const marks = await Promise.all([markerOf(keyDir), markerOf(keyCopyDir)]);
  return marks.every((mark) => mark === null) && (await holdsKeys(keyDir)) && (await holdsKeys(keyCopyDir));
}

const holdsKeys = async (path: string): Promise<boolean> =>
  (await readdir(path).catch(() => [])).some((name) => /^[0-9a-f]{2}$/.test(name));

const NOT_YET_MARKED: Finding = {
  check: 'keys',
  level: 'warning',
  what: words(
    '两份密钥目录还没有标记；新版本首次启动时会加上。',
    'The key directories bear no marks yet; the first start of this release makes them.',
  ),
};

async function sameKeys(env: Env): Promise<Finding[]> {
  if (!(await holdsKeys(env.keyDir))) return [];
  const store = new FileKeyStore({
    first: env.keyDir,
    second: env.keyCopyDir,
    keyProvider: await openKeyProvider(env),
  });
  let compared = 0;
  const differing: string[] = [];
  for await (const { keyId, first, second } of store.list()) {
    if (first !== second || first === 'damaged') differing.push(keyId);
    if (++compared === COMPARED) break;
  }
  if (differing.length === 0) return [{ check: 'keys', level: 'ok', what: same(compared) }];
  return [
    {
      check: 'keys',
      level: 'fault',
      what: words(
        `两份密钥不一致：${differing.length} 个，例如 ${differing[0]}。`,
        `The two copies differ in ${differing.length} key(s), such as ${differing[0]}.`,
      ),
      why: words(
        '只剩一份的密钥再丢失，录音就永远打不开。',
        'A key of which one copy is left is the recording’s last.',
      ),
      todo: words(
        '检查丢失一方的磁盘，再运行 npm run keys -- check：它从另一份修复，并完成中断的销毁。',
        'Look at the disk of the copy that lost it, then run npm run keys -- check: it repairs from the other copy, and completes a destruction that was cut short.',
      ),
    },
  ];
}

const same = (count: number) =>
  count === COMPARED
    ? words(`前 ${count} 个密钥的两份一致。`, `The two copies agree in the first ${count} keys.`)
    : words(`${count} 个密钥的两份一致。`, `The two copies agree in all ${count} keys.`);

const tooOpen = (path: string, mode: number): Finding => ({
  check: 'keys',
  level: 'fault',
  what: words(
    `其他用户可以进入 ${path}（权限 ${mode.toString(8)}）。`,
    `Other users can enter ${path} (mode ${mode.toString(8)}).`,
  ),
  why: words('密钥只应由产品的用户读取。', 'Keys are for the product’s own user alone.'),
  todo: words(`chmod 700 ${path}`, `chmod 700 ${path}`),
});

const notWritable = (path: string, said: string): Finding => ({
  check: 'keys',
  level: 'fault',
  what: words(`${path} 不能写入：${said}`, `${path} cannot be written: ${said}`),
  why: words('两份密钥都写好之前，不接收录音。', 'No recording is taken before both copies of its key are written.'),
  todo: words(
    '检查所有者、磁盘空间和挂载方式（只读？）。',
    'Check its owner, the free space, and whether it is mounted read-only.',
  ),
});
