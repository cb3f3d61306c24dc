/**
 * Key-encryption keys in one JSON file that only its owner can read. It is part of what must be backed up: without it
 * no recording opens. Versions are only ever added, and the file is replaced in one step.
 */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newKey, unwrapKey, wrapKey } from '../encryption/index.js';
import { probing, type Probed } from '../probes/index.js';
import { failedWith, makeDirectory } from '../object-store/durable-directory.js';
import { nameBeside, nameInstead, nameOnce, removeIfThere, writeSynced } from './durable-file.js';
import { KeyVersionUnknown, tryKey, type KeyProvider, type WrappedKey } from './key-provider.js';
import { formatKeyring, parseKeyring, type Keyring } from './keyring-file.rules.js';

/** Longer than any process keeps a key that it has wrapped and not yet written down. */
export const RETIRE_AFTER_MS = 10 * 60 * 1000;

interface Edited<T> {
  keyring: Keyring;
  answer: T;
}

/** The keyring file cannot be used; the message says what to do. The operator has to fix it. */
export class KeyringUnusable extends Error {
  readonly code = 'keyring_unusable';
  override readonly name = 'KeyringUnusable';

  constructor(
    readonly path: string,
    problem: string,
    remedy: string,
  ) {
    super(`keyring ${path}: ${problem}. ${remedy}`);
  }
}

export class LocalKeyring implements KeyProvider {
  #keyring: Keyring;

  private constructor(
    private readonly path: string,
    keyring: Keyring,
  ) {
    this.#keyring = keyring;
  }

  /** Opens an existing keyring. Throws `KeyringUnusable` when it is absent, readable by others, or has weak keys. */
  static async open(path: string): Promise<LocalKeyring> {
    return new LocalKeyring(path, await readKeyring(path));
  }

  /** Makes a keyring with one fresh key; one that exists is opened and stays as it is. */
  static async create(path: string): Promise<LocalKeyring> {
    await makeDirectory(dirname(path));
    const unnamed = nameBeside(path, '.keyring', 'tmp');
    await writeSynced(unnamed, formatKeyring({ current: '1', keys: new Map([['1', newKey()]]) }));
    await nameOnce(unnamed, path);
    return LocalKeyring.open(path);
  }

  async currentVersion(): Promise<string> {
    return (await this.#reload()).current;
  }

  async wrap(plain: Buffer, context: readonly string[]): Promise<WrappedKey> {
    // Read again: after a rotation in another process nothing more may be wrapped by the old version.
    const { current, keys } = await this.#reload();
    return { version: current, bytes: wrapKey(plain, keys.get(current)!, bound(context, current)) };
  }

  async unwrap({ version, bytes }: WrappedKey, context: readonly string[]): Promise<Buffer> {
    const key = this.#keyring.keys.get(version) ?? (await this.#reload()).keys.get(version);
    if (key === undefined) throw new KeyVersionUnknown(version, `keyring ${this.path}`, RESTORE);
    return unwrapKey(bytes, key, bound(context, version));
  }

  /** Every version that the file holds, in order. */
  async versions(): Promise<string[]> {
    return [...(await this.#reload()).keys.keys()];
  }

  /** Adds a version, which wraps all new keys from now on; returns it. Back the file up, then re-wrap the old keys. */
  async rotate(): Promise<string> {
    return this.#change(({ keys }) => {
      const version = String(Math.max(...[...keys.keys()].map(Number)) + 1);
      return { keyring: { current: version, keys: new Map([...keys, [version, newKey()]]) }, answer: version };
    });
  }

  /**
   * Takes a version out of the file for ever. The caller has seen that nothing names it any more. What was wrapped by it just before it
   * ceased to be current must have reached its disk: so not within `RETIRE_AFTER_MS` of the file's last change.
   *
   * @throws KeyringUnusable when it is the current one, is not there, or the file changed too lately
   */
  async retire(version: string, now: Date): Promise<void> {
    const refuse = (problem: string, remedy: string) => new KeyringUnusable(this.path, problem, remedy);
    await this.#change(async ({ current, keys }) => {
      if (version === current) throw refuse(`version ${version} is the current one`, 'Rotate, and re-wrap, first.');
      if (!keys.has(version)) throw refuse(`it has no version ${version}`, 'See them with: npm run keys -- list.');
      const changedAt = (await stat(this.path)).mtime;
      if (now.getTime() - changedAt.getTime() < RETIRE_AFTER_MS)
        throw refuse(`it changed at ${changedAt.toISOString()}`, `Retire ${RETIRE_AFTER_MS / 60_000} minutes later.`);
      return { keyring: { current, keys: new Map([...keys].filter(([held]) => held !== version)) }, answer: undefined };
    });
  }

  /** Reads the file, has it changed by one process at a time, and puts the new one in its place. */
  async #change<T>(edit: (keyring: Keyring) => Edited<T> | Promise<Edited<T>>): Promise<T> {
    const lock = `${this.path}.rotating`;
    await writeSynced(lock, '').catch((error: unknown) => {
      if (!failedWith(error, 'EEXIST')) throw error;
      // Two rotations at once could each drop the version the other has begun to use.
      const remedy = `If none is running, it was interrupted: remove ${lock} and rotate again.`;
      throw new KeyringUnusable(this.path, 'another rotation is under way', remedy);
    });
    try {
      const { keyring, answer } = await edit(await this.#reload());
      const unnamed = nameBeside(this.path, '.keyring', 'tmp');
      await writeSynced(unnamed, formatKeyring(keyring));
      await nameInstead(unnamed, this.path);
      await this.#reload();
      return answer;
    } finally {
      await removeIfThere(lock);
    }
  }

  probe(): Promise<Probed> {
    const kind = 'keyring';
    const look = async (): Promise<Probed> => {
      const version = await tryKey(this);
      const detail = {
        zh: `密钥环可用，当前版本 ${version}。`,
        en: `The keyring can be used; its version is ${version}.`,
      };
      return { ok: true, detail, facts: { kind, version } };
    };
    return probing(kind, look, (error) => ({
      zh: `密钥环文件 ${this.path} 不能使用。请检查其权限（0600），或从备份恢复。`,
      en: error instanceof Error ? error.message : `The keyring ${this.path} cannot be used.`,
    }));
  }

  async #reload(): Promise<Keyring> {
    return (this.#keyring = await readKeyring(this.path));
  }
}

const RESTORE = 'restore the keyring from a backup made after that version was added';

const bound = (context: readonly string[], version: string) => [...context, 'key-encryption-key', version];

async function readKeyring(path: string): Promise<Keyring> {
  // A link could lead to a file that others may write.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: unknown) => {
    if (failedWith(error, 'ENOENT'))
      throw new KeyringUnusable(path, 'there is none', 'Restore its backup, or create one.');
    if (failedWith(error, 'ELOOP')) throw new KeyringUnusable(path, 'it is a link', 'Put the file itself there.');
    throw error;
  });
  try {
    const mode = (await file.stat()).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      const problem = `others may read or write it (mode ${mode.toString(8)})`;
      throw new KeyringUnusable(path, problem, `Run chmod 600 ${path}, and rotate if another person may have read it.`);
    }
    const keyring = parseKeyring(await file.readFile('utf8'));
    if ('problem' in keyring) throw new KeyringUnusable(path, keyring.problem, 'Restore it from its backup.');
    return keyring;
  } finally {
    await file.close();
  }
}
