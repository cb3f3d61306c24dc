import { type Bilingual } from '#contracts';
import { DomainError } from '../errors/domain-error.js';
import { platformRefusals } from '../refusals.js';

/** The key is there but may not be used: an administrator set it up so, and it will not pass on its own. */
const REFUSED = new Set([
  'AccessDeniedException',
  'DisabledException',
  'KMSInvalidStateException',
  'InvalidKeyUsageException',
  'NotFoundException',
  'InvalidArnException',
  'UnrecognizedClientException',
  'IncompleteSignature',
  'InvalidSignatureException',
  'CredentialsProviderError',
  'ExpiredTokenException',
]);

/** Whose fault a failed call is: ours when the key or our right to it is not as it should be; else the service is away, which passes. */
export function kmsFailure(error: unknown): DomainError {
  const name = error instanceof Error ? error.name : '';
  const words = wordsForKms(error);
  return REFUSED.has(name)
    ? platformRefusals.key_service_refused(words, error)
    : platformRefusals.key_service_away(words, error);
}

export function wordsForKms(error: unknown): Bilingual {
  if (error instanceof DomainError) return error.words;
  switch (error instanceof Error ? error.name : '') {
    case 'AccessDeniedException':
      return {
        zh: 'KMS 不允许使用该密钥。需要 kms:Encrypt、kms:Decrypt 和 kms:DescribeKey 权限。',
        en: 'KMS does not let us use the key. It takes kms:Encrypt, kms:Decrypt and kms:DescribeKey.',
      };
    case 'DisabledException':
    case 'KMSInvalidStateException':
      return {
        zh: '该 KMS 密钥已停用，或正等待删除。请立即恢复它，否则录音无法打开。',
        en: 'The KMS key is disabled, or waits for its deletion. Enable it again now: without it no recording opens.',
      };
    case 'InvalidKeyUsageException':
      return { zh: '该 KMS 密钥不是用于加密的对称密钥。', en: 'The KMS key is not a symmetric one for encryption.' };
    case 'NotFoundException':
    case 'InvalidArnException':
      return {
        zh: '该区域和 AWS 账号中没有这个 KMS 密钥。请检查 SHOUWEN_KMS_KEY_ID 和 SHOUWEN_KMS_REGION。',
        en: 'There is no such KMS key in this region and account. Check SHOUWEN_KMS_KEY_ID and SHOUWEN_KMS_REGION.',
      };
    case 'CredentialsProviderError':
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'IncompleteSignature':
    case 'ExpiredTokenException':
      return {
        zh: '没有访问 KMS 的密钥，或密钥被拒绝。请检查 SHOUWEN_KMS_ACCESS_KEY_ID_FILE 及其另一半。',
        en: 'There is no access key for KMS, or it is refused. Check SHOUWEN_KMS_ACCESS_KEY_ID_FILE and its other half.',
      };
    default:
      return { zh: 'KMS 没有响应。', en: 'KMS does not answer.' };
  }
}
