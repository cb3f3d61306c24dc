import { type DataSource } from 'typeorm';
import { type JournalService } from '#journal';
import { LocalKeyring, type KeyProvider } from '#platform';
import { type Wrapping } from './wrapping.js';

/** The words that a command ends with; `ok` is its exit code. */
export interface Told {
  ok: boolean;
  zh: string;
  en: string;
}

/** A refusal of a key command: what is wrong and what to do, in both languages. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

/**
 * The life of a key-encryption key: a new version, everything re-wrapped by it, the old one retired. Reading goes on all the while: the
 * keyring holds both versions until nothing names the old one.
 */
export class KeyCustody {
  constructor(
    private readonly source: DataSource,
    private readonly provider: KeyProvider,
    private readonly journal: JournalService,
    private readonly wrappings: readonly Wrapping[],
  ) {}

  async versions(): Promise<{ version: string; current: boolean; wraps: number }[]> {
    const current = await this.provider.currentVersion();
    const counts = new Map<string, number>();
    const held = this.provider instanceof LocalKeyring ? await this.provider.versions() : [];
    for (const version of [...held, current]) counts.set(version, 0);
    for (const wrapping of this.wrappings)
      for (const [version, n] of await wrapping.versions()) counts.set(version, (counts.get(version) ?? 0) + n);
    return [...counts].map(([version, wraps]) => ({ version, current: version === current, wraps }));
  }

  /** A new version; the keys that older ones wrapped stay readable, and are re-wrapped afterwards. @throws KeysRefused with KMS */
  async rotate(): Promise<string> {
    if (!(this.provider instanceof LocalKeyring))
      throw new KeysRefused(
        '密钥加密密钥在 KMS 中：在 KMS 轮换，或把 SHOUWEN_KMS_KEY_ID 指向新密钥，然后运行 rewrap。',
        'The key-encryption key is in KMS: rotate it there, or point SHOUWEN_KMS_KEY_ID at a new key; then run rewrap.',
      );
    const version = await this.provider.rotate();
    await this.source.transaction((tx) => this.journal.append(tx, 'keyring.rotated', { version }));
    return version;
  }

  /** Everything under the current version. Killed anywhere, it is simply run again. */
  async rewrap(): Promise<{ version: string; rewrapped: number; failed: number }> {
    const version = await this.provider.currentVersion();
    const done = { rewrapped: 0, failed: 0 };
    for (const wrapping of this.wrappings) {
      const { rewrapped, failed } = await wrapping.rewrap();
      done.rewrapped += rewrapped;
      done.failed += failed;
    }
    if (done.rewrapped + done.failed > 0)
      await this.source.transaction((tx) => this.journal.append(tx, 'keyring.rewrapped', { version, ...done }));
    return { version, ...done };
  }

  /** Takes an old version away for ever, once nothing names it. @throws KeysRefused | KeyringUnusable */
  async retire(version: string, now: Date): Promise<void> {
    const found = (await this.versions()).find((one) => one.version === version);
    if (found?.current) throw new KeysRefused(`版本 ${version} 正在使用。`, `Version ${version} is the current one.`);
    if (found && found.wraps > 0)
      throw new KeysRefused(
        `还有 ${found.wraps} 个密钥由版本 ${version} 加密。请先运行 rewrap；打不开的见 npm run keys -- check。`,
        `Version ${version} still wraps ${found.wraps} key(s). Run rewrap first; for those that do not open, see npm run keys -- check.`,
      );
    if (this.provider instanceof LocalKeyring) await this.provider.retire(version, now);
    await this.source.transaction((tx) => this.journal.append(tx, 'keyring.retired', { version }));
  }
}
