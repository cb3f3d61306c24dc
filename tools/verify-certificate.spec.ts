import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '#journal';

describe('npm run verify-certificate', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-certificate-'));
  const ours = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const [file, key, otherKey] = ['certificate.json', 'ours.pem', 'other.pem'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const document = {
    ...{ format: 'shouwen.destruction-certificate/3', number: 'DC-000007', recordingId: 'r', reason: 'erasure' },
    ...{ destroyedKeyId: 'k', keyDestroyedAt: '2026-03-12T00:00:00.000Z', erased: { b: 2, a: 1 } },
    ...{ keyCopies: { first: 'removed', second: 'absent' }, basis: 'both_copies' },
    objects: [{ objectId: 'o', kind: 'original', sealedSha256: null, deleted: false }],
    ciphertextThatOutlivesItsKey: [{ objectId: 'o', until: '2033-01-01T00:00:00.000Z' }],
  };
  const write = (what: object) => {
    const signature = sign(null, Buffer.from(canonicalJson(document)), ours.privateKey).toString('base64');
    writeFileSync(file, JSON.stringify({ document: what, signature }, null, 2));
  };
  const writeSigned = (what: object) => {
    const signature = sign(null, Buffer.from(canonicalJson(what)), ours.privateKey).toString('base64');
    writeFileSync(file, JSON.stringify({ document: what, signature }));
  };
  const run = (with_: string) =>
    spawnSync(process.execPath, ['tools/verify-certificate.mjs', file, '--key', with_], { encoding: 'utf8' });

  beforeAll(() => {
    for (const [path, { publicKey }] of [
      [key, ours],
      [otherKey, other],
    ] as const)
      writeFileSync(path, publicKey.export({ type: 'spki', format: 'pem' }));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('finds a genuine one genuine, and says what outlives its key', () => {
    write(document);
    const said = execFileSync(process.execPath, ['tools/verify-certificate.mjs', file, '--key', key], {
      encoding: 'utf8',
    });
    expect(said).toMatch(/Genuine\. 真实。 DC-000007/);
    expect(said).toContain('2033-01-01');
    expect(said).toMatch(/copies of the key 两份密钥: removed, absent\n.*both_copies/);
  });

  it('says what was emptied of the person, and of certificates before that nothing', () => {
    const emptied = { 'call.customer': 1, 'correction.reason': 2 };
    const newer = { ...document, format: 'shouwen.destruction-certificate/4' };
    const said = (what: object) => {
      writeSigned(what);
      return run(key).stdout;
    };
    expect(said({ ...newer, emptied })).toMatch(/Genuine.*\n[^]*已清空: call\.customer 1, correction\.reason 2\n/);
    expect(said({ ...newer, emptied: null })).toMatch(/Genuine.*\n[^]*not emptied 未清空\n/);
    expect(said(document)).toMatch(/Genuine/);
    expect(said(document)).not.toContain('个人信息');
  });

  it('finds one that was changed in a single character, and one of another key', () => {
    write({ ...document, keyDestroyedAt: '2026-03-13T00:00:00.000Z' });
    expect(run(key)).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT GENUINE') });
    write(document);
    expect(run(otherKey)).toMatchObject({ status: 1, stdout: expect.stringContaining('不真实') });
    writeFileSync(file, '{"a": 1}');
    expect(run(key)).toMatchObject({ status: 1, stdout: expect.stringContaining('no certificate') });
  });
});
