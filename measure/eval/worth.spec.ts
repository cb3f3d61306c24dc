import { type Outcome } from '#contracts';
import { MEASURED, type Judged } from './agreement.rules.js';
import { drawnInterval, shareInterval } from './intervals.rules.js';
import { byKeywords } from './keyword-baseline.rules.js';
import { type LabelValue, type Labelled } from './labelled.js';
import { accusationTable, signTable, worthTable } from './worth-table.js';
import { countWorth } from './worth-file.js';
import { casesOf, sureCasesOf, worthOf } from './worth.rules.js';

const OWNERSHIP = MEASURED.find(({ name }) => name === 'ownership')!;

const dialogue = (id: string, value: LabelValue, rest: { sure?: number; agreed?: boolean } = {}): Labelled => ({
  id,
  language: 'en',
  channel: 'chat',
  turns: [{ speaker: 'agent', text: 'we cannot do that' }],
  labels: { ownership: { value, evidence: [], ...rest } },
});

const judged = (one: Labelled, outcome: Outcome): Judged => ({
  dialogue: one,
  items: new Map([['ownership.resolution', { outcome, confidence: 0.8, evidence: [] }]]),
  situation: 'problem',
  result: 'none',
});

const SOME = [
  judged(dialogue('a', 'not_met', { sure: 5, agreed: true }), 'not_met'),
  judged(dialogue('b', 'not_met', { sure: 4, agreed: true }), 'insufficient'),
  judged(dialogue('c', 'met', { sure: 2, agreed: false }), 'not_met'),
  judged(dialogue('d', 'met', { sure: 4, agreed: true }), 'met'),
];

describe('what a scorecard says of its items', () => {
  it('counts what was said, what readers said too, and what is left to a person', () => {
    const reading = (label: LabelValue, got: LabelValue | null) => ({ language: 'en' as const, label, got });
    const readings = [
      reading('not_met', 'not_met'),
      reading('met', 'not_met'),
      reading('met', 'met'),
      reading('not_applicable', 'met'),
      reading('met', null),
      reading('not_applicable', 'not_applicable'),
    ];
    expect(countWorth(readings)).toEqual({
      conversations: 6,
      notMet: { said: 2, right: 1 },
      met: { said: 2, right: 1 },
      asked: 1,
      // Three of five agree where chance alone gives 0.32.
      kappa: { kappa: 0.4118, low: -0.1975, high: 1, n: 5 },
    });
  });
});

describe('what an item is worth', () => {
  it('counts accusations, and leaves what is put before a person out of agreement', () => {
    const worth = worthOf(casesOf(OWNERSHIP, SOME));
    expect(worth).toMatchObject({ n: 4, coverage: 0.75, readers: 0.75, accused: { made: 2, right: 1, failures: 2 } });
    expect(worth.kappa).toBeCloseTo(0.4, 5);
    expect(worth.calibration).toBeCloseTo(0.8 - 2 / 3, 5);
  });

  it('tells what becomes of those of whom readers are sure', () => {
    expect(sureCasesOf(casesOf(OWNERSHIP, SOME))).toEqual({
      failures: 2,
      failuresAccused: 1,
      failuresAsked: 1,
      successes: 1,
      successesAccused: 0,
    });
  });

  it('is printed by language, channel and sureness; what is not labelled has no row', () => {
    const table = worthTable('ours', SOME).join('\n');
    expect(table).toContain('| ownership | chat | 4 | 0.75 |');
    expect(table).toContain('| ownership | readers unsure | 1 |');
    expect(table).not.toMatch(/empathy|telephone/);
    expect(accusationTable('ours', SOME)).toContainEqual(
      expect.stringContaining('sure failures accused or put before a person | 2 of 2'),
    );
  });

  it('tells how often the sign of being sent elsewhere is shown, right, and found', () => {
    const away = (id: string, value: boolean, shown: boolean): Judged => {
      const dialogue = { ...SOME[0]!.dialogue, id, labels: { sent_away: { value, evidence: [] } } };
      const item = { outcome: 'met' as const, confidence: 0.8, evidence: [] };
      const signs = [{ name: 'sent_elsewhere' as const, evidence: [] }];
      return {
        ...SOME[0]!,
        dialogue,
        items: new Map([['ownership.no_deflection', shown ? { ...item, signs } : item]]),
      };
    };
    const some = [away('a', true, true), away('b', true, false), away('c', false, true), away('d', false, false)];
    expect(signTable('ours', some)).toContainEqual(
      expect.stringMatching(/^\| all \| 2 of 4 .* \| 1 of 2 .* \| 1 of 2 /),
    );
    expect(signTable('ours', SOME)).toEqual([]);
  });

  it('has a list of keywords beside it', () => {
    expect(byKeywords('ownership', dialogue('a', 'met'))).toBe('not_met');
    expect(byKeywords('empathy', dialogue('a', 'met'))).toBe('not_applicable');
    expect(byKeywords('unheard of', dialogue('a', 'met'))).toBeNull();
  });
});

describe('intervals', () => {
  it('of a share are wide for few cases and stay within 0 and 1', () => {
    const [from, to] = shareInterval(3, 3)!;
    expect([from, to]).toEqual([expect.closeTo(0.44, 2), 1]);
    expect(shareInterval(300, 300)![0]).toBeGreaterThan(0.98);
    expect(shareInterval(0, 0)).toBeNull();
  });

  it('by drawing again keep together what belongs together', () => {
    const share = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    const cases = [0, 0, 0, 0, 1, 1, 1, 1];
    const width = (clusterOf: (one: number) => string): number => {
      const [from, to] = drawnInterval(cases, clusterOf, share)!;
      return to - from;
    };
    let at = 0;
    expect(width(() => String(at++))).toBeLessThan(width((one) => String(one)));
  });
});
