import { DomainError, KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged } from '#platform';

/** The failures of opening a sealed object, in words; anything else stays what it is. */
export function unwrapFailure(error: unknown): unknown {
  if (error instanceof SealedObjectDamaged) return objectDamaged(error);
  if (error instanceof KeyDestroyed) return destroyed(error.certificate ?? null, error);
  if (error instanceof KeyDoubted) return doubtful(error);
  return error instanceof KeyMissing ? keyGone(error) : error;
}

export const noGrant = () =>
  new DomainError('no_grant', 'forbidden', {
    zh: '没有有效的授权允许您打开这份内容。请联系法务。',
    en: 'No grant that is in force lets you open this. Ask legal.',
  });

const objectDamaged = (cause: unknown) =>
  new DomainError(
    'object_damaged',
    'unavailable',
    {
      zh: '存储的内容与封存时不一致，不能打开。请告诉管理员。',
      en: 'What is stored is not what was sealed, so it is not opened. Tell an administrator.',
    },
    { fault: 'storage', cause },
  );

/** What is left is noise, on purpose: no fault, and nothing that trying again could change. */
export const destroyed = (certificate: string | null, cause?: KeyDestroyed) =>
  new DomainError(
    'key_destroyed',
    'gone',
    certificate === null
      ? {
          zh: '不可读取：密钥已销毁。这份录音已按规定销毁，任何副本都无法再打开。',
          en: 'Unreadable: key destroyed. This recording was destroyed as ordered; no copy of it opens any more.',
        }
      : {
          zh: `不可读取：密钥已销毁，证书 ${certificate}。任何副本都无法再打开。`,
          en: `Unreadable: key destroyed, certificate ${certificate}. No copy of it opens any more.`,
        },
    { cause },
  );

const keyGone = (cause: unknown) =>
  new DomainError(
    'key_missing',
    'unavailable',
    {
      zh: '这份录音的密钥已不存在，内容无法再打开。',
      en: 'The key of this recording is gone; its contents can no longer be opened.',
    },
    { fault: 'storage', cause },
  );

const doubtful = (cause: unknown) =>
  new DomainError(
    'key_doubtful',
    'unavailable',
    {
      zh: '这份录音的密钥有一个来历不明的销毁标记：没有人下令销毁它。管理员查清之前，既不打开，也不销毁。',
      en: 'The key of this recording bears a mark of destruction without an order. It is neither opened nor destroyed until an administrator has looked.',
    },
    { fault: 'storage', cause },
  );
