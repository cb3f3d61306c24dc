import { type Language, type LiveUtterance, type Turn } from '#contracts';
import { type LiveEvent, type LiveOptions, type OpenedLive } from '#transcripts';
import { type HeardSound } from '../media/ear.js';
import { RecognisedCall } from './recognised-call.js';
import { nextWait, roomOf } from './run-live-words.js';
import { type SoFar } from './word-hints.rules.js';

const PCMU = { codec: 'PCMU', clockRate: 8000, channels: 1 };
const OPUS = { codec: 'opus', clockRate: 48_000, channels: 2 };

/** A session of the recogniser: what is written to it is counted, and what it heard is told by hand. */
class Session {
  pieces = 0;
  readonly #events: LiveEvent[] = [];
  #wake = (): void => undefined;

  constructor(readonly options: LiveOptions) {}

  write = async (): Promise<void> => void (this.pieces += 1);

  async tell(event: Partial<LiveEvent>): Promise<void> {
    this.#events.push(event as LiveEvent);
    this.#wake();
    await settled();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<LiveEvent> {
    for (;;) {
      const event = this.#events.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

function heardCall(language: Language = 'zh', items: SoFar['items'] = []) {
  const sessions: Session[] = [];
  const said: LiveUtterance[] = [];
  const lost: string[] = [];
  const late: number[] = [];
  const judged: { turns: readonly Turn[]; language: Language }[] = [];
  const call = new RecognisedCall(
    { session: 's', agentLabel: 'a', customerLabels: ['c'], language },
    {
      live: {
        open: async (options) => {
          const session = new Session(options);
          sessions.push(session);
          return { ok: true, session } as unknown as OpenedLive;
        },
      },
      judge: (turns, asked) => {
        judged.push({ turns, language: asked });
        return items;
      },
      ...{ said: (one) => said.push(one), late: (ms) => late.push(ms), lost: (why) => lost.push(why) },
    },
  );
  return { call, sessions, said, lost, late, judged };
}

const LABELS = new Map([
  [0, 'a'],
  [1, 'c'],
]);
const packets = (fromMs: number, toMs: number, over: object = {}): HeardSound['packets'] =>
  Array.from({ length: Math.ceil((toMs - fromMs) / 20) }, (_, i) => ({
    ...{ stream: 0, ssrc: 1, timestamp: (fromMs + i * 20) * 8, arrivedMs: fromMs + i * 20 },
    ...{ afterPause: false, payload: Buffer.alloc(160, 1), format: PCMU, ...over },
  }));
const sound = (untilMs: number, over: Partial<HeardSound> = {}): HeardSound => ({
  ...{ session: 's', labels: LABELS, untilMs, packets: packets(untilMs - 500, untilMs), kept: false, ...over },
});
/** All that is under way without a clock is done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const words = (text: string, fromMs: number, over: object = {}) => ({
  kind: 'utterance' as const,
  ...{ fromMs, toMs: fromMs + 500, language: 'zh' as Language },
  words: [{ text, fromMs, toMs: fromMs + 500, confidence: 0.8, ...over }],
});

describe('a call whose words are heard', () => {
  it('is nothing where it is first told of as it ends', async () => {
    const { call, sessions } = heardCall();
    call.take(sound(Infinity));
    await settled();
    expect(sessions).toEqual([]);
  });

  it('is judged by words with how sure they are, in the order in which they were said and in the language of the call', async () => {
    const { call, sessions, said, judged } = heardCall();
    call.take(sound(500));
    await settled();
    const [agent, customer] = sessions as [Session, Session];
    await agent.tell(words('您好', 2000));
    await customer.tell({ ...words('hello there', 1000, { language: 'en' }), language: 'en' });
    const last = judged.at(-1);
    expect(last?.language).toBe('zh');
    expect(last?.turns.map(({ index, text, words: [word] }) => [index, text, word?.confidence])).toEqual([
      [0, 'hello there', 0.8],
      [1, '您好', 0.8],
    ]);
    expect(last?.turns[0]?.language).toBe('en');
    expect(said.map(({ speaker, language }) => [speaker, language])).toEqual([
      ['agent', 'zh'],
      ['customer', 'en'],
    ]);
  });

  it('is not told of a stream as the customer’s where a customer is not known to speak on it', async () => {
    const { call, sessions, said } = heardCall();
    call.take(sound(500, { labels: new Map([[0, 'x']]) }));
    await settled();
    await sessions[0]?.tell(words('您好', 100));
    expect(said.map(({ speaker }) => speaker)).toEqual(['unknown']);
  });

  it('is heard from then on where the label of a stream changed, and what waited is forgotten', async () => {
    const { call, sessions, said } = heardCall();
    call.take(sound(500));
    await settled();
    call.take(sound(1000, { labels: new Map([...LABELS, [0, 'c']]) }));
    await settled();
    expect(sessions.map(({ options }) => options.signal?.aborted)).toEqual([true, false, false]);
    await sessions[0]?.tell(words('您好', 100));
    await sessions[2]?.tell(words('喂', 100));
    expect(said.map(({ speaker, text }) => [speaker, text])).toEqual([['customer', '喂']]);
  });

  it('goes on after a stall, from then on, and is lost only where what waits is too much', async () => {
    const { call, sessions, lost } = heardCall();
    call.take(sound(500));
    call.take(sound(60_000));
    await settled();
    call.take(sound(60_500));
    await settled();
    expect(lost).toEqual([]);
    expect(sessions.slice(2).map(({ pieces }) => pieces)).toEqual([5, 5]);
  });

  it('is no slower to be heard for what was said before its words were asked for', async () => {
    const { call, sessions, late } = heardCall();
    for (let untilMs = 500; untilMs <= 4000; untilMs += 500) call.take(sound(untilMs, { kept: true }));
    call.take(sound(4500));
    await settled();
    await sessions[0]?.tell(words('您好', 500));
    await sessions[0]?.tell(words('请讲', 3600));
    expect(late).toEqual([500, 300]);
  });

  it('is lost where it is spoken in what is decoded only afterwards', async () => {
    const { call, lost } = heardCall();
    call.take(sound(500));
    call.take(sound(1000, { packets: packets(500, 1000, { format: OPUS }) }));
    call.take(sound(1500, { packets: packets(1000, 1500, { format: OPUS }) }));
    await settled();
    expect(lost).toEqual(['undecoded']);
  });

  describe('misses a greeting', () => {
    const NO_GREETING: SoFar['items'] = [
      { itemId: 'greeting.salutation', outcome: 'not_met', confidence: 1, evidence: [] },
    ];
    /** @param sounds half a second each, from the beginning on */
    const hinted = async (
      sounds: (untilMs: number) => Partial<HeardSound> | null,
      { beginsMs = 500, speaker = 0, toldMs = 15_500 } = {},
    ) => {
      const { call, sessions, said } = heardCall('zh', NO_GREETING);
      for (let untilMs = beginsMs; untilMs <= 17_000; untilMs += 500) {
        const over = sounds(untilMs);
        if (over) call.take(sound(untilMs, over));
        await settled();
      }
      await sessions[speaker]?.tell(words('请问', toldMs));
      return said.flatMap(({ hints }) => hints);
    };

    it('where the agent was heard from the beginning for a quarter of a minute', async () => {
      expect(await hinted(() => ({}))).toEqual(['no_greeting']);
    });

    it('also where its words were asked for a moment later, and the beginning comes at once', async () => {
      expect(await hinted((at) => ({ kept: at <= 3000 }))).toEqual(['no_greeting']);
    });

    it('and not before, nor as the customer speaks', async () => {
      expect(await hinted(() => ({}), { toldMs: 14_000 })).toEqual([]);
      expect(await hinted(() => ({}), { speaker: 1 })).toEqual([]);
    });

    it('and not where the beginning, or anything since, may not have been heard', async () => {
      expect(await hinted(() => ({}), { beginsMs: 2500 })).toEqual([]);
      // Nothing was told for a while.
      expect(await hinted((at) => (at > 3000 && at < 6000 ? null : {}))).toEqual([]);
      // The agent was on hold.
      expect(await hinted((at) => (at > 3000 && at < 5000 ? { packets: [] } : {}))).toEqual([]);
      expect(await hinted((at) => ({ packets: packets(at - 500, at, { afterPause: at === 3000 }) }))).toEqual([]);
    });
  });
});

describe('how many calls are heard at once', () => {
  it('is what was measured, and where a number is set never more than that, nor any that cannot be heard', () => {
    expect([roomOf(3, undefined), roomOf(-1, undefined), roomOf(3, 2), roomOf(0, 2), roomOf(1, 2)]).toEqual([
      3, 0, 2, 0, 1,
    ]);
  });

  it('is measured again after two minutes, and ever more seldom only where that was short', () => {
    expect(nextWait(0, true)).toBe(120_000);
    expect(nextWait(120_000, true)).toBe(240_000);
    expect(nextWait(3_000_000, true)).toBe(3_600_000);
    expect(nextWait(3_600_000, false)).toBe(120_000);
  });
});
