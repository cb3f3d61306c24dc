import { DomainError, KeyDestroyed, KeyMissing, SealedObjectDamaged } from '#platform';

/** The failures of opening a sealed object, in words; anything else stays what it is. */
export function unwrapFailure(error: unknown): unknown {
  if (error instanceof SealedObjectDamaged) return objectDamaged(error);
  return error instanceof KeyMissing || error instanceof KeyDestroyed ? keyGone(error) : error;
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
