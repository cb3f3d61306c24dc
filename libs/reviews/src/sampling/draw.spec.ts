import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  commitmentOf,
  draw,
  drawOrder,
  frameHash,
  nextAfter,
  takenOf,
  picksHash,
  ticketOf,
  type FrameLeg,
} from './draw.rules.js';
import { drawInTurns, drawOrderInTurns, frameHashInTurns } from './draw-in-turns.js';
import { risksOf, type RiskFacts } from './risk.rules.js';
import { spread, type AvailableReviewer } from './spread.rules.js';

const SEED = 'ab'.repeat(32);
const leg = (n: number, stratum = '', severity = 0): FrameLeg => ({ legId: `leg-${n}`, stratum, severity });
const frame = (n: number, stratumOf: (n: number) => string = () => ''): FrameLeg[] =>
  Array.from({ length: n }, (_, at) => leg(at, stratumOf(at)));
const random = { kind: 'random', strata: 'none', size: { n: 3, per: 'all' } } as const;
const ids = (picks: readonly { legId: string }[]) => picks.map(({ legId }) => legId);

describe('a draw', () => {
  it('is what anyone can work out from the seed with two lines of code', () => {
    const byHand = ids(frame(20))
      .map((legId) => ({ legId, ticket: createHmac('sha256', Buffer.from(SEED, 'hex')).update(legId).digest('hex') }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .slice(0, 3);
    expect(ids(draw(frame(20), random, SEED, 0))).toEqual(ids(byHand));
    expect(commitmentOf(SEED)).toBe(createHash('sha256').update(Buffer.from(SEED, 'hex')).digest('hex'));
    expect(ticketOf(SEED, 'leg-0')).toHaveLength(64);
  });

  it('does not depend on the order in which the frame was read, and neither does the hash of the frame', () => {
    const one = fc.record({
      legId: fc.uuid(),
      stratum: fc.constantFrom('a', 'b', 'c'),
      severity: fc.integer({ min: 0, max: 2 }),
    });
    const frames = fc.uniqueArray(one, { selector: ({ legId }) => legId, maxLength: 30 });
    const plans = fc.record({
      kind: fc.constant('random' as const),
      strata: fc.constantFrom('none' as const, 'agent' as const),
      size: fc.record({ n: fc.integer({ min: 1, max: 9 }), per: fc.constantFrom('all' as const, 'stratum' as const) }),
    });
    fc.assert(
      fc.property(frames, plans, (legs, plan) => {
        const turned = [...legs].reverse();
        expect(draw(turned, plan, SEED, 0)).toEqual(draw(legs, plan, SEED, 0));
        expect(frameHash(turned)).toBe(frameHash(legs));
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  it('is another with another seed, and its hashes tell another frame and other picks', () => {
    const picks = draw(frame(200), random, SEED, 0);
    expect(ids(draw(frame(200), random, 'cd'.repeat(32), 0))).not.toEqual(ids(picks));
    expect(frameHash([leg(1)])).not.toBe(frameHash([leg(1, 'a')]));
    expect(picksHash(picks)).not.toBe(picksHash([...picks].reverse()));
  });

  it('takes so many of each stratum, or shares out so many by what each holds', () => {
    const legs = frame(10, (n) => (n < 7 ? 'a' : n < 9 ? 'b' : 'c'));
    const counts = (size: { n: number; per: 'all' | 'stratum' | 'reviewer' }, reviewers = 0) => {
      const picks = draw(legs, { kind: 'random', strata: 'agent', size }, SEED, reviewers);
      return ['a', 'b', 'c'].map((name) => picks.filter(({ stratum }) => stratum === name).length);
    };
    expect(counts({ n: 2, per: 'stratum' })).toEqual([2, 2, 1]);
    expect(counts({ n: 5, per: 'all' })).toEqual([4, 1, 0]);
    expect(counts({ n: 3, per: 'reviewer' }, 2)).toEqual([4, 1, 1]);
    expect(counts({ n: 99, per: 'all' })).toEqual([7, 2, 1]);
    expect(draw([], random, SEED, 0)).toEqual([]);
  });

  it('gives every leg of a frame about the same chance over many seeds', () => {
    const drawn = new Map<string, number>();
    for (let n = 0; n < 2000; n += 1) {
      const seed = createHash('sha256').update(String(n)).digest('hex');
      for (const { legId } of draw(frame(10), random, seed, 0)) drawn.set(legId, (drawn.get(legId) ?? 0) + 1);
    }
    // 600 expected of each; the standard deviation is 20.5.
    expect([...drawn.values()].every((n) => Math.abs(n - 600) < 90)).toBe(true);
  });

  it('by risk takes the severest first, and goes by the seed among equals', () => {
    const legs = [leg(1, '', 10), leg(2, '', 90), ...Array.from({ length: 20 }, (_, at) => leg(at + 3, '', 50))];
    const picks = ids(draw(legs, { kind: 'risk', strata: 'none', size: { n: 4, per: 'all' } }, SEED, 0));
    expect(picks[0]).toBe('leg-2');
    expect(picks).not.toContain('leg-1');
    expect(picks).not.toEqual(['leg-2', 'leg-3', 'leg-4', 'leg-5']);
  });

  it('replaces by the next of the same stratum, and says when none is left', () => {
    const legs = frame(5, (n) => (n < 3 ? 'a' : 'b'));
    const strata = drawOrder(legs, SEED);
    const order = ids(strata.get('a') ?? []);
    expect(nextAfter(strata, 'a', new Set([order[0]!]))).toEqual({ legId: order[1], stratum: 'a', place: 2 });
    expect(nextAfter(strata, 'a', new Set(order))).toBeNull();
    expect(nextAfter(strata, 'elsewhere', new Set())).toBeNull();
  });
});

describe('who judges', () => {
  const reviewer = (personId: string, over: Partial<AvailableReviewer> = {}): AvailableReviewer => ({
    ...{ personId, languages: ['zh', 'en'], load: 0, room: Infinity, reaches: () => true },
    ...over,
  });
  const legs = (n: number, over: { language?: 'zh' | 'en' | null; tookPart?: string[] } = {}) =>
    Array.from({ length: n }, (_, at) => ({
      legId: `leg-${at}`,
      language: 'zh' as const,
      tookPart: ['agent'],
      ...over,
    }));
  const counts = (assigned: Map<string, string>) =>
    Object.fromEntries(
      [...new Set(assigned.values())]
        .toSorted()
        .map((who) => [who, [...assigned.values()].filter((one) => one === who).length]),
    );

  it('is spread evenly, and those who have more to do get fewer', () => {
    expect(counts(spread(legs(9), [reviewer('a'), reviewer('b'), reviewer('c')], SEED))).toEqual({ a: 3, b: 3, c: 3 });
    expect(counts(spread(legs(6), [reviewer('a', { load: 4 }), reviewer('b')], SEED))).toEqual({ a: 1, b: 5 });
  });

  it('gives no reviewer more than they have room for, though others cannot judge the rest: that is left to be taken', () => {
    const [zh, en] = [reviewer('zh', { room: 2 }), reviewer('en', { room: 2, languages: ['en'] })];
    expect(counts(spread(legs(4), [zh, en], SEED))).toEqual({ zh: 2 });
    expect(counts(spread(legs(4), [{ ...zh, room: 0 }, reviewer('b', { room: 3 })], SEED))).toEqual({ b: 3 });
  });

  it('speaks the language, reaches the leg, and took no part in the call', () => {
    const onlyEnglish = reviewer('en', { languages: ['en'] });
    expect(counts(spread(legs(4), [onlyEnglish, reviewer('both')], SEED))).toEqual({ both: 4 });
    expect(spread(legs(2), [onlyEnglish], SEED).size).toBe(0);
    expect(counts(spread(legs(2, { language: null }), [onlyEnglish], SEED))).toEqual({ en: 2 });
    expect(counts(spread(legs(3, { tookPart: ['a', 'x'] }), [reviewer('a'), reviewer('b')], SEED))).toEqual({ b: 3 });
    const near = reviewer('near', { reaches: (legId) => legId === 'leg-0' });
    expect(spread(legs(2), [near], SEED)).toEqual(new Map([['leg-0', 'near']]));
  });
});

describe('what makes a call worth a look', () => {
  const quiet: RiskFacts = {
    ...{ pointsPercent: 90, longestSilenceMs: 2000, complaint: false, waiting: 0, brokenPromises: 0 },
    sentElsewhere: false,
  };
  const all = {
    risks: ['low_score', 'silence', 'complaint', 'abstention', 'promise_broken', 'sent_elsewhere'],
    ...{ lowScoreBelow: 60, silenceFrom: 20 },
  } as const;

  it('is nothing in a quiet call, and nothing that is not known', () => {
    const plan = { ...all, risks: [...all.risks] };
    expect(risksOf(quiet, plan)).toEqual({ risks: [], severity: 0 });
    expect(risksOf({ ...quiet, pointsPercent: null, longestSilenceMs: null }, plan).risks).toEqual([]);
  });

  it('adds up, and only what the plan asks for', () => {
    const bad: RiskFacts = {
      ...{ pointsPercent: 20, longestSilenceMs: 45_000, complaint: true, waiting: 3, brokenPromises: 1 },
      sentElsewhere: true,
    };
    expect(risksOf(bad, { ...all, risks: [...all.risks] })).toEqual({
      risks: all.risks,
      severity: 80 + 45 + 50 + 30 + 50 + 50,
    });
    expect(risksOf(bad, { ...all, risks: ['abstention'] })).toEqual({ risks: ['abstention'], severity: 30 });
    expect(risksOf({ ...quiet, pointsPercent: 60 }, { ...all, risks: ['low_score'] }).risks).toEqual([]);
    expect(risksOf({ ...quiet, longestSilenceMs: 20_000 }, { ...all, risks: ['silence'] }).severity).toBe(20);
  });
});

describe('a draw in turns', () => {
  it('is the same draw, whatever the size of its frame, and lets others have their turn', async () => {
    for (const size of [0, 1, 999, 1000, 1001, 9001]) {
      const legs = frame(size, (n) => `agent ${n % 7}`).map((one, n) => ({ ...one, severity: n % 3 }));
      const plan = { kind: 'risk', strata: 'agent', size: { n: 9, per: 'all' } } as const;
      let turns = 0;
      let going = true;
      const count = (): void => {
        turns += 1;
        if (going) setImmediate(count);
      };
      setImmediate(count);
      expect(await drawInTurns(legs, plan, SEED, 0)).toEqual(draw(legs, plan, SEED, 0));
      expect(await drawOrderInTurns(legs, SEED)).toEqual(drawOrder(legs, SEED));
      expect(await frameHashInTurns(legs)).toBe(frameHash(legs));
      going = false;
      if (size > 1000) expect(turns).toBeGreaterThan(size / 1000);
    }
  });

  it('takes as many as can be told from how many each stratum holds', () => {
    const legs = frame(50, (n) => `agent ${n % 7}`);
    const held = new Map([...drawOrder(legs, SEED)].map(([stratum, one]) => [stratum, one.length]));
    for (const size of [
      { n: 3, per: 'stratum' },
      { n: 60, per: 'all' },
      { n: 9, per: 'all' },
      { n: 2, per: 'reviewer' },
    ] as const)
      for (const strata of ['none', 'agent'] as const) {
        const plan = { kind: 'random', strata, size } as const;
        expect(takenOf(held, plan, 3)).toBe(draw(legs, plan, SEED, 3).length);
      }
  });
});
