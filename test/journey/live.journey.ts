import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type CallDelta, type Hello, type ServerToClientEvents } from '#contracts';
import { synthWav } from '../fixtures/wav.js';
import { callMetadata, Product } from '../support/product.js';

let product: Product;
const sockets: Socket[] = [];

beforeAll(async () => {
  product = await Product.start();
});
afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  await product?.stop();
});

interface Screen {
  socket: Socket<ServerToClientEvents>;
  deltas: CallDelta[];
  hellos: Hello[];
}

async function openScreen(username: string): Promise<Screen> {
  const { cookie } = await product.signIn(username);
  const socket: Socket<ServerToClientEvents> = io(product.baseUrl, {
    path: SOCKET_PATH,
    extraHeaders: { cookie },
    reconnectionDelay: 100,
  });
  sockets.push(socket);
  const screen: Screen = { socket, deltas: [], hellos: [] };
  socket.on('delta', (delta) => void (delta.kind === 'call' && screen.deltas.push(delta)));
  const greeted = new Promise<void>((done) => socket.on('hello', (hello) => done(void screen.hellos.push(hello))));
  await greeted;
  return screen;
}

const words = (text: string) =>
  new Blob([JSON.stringify({ language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text }] })]);
const wav = new Blob([new Uint8Array(synthWav({ tones: [440, 0], seconds: 1, sampleRate: 16_000 }))]);

describe('live screens', () => {
  it("hear of every stage of their team's calls, in numbered deltas without words, and another team hears nothing", async () => {
    const [mine, other, agent, colleague] = (await Promise.all(
      ['supervisor', 'supervisor2', 'agent', 'agent3'].map(openScreen),
    )) as [Screen, Screen, Screen, Screen];
    const metadata = callMetadata({ language: 'zh', region: 'CN', legs: [{ staffNumber: '3068', holdSpans: [] }] });
    const { callId } = await (await product.signIn('admin')).take(metadata, wav, words('您好，这里是绿谷银行'));
    await product.reaches(callId, ['scored']);
    const supervisor = await product.signIn('supervisor');
    await untilQuiet(mine);

    expect((await supervisor.call(callId)).stage).toBe('scored');
    expect(mine.deltas.length).toBeGreaterThanOrEqual(3);
    const [room] = Object.keys(mine.hellos[0]?.rooms ?? {});
    const start = mine.hellos[0]?.rooms[room ?? ''] ?? NaN;
    expect(mine.deltas.map(({ seq }) => seq)).toEqual(mine.deltas.map((_, i) => start + 1 + i));
    for (const delta of mine.deltas) {
      expect(Object.keys(delta).sort()).toEqual(['callId', 'epoch', 'kind', 'room', 'seq']);
      expect(delta).toMatchObject({ callId, room });
    }
    expect(agent.deltas.map((d) => d.callId)).toContain(callId);
    expect(other.deltas).toEqual([]);
    expect(colleague.deltas).toEqual([]);
  });

  it('are told to start again when the API comes back, so that what they missed is fetched', async () => {
    const screen = await openScreen('supervisor');
    const again = new Promise<Hello>((done) => screen.socket.once('hello', done));
    product.profile.api.kill();
    const hello = await again;
    expect(hello.epoch).not.toBe(screen.hellos[0]?.epoch);
  });

  it('refuses a client that is not signed in', async () => {
    await product.profile.apiReady();
    const socket = io(product.baseUrl, { path: SOCKET_PATH, reconnection: false });
    sockets.push(socket);
    const refused = await new Promise((done) => {
      socket.on('connect_error', (error) => done(error.message));
      socket.on('disconnect', (reason) => done(reason));
      socket.on('hello', () => done('greeted'));
    });
    expect(refused).not.toBe('greeted');
  });
});

/** Deltas are gathered for at most 0.2 s: half a second without one means that all have come. */
async function untilQuiet(screen: Screen): Promise<void> {
  for (let before = -1; before !== screen.deltas.length;) {
    before = screen.deltas.length;
    await new Promise((done) => setTimeout(done, 500));
  }
}
