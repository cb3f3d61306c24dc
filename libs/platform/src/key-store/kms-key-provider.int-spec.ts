import { CreateKeyCommand, KMSClient, UpdateAliasCommand, CreateAliasCommand } from '@aws-sdk/client-kms';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverOf } from '../../../../test/support/servers/desk.js';
import { newKey, WrappedKeyDamaged } from '../encryption/index.js';
import { DomainError } from '../errors/domain-error.js';
import { FileKeyStore } from './file-key-store.js';
import { markKeyDirectories } from './key-marker.js';
import { KeyVersionUnknown } from './key-provider.js';
import { KmsKeyProvider } from './kms-key-provider.js';
import { LocalKeyring } from './local-keyring.js';

const CONTEXT = ['recording-key', '0198-key', '0198-recording'];
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

let endpoint: string;
let client: KMSClient;
let dir: string;
const providers: KmsKeyProvider[] = [];

beforeAll(async () => {
  ({ endpoint } = await serverOf('kms'));
  client = new KMSClient({ endpoint, region: 'eu-central-1', credentials });
  dir = await mkdtemp(join(tmpdir(), 'shouwen-kms-'));
});
afterAll(async () => {
  client.destroy();
  providers.forEach((provider) => provider.close());
  await rm(dir, { recursive: true });
});

async function createKey(change = {}): Promise<{ keyId: string; arn: string }> {
  const { KeyMetadata } = await client.send(new CreateKeyCommand(change));
  return { keyId: KeyMetadata!.KeyId!, arn: KeyMetadata!.Arn! };
}

function provider(keyId: string, change: { endpoint?: string; former?: LocalKeyring } = {}): KmsKeyProvider {
  const made = new KmsKeyProvider({ keyId, region: 'eu-central-1', endpoint, credentials, ...change });
  providers.push(made);
  return made;
}

describe('recording keys wrapped by KMS', () => {
  it('open again, and bear the ARN of the key that wrapped them', async () => {
    const { keyId, arn } = await createKey();
    const kms = provider(keyId);
    const key = newKey();
    const wrapped = await kms.wrap(key, CONTEXT);
    expect(wrapped.version).toBe(arn);
    expect(wrapped.bytes.includes(key)).toBe(false);
    expect(await kms.unwrap(wrapped, CONTEXT)).toEqual(key);
    expect(await kms.currentVersion()).toBe(arn);
  });

  it.each([
    ['of another recording', ['recording-key', '0198-key', '0198-other']],
    ['of another key', ['recording-key', '0198-other', '0198-recording']],
    ['of another purpose', ['probe', '0198-key', '0198-recording']],
    ['with less', ['recording-key', '0198-key']],
  ])('do not open in the context %s', async (_what, context) => {
    const kms = provider((await createKey()).keyId);
    const wrapped = await kms.wrap(newKey(), CONTEXT);
    await expect(kms.unwrap(wrapped, context)).rejects.toThrow(WrappedKeyDamaged);
  });

  it('that were changed, or are said to be of another key, do not open', async () => {
    const [one, other] = [await createKey(), await createKey()];
    const kms = provider(one.keyId);
    const wrapped = await kms.wrap(newKey(), CONTEXT);
    const bytes = Buffer.from(wrapped.bytes);
    bytes[bytes.length - 1]! ^= 1;
    await expect(kms.unwrap({ ...wrapped, bytes }, CONTEXT)).rejects.toThrow(WrappedKeyDamaged);
    await expect(kms.unwrap({ ...wrapped, version: other.arn }, CONTEXT)).rejects.toThrow(WrappedKeyDamaged);
  });

  it('follow an alias that is moved: new ones by the new key, old ones still by theirs', async () => {
    const [old, young] = [await createKey(), await createKey()];
    const AliasName = 'alias/shouwen';
    await client.send(new CreateAliasCommand({ AliasName, TargetKeyId: old.keyId }));
    const kms = provider(AliasName);
    const key = newKey();
    const before = await kms.wrap(key, CONTEXT);
    await client.send(new UpdateAliasCommand({ AliasName, TargetKeyId: young.keyId }));
    expect([before.version, await kms.currentVersion()]).toEqual([old.arn, young.arn]);
    expect(await kms.unwrap(before, CONTEXT)).toEqual(key);
  });
});

describe('the key store over KMS', () => {
  it('opens what a keyring wrapped, and moves it to KMS when it is re-wrapped', async () => {
    const keyring = await LocalKeyring.create(join(dir, 'keyring.json'));
    const places = { first: join(dir, 'first'), second: join(dir, 'second') };
    await markKeyDirectories(places, new Date());
    const { keyId, key } = await new FileKeyStore({ ...places, keyProvider: keyring }).create('recording');
    const { keyId: kmsKeyId, arn } = await createKey();
    const store = new FileKeyStore({ ...places, keyProvider: provider(kmsKeyId, { former: keyring }) });
    expect(await store.unwrap(keyId)).toEqual(key);
    expect(await store.rewrap(keyId)).toBe('rewrapped');
    expect(await store.find(keyId)).toMatchObject({ state: 'present', versions: [arn, arn] });
    const alone = new FileKeyStore({ ...places, keyProvider: provider(kmsKeyId) });
    expect(await alone.unwrap(keyId)).toEqual(key);
    expect(await alone.rewrap(keyId)).toBe('current');
  });

  it('without that keyring says what to put back', async () => {
    const keyring = await LocalKeyring.create(join(dir, 'keyring.json'));
    const wrapped = await keyring.wrap(newKey(), CONTEXT);
    const opening = provider((await createKey()).keyId).unwrap(wrapped, CONTEXT);
    await expect(opening).rejects.toThrow(/version 1: a keyring file wrapped it/);
  });
});

describe('KMS that cannot be used', () => {
  const failure = async (kms: KmsKeyProvider): Promise<Pick<DomainError, 'code' | 'fault' | 'kind'>> => {
    const error = await kms.wrap(newKey(), CONTEXT).then(
      () => undefined,
      (thrown: unknown) => thrown as DomainError,
    );
    expect(error).toBeInstanceOf(DomainError);
    return { code: error!.code, fault: error!.fault, kind: error!.kind };
  };

  it('because the key is not there: our own fault, and no use in trying again', async () => {
    const absent = provider('00000000-0000-4000-8000-000000000000');
    expect(await failure(absent)).toEqual({ code: 'key_service_refused', fault: 'ours', kind: 'internal' });
    expect(await absent.probe()).toMatchObject({ ok: false, detail: { en: expect.stringMatching(/no such KMS key/) } });
  });

  // What the stand-in never answers, in the words that AWS documents for its JSON protocol.
  it.each([
    ['DisabledException', 'key_service_refused', 'ours'],
    ['KMSInvalidStateException', 'key_service_refused', 'ours'],
    ['AccessDeniedException', 'key_service_refused', 'ours'],
    ['ExpiredTokenException', 'key_service_refused', 'ours'],
    ['KMSInternalException', 'key_service_away', 'vendor'],
    ['DependencyTimeoutException', 'key_service_away', 'vendor'],
    ['KeyUnavailableException', 'key_service_away', 'vendor'],
  ])('because it answers %s: %s, the fault is %s', async (type, code, fault) => {
    const { endpoint: answering, stop } = await answeringAlways(type);
    expect(await failure(provider('any', { endpoint: answering }))).toMatchObject({ code, fault });
    stop();
  });

  it('because it no longer has the key that wrapped: nothing is lost while a copy of that key exists', async () => {
    const { endpoint: answering, stop } = await answeringAlways('NotFoundException');
    const wrapped = { version: 'arn:aws:kms:eu-central-1:1:key/gone', bytes: Buffer.from('x') };
    await expect(provider('any', { endpoint: answering }).unwrap(wrapped, CONTEXT)).rejects.toThrow(KeyVersionUnknown);
    stop();
  });

  it('because it does not answer: its fault, and it passes', async () => {
    const kms = provider('any', { endpoint: 'http://127.0.0.1:9' });
    expect(await failure(kms)).toEqual({ code: 'key_service_away', fault: 'vendor', kind: 'unavailable' });
    expect(await kms.probe()).toMatchObject({ ok: false });
  });

  it('answers when it can be used', async () => {
    const { keyId, arn } = await createKey();
    expect(await provider(keyId).probe()).toMatchObject({ ok: true, facts: { kind: 'kms', version: arn } });
  });
});

async function answeringAlways(type: string): Promise<{ endpoint: string; stop(): void }> {
  const server = createServer((_, answer) => {
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    answer.end(JSON.stringify({ __type: type, message: 'arn:aws:kms:eu-central-1:1:key/x' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
