import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { acknowledgementOf, endOf, inviteOf, type OfferDialog, type OfferedCall } from './offer.rules.js';

const FRAME = 160;
const FRAME_MS = 20;
const SILENCE = 0xd5;
const TRIES = 6;
const AGAIN_MS = 500;
const HOST = '127.0.0.1';

/** Sound of a call, in a-law at 8000 Hz. */
export interface CallSound {
  customer: Buffer;
  agent: Buffer;
}

/** Offers one call to a recording server on this machine, over UDP, and sends its sound at the pace of a telephone. */
export class RecordingClient {
  #tag = '';
  #ports: number[] = [];
  readonly #callId = randomUUID();
  readonly #answers: string[] = [];

  private constructor(
    private readonly call: OfferedCall,
    private readonly server: number,
    private readonly sip: Socket,
    private readonly media: readonly [Socket, Socket],
  ) {
    sip.on('message', (bytes) => this.#answers.push(String(bytes)));
    for (const socket of [sip, ...media]) socket.on('error', () => undefined);
  }

  static async open(call: OfferedCall, server: number): Promise<RecordingClient> {
    const [sip, customer, agent] = await Promise.all([bound(), bound(), bound()]);
    return new RecordingClient(call, server, sip, [customer, agent]);
  }

  /** @throws with the answer, when the call is refused or none comes */
  async begin(): Promise<void> {
    const answer = await this.#ask(inviteOf(this.call, this.#dialog), 'INVITE');
    if (!answer.startsWith('SIP/2.0 200')) throw new Error(answer.split('\r\n')[0]);
    this.#tag = /^to:.*;tag=([^\s;]+)/im.exec(answer)?.[1] ?? '';
    this.#ports = [...answer.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => Number(port));
    this.#send(acknowledgementOf(this.#dialog));
  }

  /** Resolves when all of it is sent, or the signal falls. */
  async speak({ customer, agent }: CallSound, signal: AbortSignal): Promise<void> {
    const frames = Math.ceil(Math.max(customer.length, agent.length) / FRAME);
    const began = performance.now();
    for (let number = 0; number < frames && !signal.aborted; number++) {
      for (const [stream, sound] of [customer, agent].entries()) {
        const packet = packetOf(sound, number, stream);
        this.media[stream]?.send(packet, this.#ports[stream] ?? 0, HOST, () => undefined);
      }
      const due = began + (number + 1) * FRAME_MS - performance.now();
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
    }
  }

  async end(): Promise<void> {
    try {
      await this.#ask(endOf(this.#dialog), 'BYE');
    } finally {
      this.close();
    }
  }

  close(): void {
    for (const socket of [this.sip, ...this.media]) socket.close();
  }

  get #dialog(): OfferDialog {
    const [customer, agent] = this.media.map((socket) => socket.address().port) as [number, number];
    return {
      ...{ callId: this.#callId, tag: this.#tag, media: [customer, agent] },
      ...{ client: { address: HOST, port: this.sip.address().port }, server: { address: HOST, port: this.server } },
    };
  }

  #send(request: string): void {
    this.sip.send(request, this.server, HOST, () => undefined);
  }

  /** The final answer; a datagram may be lost, so it is asked several times. */
  async #ask(request: string, method: string): Promise<string> {
    const final = () => this.#answers.find((one) => !/^SIP\/2.0 1/.test(one) && one.includes(` ${method}\r\n`));
    for (let tries = 0; tries < TRIES && !final(); tries++) {
      this.#send(request);
      const patience = AbortSignal.timeout(AGAIN_MS);
      while (!final() && !patience.aborted)
        await once(this.sip, 'message', { signal: patience }).catch(() => undefined);
    }
    const answer = final();
    if (!answer) throw new Error('no answer');
    return answer;
  }
}

function packetOf(sound: Buffer, number: number, stream: number): Buffer {
  const packet = Buffer.alloc(12 + FRAME, SILENCE);
  packet.writeUInt16BE(0x80_08, 0);
  packet.writeUInt16BE(number & 0xffff, 2);
  packet.writeUInt32BE(number * FRAME, 4);
  packet.writeUInt32BE(stream + 1, 8);
  sound.copy(packet, 12, number * FRAME, (number + 1) * FRAME);
  return packet;
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4').bind(0, HOST);
  await once(socket, 'listening');
  return socket;
}
