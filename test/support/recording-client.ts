import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './checkout.js';

const WIRE = join(CHECKOUT, 'test/fixtures/siprec/rtpengine');
const FRAME = 160;
const FRAME_MS = 20;

/** Who is on the call that the client offers: the users of their addresses. */
export interface Speakers {
  customer: string;
  agent: string;
}

/** A SIPREC client over UDP that offers one call with the stored requests of a real one, addressed to here, and sends its sound as a telephone does. */
export class RecordingClient {
  /** Each frame that was sent, in a-law, of the customer and of the agent. */
  readonly sent: Buffer[][] = [[], []];
  private ports: number[] = [];
  private to = '';
  private sounds: { one: Buffer; from: number }[] | null = null;
  private readonly answers: string[] = [];

  private constructor(
    private readonly sip: Socket,
    private readonly streams: readonly Socket[],
    private readonly server: number,
    private readonly speakers: Speakers,
    private readonly callId: string,
  ) {
    sip.on('message', (bytes) => this.answers.push(String(bytes)));
  }

  static async open(server: number, speakers: Speakers, callId: string): Promise<RecordingClient> {
    const [sip, ...streams] = await Promise.all([bound(), bound(), bound()]);
    return new RecordingClient(sip, streams, server, speakers, callId);
  }

  /** Offers the call. @throws with the answer, when it is refused */
  async invite(): Promise<void> {
    const answer = await this.ask('1-invite.sip');
    if (!answer.startsWith('SIP/2.0 200')) throw new Error(`the call was refused: ${answer}`);
    this.ports = [...answer.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => Number(port));
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
    this.sounds = sounds.map((one) => ({ one, from: this.sent[0]!.length }));
    return this.speakThrough(meanwhile);
  }

  /** Both speak until something has happened: what is sent meanwhile may reach no process. */
  async speakThrough<T>(meanwhile: Promise<T>): Promise<T> {
    let over = false;
    void meanwhile.finally(() => (over = true)).catch(() => undefined);
    await this.speakUntil(Infinity, () => over);
    return meanwhile;
  }

  private async speakUntil(frames: number, over = () => false): Promise<void> {
    const [began, first] = [performance.now(), this.sent[0]!.length];
    while (this.sent[0]!.length < frames && !over()) {
      for (const stream of [0, 1]) this.sendFrame(stream);
      const due = began + (this.sent[0]!.length - first) * FRAME_MS;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
  }

  private sendFrame(stream: number): void {
    const frames = this.sent[stream]!;
    const number = frames.length;
    const frame = this.recorded(stream, number) ?? madeUp(stream, number);
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0x80_08, 0);
    head.writeUInt16BE(number & 0xffff, 2);
    head.writeUInt32BE(1000 + number * FRAME, 4);
    head.writeUInt32BE(0x5150 + stream, 8);
    this.streams[stream]!.send(Buffer.concat([head, frame]), this.ports[stream]!, '127.0.0.1');
    frames.push(frame);
  }

  private recorded(stream: number, number: number): Buffer | null {
    const sound = this.sounds?.[stream];
    if (!sound) return null;
    const at = (number - sound.from) * FRAME;
    const frame = Buffer.alloc(FRAME, A_LAW_SILENCE);
    frame.set(sound.one.subarray(at, at + FRAME));
    return frame;
  }

  /** @returns the status that the end of the call was answered with */
  async bye(): Promise<number> {
    return Number((await this.ask('4-bye.sip')).split(' ')[1]);
  }

  close(): void {
    for (const socket of [this.sip, ...this.streams]) socket.close();
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
    const [sip, ...media] = [this.sip, ...this.streams].map((socket) => String(socket.address().port));
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

const A_LAW_SILENCE = 0xd5;

/** A frame says which it is and whose: no two are alike, and none sounds like silence. */
const madeUp = (stream: number, number: number): Buffer =>
  Buffer.from(
    Array.from(
      { length: FRAME },
      (_, i) => ((number * 7919 + stream * 104_729 + i * 31 + ((i * number) % 251)) % 96) | 0x80,
    ),
  );

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}
