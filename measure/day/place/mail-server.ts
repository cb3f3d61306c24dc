import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything, as a company's own does from the machines in its house. */
export class MailServer {
  /** Mail that came, by the part of its message id that is the product's. */
  readonly taken: { id: string; to: string[] }[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
      stream.on('end', () => {
        const [, id = ''] = /^message-id:\s*<([^@>]*)/im.exec(text) ?? [];
        this.taken.push({ id, to: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });

  async open(): Promise<this> {
    this.server.on('error', () => undefined);
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', () => listening()));
    return this;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
