/** A sealed backup cannot be made or opened like this; the message says what to do, in both languages, and holds no secret. */
export class SealedBackupUnusable extends Error {
  readonly code = 'sealed_backup_unusable';
  override readonly name = 'SealedBackupUnusable';

  constructor(zh: string, en: string) {
    super(`${zh}。\n${en}.`);
  }
}
