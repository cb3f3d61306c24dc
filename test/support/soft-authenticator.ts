import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: Buffer | Uint8Array) => Buffer.from(data).toString('base64url');

/** An authenticator in software, as far as the tests need one: one ES256 key, no attestation. */
export class SoftAuthenticator {
  readonly id = randomBytes(16);
  /** How often it says that it was used. */
  counter = 0;
  /** Does it check its user? */
  verifies = true;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });

  constructor(private readonly origin: string) {}

  /** What `navigator.credentials.create` answers. */
  make({ challenge }: { challenge: string }): Record<string, unknown> {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    // COSE_Key of ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x ?? '', 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y ?? '', 'base64url'),
    ]);
    const length = Buffer.from([0, this.id.length]);
    const authData = Buffer.concat([this.authData(0x40), Buffer.alloc(16), length, this.id, cose]);
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]),
      authData,
    ]);
    return this.answer({
      clientDataJSON: base64url(this.clientData('webauthn.create', challenge)),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** What `navigator.credentials.get` answers. */
  use({ challenge }: { challenge: string }): Record<string, unknown> {
    this.counter += 1;
    const [authData, clientData] = [this.authData(0), this.clientData('webauthn.get', challenge)];
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return this.answer({
      ...{ authenticatorData: base64url(authData), clientDataJSON: base64url(clientData) },
      signature: base64url(signature),
    });
  }

  private answer(response: object): Record<string, unknown> {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private authData(flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const user = this.verifies ? 0x05 : 0x01;
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags | user]), count]);
  }
}
