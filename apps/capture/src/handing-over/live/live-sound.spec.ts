import { type DataSource } from 'typeorm';
import { openSound, type LiveListenings } from '#legal';
import { type Env, type Logger } from '#platform';
import { Listeners } from './listeners.js';
import { LiveSound } from './live-sound.js';

const PCMU = { codec: 'PCMU', clockRate: 8000, channels: 1 };
const packet = (n: number) => ({
  ...{ stream: 0, plan: 0, payloadType: 0, sequence: n, timestamp: n * 160, ssrc: 7, arrivedMs: n * 20 },
  ...{ afterPause: false, payload: Buffer.alloc(160, n), format: PCMU },
});
const KEYS: Record<string, Buffer> = { good: Buffer.alloc(32, 1), other: Buffer.alloc(32, 2) };

/** Two hosts that capture into one database, and the listenings of each; the key of `bad` opens nowhere. */
function hostOf(address: string) {
  const sent: string[] = [];
  const errors: unknown[] = [];
  const listenings = {
    sounding: async (capturedBy: string) =>
      capturedBy === '10.2.0.5:5070'
        ? ['bad', 'good'].map((id) => ({
            id,
            liveCallId: 'a call',
            follows: 'sound',
            own: false,
            soundKey: null,
            soundKeyVersion: 1,
          }))
        : [
            {
              id: 'other',
              liveCallId: 'a call of the other',
              follows: 'sound',
              own: false,
              soundKey: null,
              soundKeyVersion: 1,
            },
          ],
    keyOf: async ({ id }: { id: string }) => {
      const key = KEYS[id];
      if (!key) throw new Error('its key does not open');
      return Buffer.from(key);
    },
  };
  const source = { query: async (_: string, [, sealed]: [string, string]) => void sent.push(sealed) };
  const logger = { error: (error: unknown) => errors.push(error), warn: () => undefined, info: () => undefined };
  const listeners = new Listeners(
    listenings as unknown as LiveListenings,
    source as unknown as DataSource,
    { sip: { address, port: 5070 } } as Env,
    logger as unknown as Logger,
  );
  const sound = new LiveSound(listeners);
  const look = async () => {
    await listeners.look();
    return sound.look();
  };
  return { sound, listeners, look, sent, errors };
}

const say = (sound: LiveSound, session: string, kept = false) =>
  sound.heard({
    session,
    packets: Array.from({ length: 10 }, (_, n) => packet(n)),
    labels: new Map(),
    ...{ untilMs: 1000, kept },
  });

describe('sound for people who listen in', () => {
  it('goes to those whose key opens, where the key of another does not', async () => {
    const { sound, listeners, look, sent, errors } = hostOf('10.2.0.5');
    expect(await look()).toEqual(['a call']);
    expect(errors).toHaveLength(1);
    say(sound, 'a call');
    await listeners.close();
    expect(sent.length).toBeGreaterThan(0);
    for (const notice of sent) {
      expect(openSound('good', KEYS['good']!, notice)).toMatchObject({ undecoded: false });
      expect(openSound('good', Buffer.alloc(32, 9), notice)).toBeNull();
    }
  });

  it('is nothing where a session ends as one begins to listen', async () => {
    const { sound, listeners, look, sent } = hostOf('10.2.0.5');
    await look();
    sound.heard({ session: 'a call', packets: [], labels: new Map(), untilMs: Infinity, kept: false });
    await listeners.close();
    expect(sent).toEqual([]);
  });

  it('is nothing of what was said before they listened, and was kept for the words', async () => {
    const { sound, listeners, look, sent } = hostOf('10.2.0.5');
    await look();
    say(sound, 'a call', true);
    await listeners.close();
    expect(sent).toEqual([]);
  });

  it('is of the calls that this host captures, and of none of the other host’s', async () => {
    const { sound, listeners, look, sent } = hostOf('10.2.0.6');
    expect(await look()).toEqual(['a call of the other']);
    say(sound, 'a call');
    await listeners.close();
    expect(sent).toEqual([]);
  });
});
