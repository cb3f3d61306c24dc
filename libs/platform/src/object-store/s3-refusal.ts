import { S3ServiceException } from '@aws-sdk/client-s3';
import { type Bilingual } from '#contracts';

const status = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

/** There is no such object. A HEAD has no body, so only its status says so. */
export function isMissing(error: unknown): boolean {
  return status(error) === 404 && (error as S3ServiceException).name !== 'NoSuchBucket';
}

/** The key is taken (412), or another write to it is winning (409). */
export function isTaken(error: unknown): boolean {
  const conflict = status(error) === 409 && (error as S3ServiceException).name === 'ConditionalRequestConflict';
  return conflict || status(error) === 412;
}

/** The range begins behind the end of the object. */
export function isBeyondEnd(error: unknown): boolean {
  return status(error) === 416;
}

/** What is wrong with the bucket as a whole, in words for the operator. A HEAD has no body, so its status must do. */
export function wordsForS3(error: unknown, bucket: string): Bilingual {
  switch (status(error)) {
    case 404:
      return {
        zh: `没有名为 ${bucket} 的存储桶。请创建它，或检查 SHOUWEN_S3_BUCKET。`,
        en: `There is no bucket ${bucket}. Create it, or check SHOUWEN_S3_BUCKET.`,
      };
    case 403:
      return {
        zh: `服务器拒绝了访问密钥，或该密钥无权使用存储桶 ${bucket}。`,
        en: `The server refuses the access key, or the key may not use the bucket ${bucket}.`,
      };
    case 301:
    case 400:
      return {
        zh: '区域或寻址方式不对。请检查 SHOUWEN_S3_REGION 和 SHOUWEN_S3_PATH_STYLE。',
        en: 'The region or the form of address is wrong. Check SHOUWEN_S3_REGION and SHOUWEN_S3_PATH_STYLE.',
      };
    case undefined:
      break;
    default:
      return { zh: `服务器返回 ${status(error)}。`, en: `The server answers ${status(error)}.` };
  }
  if (error instanceof Error && error.name === 'CredentialsProviderError')
    return {
      zh: '找不到访问密钥。请设置 SHOUWEN_S3_ACCESS_KEY_ID_FILE 和 SHOUWEN_S3_SECRET_ACCESS_KEY_FILE。',
      en: 'No access key is found. Set SHOUWEN_S3_ACCESS_KEY_ID_FILE and SHOUWEN_S3_SECRET_ACCESS_KEY_FILE.',
    };
  return {
    zh: 'S3 服务器无法连接，或其证书不受信任。请检查 SHOUWEN_S3_ENDPOINT 和 NODE_EXTRA_CA_CERTS。',
    en: 'The S3 server cannot be reached, or its certificate is not trusted. Check SHOUWEN_S3_ENDPOINT and NODE_EXTRA_CA_CERTS.',
  };
}
