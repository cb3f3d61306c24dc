import { S3ServiceException } from '@aws-sdk/client-s3';

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
