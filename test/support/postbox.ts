import { SMTPServer } from 'smtp-server';
import { RECEIVER_CERTIFICATE, RECEIVER_KEY } from '../fixtures/receiver-test-certificate.js';

/** A mail as the server took it. */
export interface Taken {
  from: string;
  to: string[];
  user: string | undefined;
  secure: boolean;
  raw: string;
}

/** A real SMTP server that takes mail over STARTTLS from signed-in senders, and refuses one recipient. */
export class Postbox {
  readonly taken: Taken[] = [];
  private server: SMTPServer | undefined;
  port = 0;

  async open(): Promise<void> {
    const { taken } = this;
    this.server = new SMTPServer({
      key: RECEIVER_KEY,
      cert: RECEIVER_CERTIFICATE,
      onAuth: ({ username, password }, _session, done) =>
        password === 'the right one' ? done(null, { user: username }) : done(new Error('no')),
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('gone') ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
      onData: (stream, { envelope, user, secure }, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          const to = envelope.rcptTo.map(({ address }) => address);
          taken.push({ from, to, user: user as string, secure, raw: Buffer.concat(pieces).toString('utf8') });
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
    const server = this.server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', () => resolve()));
    const address = server.server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** What a reader of mail shows: encoded words and quoted-printable undone. */
export function decodedMail(raw: string): string {
  const words = raw.replace(/\r\n[ \t]+/g, ' ').replace(/\?=\s+=\?/g, '?==?');
  const head = words.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replace(/_/g, ' ')),
  );
  const bodies = [...raw.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, body = '']) =>
    Buffer.from(body, 'base64').toString('utf8'),
  );
  return [head, quoted(raw.replace(/=\r\n/g, '')), ...bodies].join('\n');
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
