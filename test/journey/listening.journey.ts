import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { A_LAW, decodeG711 } from '#capture';
import {
  callAccessesSchema,
  LISTENING_NAMESPACE,
  listeningSchema,
  liveCallsSchema,
  SOCKET_PATH,
  type ListeningEnd,
  type ListeningToClientEvents,
} from '#contracts';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { type CaptureProcess } from '../support/capture-process.js';
import { House } from '../support/house.js';
import { send } from '../support/legal-people.js';
import { LISTENED_AGENT, listenedHouse } from '../support/listened-house.js';
import { RecordingClient } from '../support/recording-client.js';
import { patient } from '../../tools/patience.mjs';

const ends = new AsyncDisposableStack();
let house: House;
let capture: CaptureProcess;
let supervisor: ApiClient;
/** What the page was told last, besides sound. */
let heard = '';

beforeAll(async () => {
  house = ends.adopt(await House.open(), (one) => one.stop());
  capture = ends.adopt(await listenedHouse(house), (one) => one.end('SIGTERM'));
  supervisor = await house.signIn('supervisor');
}, 120_000);
afterAll(() => ends.disposeAsync());

const CUSTOMER = '13800002046';
const client = async () =>
  ends.adopt(
    await RecordingClient.open(capture.port, { customer: CUSTOMER, agent: LISTENED_AGENT.extension }, randomUUID()),
    (one) => one.close(),
  );

/** Looks again until there is something. @throws with what is missing and what capture said */
async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const deadline = Date.now() + patient(30_000); Date.now() < deadline; await delay(50)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what} never came: ${heard} ${capture.words}`);
}

const theCall = () =>
  until('the call', async () => {
    const { items } = liveCallsSchema.parse(await supervisor.json('/api/v1/live-calls'));
    return items.find(({ agent }) => agent?.staffNumber === LISTENED_AGENT.staffNumber);
  });

class Page {
  readonly pieces: { at: number; samples: Int16Array }[] = [];
  readonly ended: Promise<ListeningEnd>;

  constructor(readonly socket: Socket<ListeningToClientEvents>) {
    socket.on('connect_error', (error) => void (heard = error.message));
    socket.on('ended', (why) => void (heard = why));
    socket.on('sound', ({ at, pcm }) => {
      const bytes = Buffer.from(pcm);
      const samples = Int16Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readInt16LE(2 * i));
      this.pieces.push({ at, samples });
    });
    this.ended = new Promise((resolve) => socket.on('ended', resolve));
  }

  /** From now on. */
  next(fits: (samples: Int16Array) => boolean): Promise<Int16Array> {
    const from = this.pieces.length;
    return until('such a piece', () => this.pieces.slice(from).find(({ samples }) => fits(samples))?.samples);
  }
}

async function listen(liveCallId: string): Promise<Page> {
  const { listeningId } = listeningSchema.parse(await send(supervisor, 'POST', `/live-calls/${liveCallId}/listenings`));
  const socket = io(`${house.baseUrl}${LISTENING_NAMESPACE}`, {
    ...{ path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie: supervisor.cookie } },
    ...{ auth: { listeningId }, reconnection: false, forceNew: true },
  });
  ends.defer(() => void socket.close());
  return new Page(socket);
}

const isSilent = (samples: Int16Array) => samples.every((one) => one === 0);

/** Whether a piece is, sample by sample, what both sides said at one time: neither altered nor anything else. */
function isBothSides(piece: Int16Array, sent: readonly (readonly Buffer[])[]): boolean {
  const [one, other] = sent.map((frames) => decodeG711(Buffer.concat(frames), A_LAW)) as [Int16Array, Int16Array];
  const fits = (x: number, y: number) => {
    for (let i = 0; i < piece.length; i++)
      if (piece[i] !== Math.max(-32768, Math.min(32767, (one[x + i] ?? 0) + (other[y + i] ?? 0)))) return false;
    return true;
  };
  // Both begin at the same time, and each is placed by its own clock.
  for (let x = 0; x < one.length; x++) for (let y = Math.max(0, x - 200); y < x + 200; y++) if (fits(x, y)) return true;
  return false;
}

describe('listening in on a call that is captured', () => {
  it('gives what both sides say while they say it, nothing of a pause, and ends with the call, as its agent then sees', async () => {
    const caller = await client();
    await caller.invite();
    await caller.speakThrough(
      (async () => {
        const { liveCallId } = await theCall();
        const page = await listen(liveCallId);
        const loud = () => page.pieces.map(({ samples }) => samples).filter((samples) => !isSilent(samples));
        await until('sound', () => (loud().length >= 12 ? true : undefined));
        expect(loud().some((samples) => isBothSides(samples, caller.sent))).toBe(true);

        await send(supervisor, 'POST', `/live-calls/${liveCallId}/pause`);
        await until('the pause', async () => ((await theCall()).recording === 'paused' ? true : undefined));
        await page.next(isSilent);
        await send(supervisor, 'POST', `/live-calls/${liveCallId}/resume`);
        await page.next((samples) => !isSilent(samples));
        expect(page.pieces.map(({ at }) => at)).toEqual(page.pieces.map(({ at }) => at).toSorted((a, b) => a - b));
        page.socket.close();
      })(),
    );
    const { liveCallId } = await theCall();
    const page = await caller.speakThrough(
      (async () => {
        const again = await listen(liveCallId);
        await again.next((samples) => !isSilent(samples));
        return again;
      })(),
    );
    expect(await caller.bye()).toBe(200);
    expect(await page.ended).toBe('call_over');

    const callId = await until('the recorded call', async () => {
      const { rows } = await house.database.query('select id from call where external_id = $1', [liveCallId]);
      return rows[0]?.id as string | undefined;
    });
    const agent = await house.signIn('agent');
    const accesses = await until('both accesses', async () => {
      const { items } = callAccessesSchema.parse(await agent.json(`/api/v1/calls/${callId}/accesses`));
      return items.length === 2 ? items : undefined;
    });
    expect(accesses).toMatchObject([
      { kind: 'listened_in', by: { zh: '王蕾' }, purpose: 'quality', right: 'standing' },
      { kind: 'listened_in' },
    ]);
    expect(accesses.every(({ heardMs }) => (heardMs ?? 0) > 0)).toBe(true);
    const { rows } = await house.database.query('select * from live_listening where sound_key is not null');
    expect(rows).toEqual([]);
  }, 120_000);
});
