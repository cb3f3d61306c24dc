/**
 * `npm run verify-certificate -- FILE --key PUB`: checks a certificate of destruction offline. It needs this file, Node and the public key,
 * which the checker got from the company before; nothing of the product, no network and no package.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Keys in order, no spaces: what the signature covers. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${entries.join(',')}}`;
}

/** @returns {{ok: boolean, lines: string[]}} what is to be told, in both languages */
export function check(text, key) {
  let signed;
  try {
    signed = JSON.parse(text);
  } catch {
    return { ok: false, lines: ['This is no certificate: it is not JSON. 这不是证书：不是 JSON。'] };
  }
  const { document, signature } = signed;
  if (!String(document?.format).startsWith('shouwen.destruction-certificate/') || typeof signature !== 'string')
    return { ok: false, lines: ['This is no certificate of destruction. 这不是销毁证书。'] };
  const message = canonical(document);
  if (!verify(null, Buffer.from(message), createPublicKey(key), Buffer.from(signature, 'base64')))
    return {
      ok: false,
      lines: ['NOT GENUINE: it was changed, or another key signed it. 不真实：内容有改动，或由其他密钥签名。'],
    };
  const outlives = document.ciphertextThatOutlivesItsKey ?? [];
  return {
    ok: true,
    lines: [
      `Genuine. 真实。 ${document.number ?? document.certificateId}`,
      `recording 录音: ${document.recordingId}`,
      `reason 原因: ${document.reason}`,
      `key destroyed 密钥销毁: ${document.destroyedKeyId}, ${document.keyDestroyedAt ?? document.destroyedAt}`,
      ...copiesOf(document),
      `objects 对象: ${document.objects.length}`,
      ...emptiedOf(document),
      ...outlives.map(
        ({ objectId, until }) => `ciphertext that outlives its key 密文仍在: ${objectId} → ${until ?? '?'}`,
      ),
      `sha256 ${createHash('sha256').update(message).digest('hex')}`,
    ],
  };
}

/** What was done to each copy of the key, and by what it was destroyed; certificates of earlier releases do not say. */
function copiesOf({ keyCopies, basis }) {
  const copies = keyCopies ? [`copies of the key 两份密钥: ${keyCopies.first}, ${keyCopies.second}`] : [];
  return basis && basis !== 'order'
    ? [...copies, `found destroyed after a restore 恢复后发现已销毁: ${basis}`]
    : copies;
}

/** What was emptied of the person on the call; certificates before format 4 do not say. */
function emptiedOf({ format, emptied }) {
  if (!(Number(/\/(\d+)$/.exec(format)?.[1]) >= 4)) return [];
  if (!emptied) return ['about the person on the call 通话上的个人信息: not emptied 未清空'];
  const counts = Object.entries(emptied).map(([place, count]) => `${place} ${count}`);
  return [`emptied about the person on the call 通话上的个人信息已清空: ${counts.sort().join(', ')}`];
}

function main([file, option, keyFile]) {
  if (!file || option !== '--key' || !keyFile) {
    process.stderr.write('npm run verify-certificate -- FILE --key PUBLIC-KEY.pem\n');
    return 2;
  }
  try {
    const { ok, lines } = check(readFileSync(file, 'utf8'), readFileSync(keyFile, 'utf8'));
    process.stdout.write(`${lines.join('\n')}\n`);
    return ok ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

if (process.argv[1]?.endsWith('verify-certificate.mjs')) process.exitCode = main(process.argv.slice(2));
