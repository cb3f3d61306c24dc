import { fork, type ChildProcess } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './checkout.js';
import { FRAME, FRAME_MS, frameOf } from './telephone-frames.mjs';

const WIRE = join(CHECKOUT, 'test/fixtures/siprec/rtpengine');

/** Who is on the call that the client offers: the users of their addresses. */
export interface Speakers {
  customer: string;
  agent: string;
}

/** A SIPREC client over UDP that offers one call with the stored requests of a real one, addressed to here, and sends its sound as a telephone does. */
export class RecordingClient {
  /** Each frame that was sent, in a-law, of the customer and of the agent. */
  readonly sent: Buffer[][] = [[], []];
  private to = '';
  private sound: { from: number; sides: readonly Buffer[] } | null = null;
  private readonly answers: string[] = [];

  private constructor(
    private readonly sip: Socket,
    private readonly telephones: ChildProcess,
    private readonly media: readonly number[],
    private readonly server: number,
    private readonly speakers: Speakers,
    private readonly callId: string,
  ) {
    sip.on('message', (bytes) => this.answers.push(String(bytes)));
    telephones.on('message', ({ sent = 0 }: { sent?: number }) => this.note(sent));
  }

  static async open(server: number, speakers: Speakers, callId: string): Promise<RecordingClient> {
    const telephones = fork(join(CHECKOUT, 'test/support/telephones.mjs'), { execArgv: [] });
    const ports = await told<number[]>(telephones, 'ports');
    return new RecordingClient(await bound(), telephones, ports, server, speakers, callId);
  }

  /** Offers the call. @throws with the answer, when it is refused */
  async invite(): Promise<void> {
    const answer = await this.ask('1-invite.sip');
    if (!answer.startsWith('SIP/2.0 200')) throw new Error(`the call was refused: ${answer}`);
    this.telephones.send({ to: [...answer.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => Number(port)) });
    this.to = /^To: .*?;tag=(\S+)/m.exec(answer)?.[1] ?? '';
    const ack = this.request('4-bye.sip').replace(/^BYE /, 'ACK ').replace('4 BYE', '1 ACK');
    this.sip.send(ack, this.server, '127.0.0.1');
  }

  /** Both speak, frame by frame at the pace of a telephone. */
  async speak(seconds: number): Promise<void> {
    await this.speakUntil(this.sent[0]!.length + (seconds * 1000) / FRAME_MS);
  }

  /** Both say what was recorded of them, in a-law, and then are silent until something has happened. */
  async say<T>(sounds: readonly [customer: Buffer, agent: Buffer], meanwhile: Promise<T>): Promise<T> {
    this.sound = { from: this.sent[0]!.length, sides: sounds };
    this.telephones.send({ sound: { ...this.sound, sides: sounds.map((one) => one.toString('base64')) } });
    return this.speakThrough(meanwhile);
  }

  /** Both speak until something has happened: what is sent meanwhile may reach no process. */
  async speakThrough<T>(meanwhile: Promise<T>): Promise<T> {
    const hush = () => this.telephones.send({ hush: true });
    void meanwhile.finally(hush).catch(() => undefined);
    await this.speakUntil(null);
    return meanwhile;
  }

  /** @param frames null: until they are told to be silent */
  private async speakUntil(frames: number | null): Promise<void> {
    this.telephones.send({ speak: frames });
    this.note(await told<number>(this.telephones, 'spoken'));
  }

  private note(frames: number): void {
    for (const [stream, sent] of this.sent.entries())
      while (sent.length < frames) sent.push(frameOf(this.sound, stream, sent.length));
  }

  /** The customer presses a key for a tenth of a second (RFC 4733). Its packets bear a mark by which they can be found again. */
  pressKey(key: number, mark: string): void {
    const extension = Buffer.alloc(4 * Math.ceil(mark.length / 4));
    extension.write(mark);
    const since = 1000 + this.sent[0]!.length * FRAME;
    for (const [number, end] of [0, 0, 0, 0, 0x80, 0x80, 0x80].entries()) {
      const packet = Buffer.alloc(12 + 4);
      packet.writeUInt16BE(0x90_65, 0);
      packet.writeUInt16BE(60_000 + number, 2);
      packet.writeUInt32BE(since, 4);
      packet.writeUInt32BE(0x5150, 8);
      packet.writeUInt16BE(extension.length / 4, 14);
      const event = Buffer.from([key, end | 10, 0, 0]);
      event.writeUInt16BE(Math.min(number + 1, 5) * FRAME, 2);
      this.telephones.send({ packet: Buffer.concat([packet, extension, event]).toString('base64') });
    }
  }

  /** @returns the status that the end of the call was answered with */
  async bye(): Promise<number> {
    return Number((await this.ask('4-bye.sip')).split(' ')[1]);
  }

  close(): void {
    this.sip.close();
    this.telephones.kill();
  }

  /** The final answer. As over any lossy way, the request is sent until there is one. */
  private async ask(wire: string): Promise<string> {
    const request = this.request(wire);
    const [, method] = /^CSeq: (\d+ \w+)/m.exec(request)!;
    const answered = () => this.answers.find((one) => one.includes(`CSeq: ${method}`) && !one.startsWith('SIP/2.0 1'));
    for (let times = 0; times < 20; times++) {
      this.sip.send(request, this.server, '127.0.0.1');
      const wait = new AbortController();
      const again = setTimeout(() => wait.abort(), 500);
      while (!answered() && !wait.signal.aborted)
        await once(this.sip, 'message', { signal: wait.signal }).catch(() => undefined);
      clearTimeout(again);
      const answer = answered();
      if (answer) return answer;
    }
    throw new Error(`${method} was not answered`);
  }

  private request(wire: string): string {
    const { customer, agent } = this.speakers;
    const [sip, media] = [this.sip.address().port, this.media];
    const [head = '', ...rest] = readFileSync(join(WIRE, wire), 'latin1')
      .replaceAll('SIP/2.0/TCP', 'SIP/2.0/UDP')
      .replaceAll(';transport=TCP', '')
      .replaceAll('127.0.0.1:21014', `127.0.0.1:${sip}`)
      .replaceAll('1-161254@127.0.0.1', this.callId)
      .replaceAll('z9hG4bK-161254', `z9hG4bK-${this.callId}`)
      .replaceAll('tag=srs1', `tag=${this.to}`)
      .replaceAll('m=audio 21148', `m=audio ${media[0]}`)
      .replaceAll('m=audio 21162', `m=audio ${media[1]}`)
      // Its telephone system knows each call by an id of its own.
      .replace(/(<sipSessionID>).*?(<\/sipSessionID>)/, `$1${this.callId}$2`)
      .replaceAll('sip:1002@', `sip:${customer}@`)
      .replaceAll('sip:1001@', `sip:${agent}@`)
      .split('\r\n\r\n');
    const body = rest.join('\r\n\r\n');
    return `${head.replace(/Content-Length: +\d+/, `Content-Length: ${Buffer.byteLength(body, 'latin1')}`)}\r\n\r\n${body}`;
  }
}

/** What the telephones tell of something next. @throws where they end first */
const told = <T>(telephones: ChildProcess, of: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const end = () => reject(new Error('the telephones of the client ended'));
    // Two may be told at once.
    const hear = (message: Record<string, T>) => {
      if (!(of in message)) return;
      telephones.off('message', hear).off('exit', end);
      resolve(message[of] as T);
    };
    telephones.on('message', hear).once('exit', end);
  });

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}
