/*
 * RFC 3161 time stamps, as much of them as is needed to ask for one and to see that the answer is to the question. Whether the authority is
 * to be trusted is for the verifier to say: openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile …
 */

/** DER: AlgorithmIdentifier of SHA-256. */
const SHA256 = Buffer.from('300d06096086480165030402010500', 'hex');

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length > 127) throw new Error('longer than a question for a time stamp is');
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
};

/** A TimeStampReq for a SHA-256 hash. @param nonce 8 random bytes */
export function timeStampQuestion(sha256: Buffer, nonce: Buffer): Buffer {
  const version = der(0x02, Buffer.from([1]));
  const imprint = der(0x30, SHA256, der(0x04, sha256));
  // A leading zero keeps the number positive.
  const number = der(0x02, Buffer.concat([Buffer.from([0x00]), nonceAbove(nonce)]));
  const certificates = der(0x01, Buffer.from([0xff]));
  return der(0x30, version, imprint, number, certificates);
}

/** DER writes no zeros in front that are not needed: a first byte above 127 needs one always. */
export const nonceAbove = (nonce: Buffer): Buffer =>
  Buffer.concat([Buffer.from([(nonce[0] ?? 0) | 0x80]), nonce.subarray(1)]);

/** Is this a granted answer about these bytes? */
export function answersFor(answer: Buffer, sha256: Buffer, nonce?: Buffer): boolean {
  const status = statusOf(answer);
  if (status !== 0 && status !== 1) return false;
  return answer.includes(sha256) && (nonce === undefined || answer.includes(nonceAbove(nonce)));
}

/** PKIStatus of a TimeStampResp: 0 granted, 1 granted with changes; null when it is none. */
function statusOf(answer: Buffer): number | null {
  const outer = bodyAt(answer, 0);
  const info = outer === null ? null : bodyAt(answer, outer);
  if (info === null || answer[info] !== 0x02 || answer[info + 1] !== 1) return null;
  return answer[info + 2] ?? null;
}

/** Where the content of the sequence at `at` begins. */
function bodyAt(bytes: Buffer, at: number): number | null {
  const length = bytes[at + 1];
  if (bytes[at] !== 0x30 || length === undefined) return null;
  return length < 0x80 ? at + 2 : at + 2 + (length & 0x7f);
}
