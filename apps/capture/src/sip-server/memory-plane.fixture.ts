import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { A_LAW, decodeG711, MU_LAW, SrtpReceiver, type MediaPlane, type StreamParty, type StreamPlan } from '#capture';
import { type LiveConsentState } from '#contracts';
import { waveHeader } from '#platform/rules';

interface HeardPacket {
  timestamp: number;
  payload: Buffer;
  type: number;
  at: number;
}

/** A media plane for tests of signalling: it keeps what comes in memory, and knows G.711 alone. */
export class MemoryPlane implements MediaPlane {
  readonly packets = new Map<number, HeardPacket[]>();
  readonly plans: { session: string; streams: readonly StreamPlan[]; parties: readonly StreamParty[] }[] = [];
  readonly closed: string[] = [];
  readonly consents: LiveConsentState[] = [];
  private readonly keys = new Map<number, SrtpReceiver>();
  /** Sealed packets that could not be opened. */
  refused = 0;
  private readonly sockets = new Map<string, Socket[]>();

  async open(session: string, streams: number): Promise<number[]> {
    const bound = this.sockets.get(session) ?? [];
    this.sockets.set(session, bound);
    while (bound.length < streams) bound.push(await this.bind(bound.length));
    return bound.map((socket) => socket.address().port);
  }

  private async bind(stream: number): Promise<Socket> {
    for (;;) {
      const socket = createSocket('udp4').bind(0, '127.0.0.1');
      await once(socket, 'listening');
      if (socket.address().port % 2 === 1) {
        socket.close();
        continue;
      }
      socket.on('message', (bytes) => this.take(stream, bytes));
      return socket;
    }
  }

  private take(stream: number, sealed: Buffer): void {
    const opened = this.keys.get(stream)?.open(sealed);
    if (typeof opened === 'string') this.refused++;
    const bytes = opened === undefined ? sealed : typeof opened === 'string' ? null : opened.clear;
    if (!bytes) return;
    const type = (bytes[1] ?? 0) & 0x7f;
    const heard = this.packets.get(stream) ?? [];
    this.packets.set(stream, [
      ...heard,
      { timestamp: bytes.readUInt32BE(4), payload: bytes.subarray(12), type, at: performance.now() },
    ]);
  }

  plan(session: string, streams: readonly StreamPlan[], parties: readonly StreamParty[]): void {
    this.plans.push({ session, streams, parties });
    for (const { mediaIndex, srtp } of streams)
      if (srtp && !this.keys.has(mediaIndex)) this.keys.set(mediaIndex, new SrtpReceiver(srtp));
  }

  consent(_session: string, state: LiveConsentState): void {
    this.consents.push(state);
  }

  async close(session: string): Promise<void> {
    for (const socket of this.sockets.get(session) ?? []) socket.close();
    this.sockets.delete(session);
    this.closed.push(session);
    return Promise.resolve();
  }

  closeAll(): void {
    for (const session of this.sockets.keys()) void this.close(session);
  }

  /** All that was heard, a channel for each stream, each placed by its own timestamps and its first packet by the clock. */
  wav(): Buffer {
    const all = [...this.packets.keys()].sort().map((stream) => this.packets.get(stream) ?? []);
    const begins = all.map(([first]) => first?.at ?? 0);
    const channels = all.map((heard, n) =>
      heard
        .filter(({ type }) => type === 0 || type === 8)
        .map(({ timestamp, payload, type }) => ({
          at: timestamp - (heard[0]?.timestamp ?? 0) + Math.round((begins[n]! - Math.min(...begins)) * 8),
          sound: decodeG711(payload, type === 8 ? A_LAW : MU_LAW),
        })),
    );
    const length = Math.max(...channels.flat().map(({ at, sound }) => at + sound.length));
    const samples = Buffer.alloc(length * 2 * channels.length);
    channels.forEach((pieces, n) => {
      for (const { at, sound } of pieces)
        sound.forEach((value, i) => samples.writeInt16LE(value, ((at + i) * channels.length + n) * 2));
    });
    return Buffer.concat([
      waveHeader({ channels: channels.length, sampleRate: 8000, dataBytes: samples.length }),
      samples,
    ]);
  }
}
