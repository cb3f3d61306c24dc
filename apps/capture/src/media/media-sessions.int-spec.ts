import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeG711, A_LAW, MU_LAW, hearSession, sessionWave, unheardSpans, type StreamPlan } from '#capture';
import { KeyStoreFixture } from '../../../../libs/platform/src/key-store/key-store.fixture.js';
import { type EndedSession } from './waiting-sessions.js';

const CHILD = new URL('./media-child.fixture.ts', import.meta.url);
const HOOKS = new URL('../../../../test/support/modules/hooks.mjs', import.meta.url).href;
const PORTS = [23_100, 23_180] as const;
const BEGAN = Date.parse('2026-12-01T09:00:00.000Z');

/** The process that captures, as ours to ask and to kill. */
class Capturing {
  private asked = 0;
  private readonly waiting = new Map<number, { done: (of: unknown) => void; fail: (error: Error) => void }>();
  readonly handedOver: EndedSession[] = [];

  private constructor(private readonly child: ChildProcess) {}

  static async start(folder: string, now: number): Promise<Capturing> {
    const register = `import { register } from 'node:module'; register(${JSON.stringify(HOOKS)}, { data: { folder: ${JSON.stringify(join(folder, 'compiled'))} } });`;
    const child = spawn(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(register)}`,
        CHILD.pathname,
        folder,
        PORTS.join('-'),
        String(now),
      ],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' },
    );
    const capturing = new Capturing(child);
    child.on('message', (message) => capturing.hear(message as never));
    await once(child, 'message');
    return capturing;
  }

  async ask<T = void>(call: string, ...args: unknown[]): Promise<T> {
    const id = ++this.asked;
    const answer = new Promise<unknown>((done, fail) => this.waiting.set(id, { done, fail }));
    this.child.send({ id, call, args });
    return (await answer) as T;
  }

  /** As a power cut, or the kernel that wants memory. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  private hear(
    message: 'ready' | { handedOver: EndedSession } | { id: number; result?: unknown; error?: string },
  ): void {
    if (message === 'ready') return;
    if ('handedOver' in message) return void this.handedOver.push(message.handedOver);
    const { id, result, error } = message;
    if (error === undefined) this.waiting.get(id)?.done(result);
    else this.waiting.get(id)?.fail(new Error(error));
  }
}

/** A telephone's side of a stream: 20 ms packets of a law's codes, no two alike. */
class Side {
  private constructor(
    private readonly socket: Socket,
    readonly index: 0 | 1,
    private readonly to: number,
  ) {}

  static async open(index: 0 | 1, to: number): Promise<Side> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new Side(socket, index, to);
  }

  get plan(): StreamPlan {
    return {
      ...{ label: String(this.index), mediaIndex: this.index, localPort: this.to, state: 'recording', srtp: null },
      from: { address: '127.0.0.1', port: this.socket.address().port },
      payloads: new Map([
        [this.index === 0 ? 0 : 8, { codec: this.index === 0 ? 'PCMU' : 'PCMA', clockRate: 8000, channels: 1 }],
        [101, { codec: 'telephone-event', clockRate: 8000, channels: 1 }],
      ]),
    };
  }

  frame(packet: number): Buffer {
    // Neither law's silence is among them.
    return Buffer.from(
      Array.from({ length: 160 }, (_, i) => ((packet * 37 + i * 11 + this.index * 5 + (i >> 4)) % 100) + 1),
    );
  }

  send(packet: number, { payload = this.frame(packet), type = this.index === 0 ? 0 : 8, since = packet } = {}): void {
    const header = Buffer.from([0x80, type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7 + this.index]);
    header.writeUInt16BE((65_500 + packet) & 0xffff, 2);
    header.writeUInt32BE((4_294_960_000 + since * 160) % 2 ** 32, 4);
    this.socket.send(Buffer.concat([header, payload]), this.to, '127.0.0.1');
  }

  sound(packet: number): Int16Array {
    return decodeG711(this.frame(packet), this.index === 0 ? MU_LAW : A_LAW);
  }

  close(): void {
    this.socket.close();
  }
}

describe('the media plane', () => {
  let place: KeyStoreFixture;
  let capturing: Capturing;
  let sides: [Side, Side];
  let sent: number;

  beforeEach(async () => {
    place = await KeyStoreFixture.make();
    sent = 0;
    capturing = await Capturing.start(place.directory, BEGAN + sent * 20);
    const [one, two] = await capturing.ask<number[]>('open', 'call-1', 2);
    sides = [await Side.open(0, one!), await Side.open(1, two!)];
    const parties = [
      { label: '0', role: 'customer', aor: 'sip:+8613800002046@pbx', name: null, extension: null },
      { label: '1', role: 'agent', aor: 'sip:8001@pbx', name: null, extension: '8001' },
    ];
    await capturing.ask(
      'plan',
      'call-1',
      sides.map(({ plan }) => plan),
      parties,
      new Date(BEGAN),
    );
    await capturing.ask('proved', 'call-1');
  });

  afterEach(async () => {
    for (const side of sides) side.close();
    await capturing.kill();
    await place.remove();
  });

  const given = () => capturing.ask('consent', 'call-1', 'given', new Date(BEGAN), 'rule');
  const ended = (at: number) => capturing.ask('close', 'call-1', new Date(BEGAN + at), 'customer');

  /** Both telephones talk for so many packets; each is in before the next is sent. */
  async function talk(packets: number, options: Parameters<Side['send']>[1] = undefined): Promise<void> {
    for (let i = 0; i < packets; i++, sent++) {
      await capturing.ask('now', BEGAN + sent * 20);
      const before = await seen();
      for (const side of sides) side.send(sent, options);
      while ((await seen()) < before + 2);
    }
  }

  async function seen(): Promise<number> {
    const counts = await capturing.ask<Map<number, Record<string, number>>>('counts', 'call-1');
    return [...counts.values()]
      .flatMap(({ taken, discarded, refused }) => [taken!, discarded!, refused!])
      .reduce((a, b) => a + b);
  }

  async function heard() {
    const [session] = capturing.handedOver;
    const openKey = (keyId: string) => place.store.unwrap(keyId);
    const all = (await hearSession(session!.frames, openKey))!;
    const bytes: Buffer[] = [];
    const reading = { frames: session!.frames, openKey, decodeOpus: () => [] as never };
    for await (const chunk of sessionWave(all, all.streams, reading)) bytes.push(chunk);
    const wave = Buffer.concat(bytes);
    const channel = (c: number) => {
      const samples = new Int16Array((wave.length - 44) / 4);
      for (let i = 0; i < samples.length; i++) samples[i] = wave.readInt16LE(44 + i * 4 + c * 2);
      return samples;
    };
    return { all, wave, channels: [channel(0), channel(1)] as const };
  }

  /** Which of the packets that were sent a channel holds, each to the bit and in its place. */
  function held(channel: Int16Array, side: Side): boolean[] {
    return Array.from({ length: sent }, (_, packet) => {
      const piece = channel.subarray(packet * 160, packet * 160 + 160);
      if (piece.every((one) => one === 0)) return false;
      expect([
        packet,
        Buffer.from(piece.buffer, piece.byteOffset, 320).equals(Buffer.from(side.sound(packet).buffer)),
      ]).toEqual([packet, true]);
      return true;
    });
  }

  it('gives a call back to the bit, each side in its channel', async () => {
    await given();
    await talk(100);
    await ended(2000);
    const { all, wave, channels } = await heard();
    expect(wave.readUInt32LE(24)).toBe(8000);
    for (const side of sides) expect(held(channels[side.index], side)).toEqual(Array(100).fill(true));
    expect(all.streams.map(({ placed: { quality } }) => quality.lost)).toEqual([0, 0]);
    expect(all.streams.map(({ party }) => party?.role)).toEqual(['customer', 'agent']);
  });

  it('goes on at the same ports after a kill, and loses only what was said meanwhile and in the 1.3 seconds before', async () => {
    await given();
    await capturing.ask('keepDialog', 'call-1', 'what SIP needs');
    await talk(40);
    await capturing.ask('flush');
    await talk(20);
    // What had come by the flush before, and had waited for 300 ms, is on the disk now, whatever the machine has besides to do.
    await capturing.ask('flush');
    await talk(20);
    await capturing.kill();
    // Thirty packets come to closed ports.
    for (let i = 0; i < 30; i++, sent++) for (const side of sides) side.send(sent);
    capturing = await Capturing.start(place.directory, BEGAN + sent * 20);
    expect(await capturing.ask('found')).toEqual({
      goingOn: [{ session: 'call-1', dialog: 'what SIP needs' }],
      ended: 0,
    });
    await talk(50);
    await ended(sent * 20);
    const { all, channels } = await heard();
    for (const side of sides) {
      const packets = held(channels[side.index], side);
      const [first, last] = [packets.indexOf(false), packets.lastIndexOf(false)];
      expect(packets.slice(first, last + 1).every((one) => !one)).toBe(true);
      // The first flush was at 780 ms, or was one with another at most 50 ms before it.
      expect(first).toBeGreaterThanOrEqual(22);
      expect(last).toBe(109);
    }
    const restart = unheardSpans(all, [0, 1]).find(({ reason }) => reason === 'restart')!;
    expect(restart.toMs - restart.fromMs).toBeLessThanOrEqual(30 * 20 + 1300);
  });

  it('finds a call that ended and was not handed over', async () => {
    await given();
    await talk(30);
    await ended(600);
    await capturing.kill();
    capturing = await Capturing.start(place.directory, BEGAN + sent * 20);
    expect(await capturing.ask('found')).toEqual({ goingOn: [], ended: 1 });
  });

  it('leaves nothing of a session whose client never showed who it is', async () => {
    await capturing.ask('open', 'forged', 1);
    await capturing.ask('consent', 'forged', 'given', new Date(BEGAN), 'rule');
    await capturing.ask('close', 'forged', new Date(BEGAN + 1000), 'unknown');
    expect(capturing.handedOver).toEqual([]);
    await capturing.ask('open', 'forged-too', 1);
    await capturing.kill();
    capturing = await Capturing.start(place.directory, BEGAN + 2000);
    await capturing.ask('close', 'forged-too', new Date(BEGAN + 2000), 'unknown');
    await capturing.ask('close', 'call-1', new Date(BEGAN + 2000), 'unknown');
    expect(capturing.handedOver).toHaveLength(1);
  });

  it('has nowhere on the disk a byte of a digit, a pause, or a second without consent', async () => {
    const canary = Buffer.alloc(160, 'KANARIE');
    await talk(20, { payload: canary });
    await given();
    await talk(40);
    await capturing.ask('pause', 'call-1', new Date(BEGAN + sent * 20), 'card data');
    await talk(20, { payload: canary });
    await capturing.ask('resume', 'call-1', new Date(BEGAN + sent * 20), 'over');
    await talk(30);
    const pressed = sent;
    for (let i = 0; i < 10; i++, sent++) {
      await capturing.ask('now', BEGAN + sent * 20);
      const before = await seen();
      // The other side lets the tone through.
      sides[0].send(sent, { payload: canary });
      sides[1].send(sent, {
        type: 101,
        since: pressed,
        payload: Buffer.from([9, 10, ((i + 1) * 160) >> 8, ((i + 1) * 160) & 255]),
      });
      while ((await seen()) < before + 2);
    }
    await talk(30);
    await ended(sent * 20);
    const { all, wave, channels } = await heard();
    const entries = readdirSync(place.directory, { recursive: true, withFileTypes: true });
    const paths = entries.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    expect(paths).not.toEqual([]);
    for (const path of paths) {
      // The stock of ready keys is filled meanwhile: a file is written under another name and moved.
      if (!existsSync(path)) continue;
      expect([path, readFileSync(path).includes('KANARIE')]).toEqual([path, false]);
    }
    for (const law of [MU_LAW, A_LAW])
      expect(wave.includes(Buffer.from(decodeG711(Buffer.from('KANARIE'), law).buffer))).toBe(false);
    // The recording begins with the first packet after consent; digits take some sound around them along.
    for (const samples of channels) expect(samples).toHaveLength((sent - 20) * 160);
    expect(unheardSpans(all, [0, 1]).map(({ reason, fromMs, toMs }) => [reason, fromMs, toMs])).toEqual([
      ['paused', 800, 1200],
      ['masked', 1680, 2180],
    ]);
    expect(all.streams.map(({ placed: { quality } }) => quality.lost)).toEqual([0, 0]);
    const counts = all.streams.map(({ arrivals }) => arrivals.filter(({ samples }) => samples > 0).length);
    expect(counts).toEqual([85, 85]);
  });

  it('refuses a session beyond the limit, and binds even ports alone', async () => {
    const ports = await capturing.ask<number[]>('open', 'call-2', 3);
    expect(ports.every((port) => port % 2 === 0)).toBe(true);
    for (let i = 3; i <= 10; i++) await capturing.ask('open', `call-${i}`, 2);
    await expect(capturing.ask('open', 'call-11', 2)).rejects.toThrow('MediaPlaneFull');
  });
});
