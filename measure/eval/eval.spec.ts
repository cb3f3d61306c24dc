import { loadLexicons } from '#quality';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from '../bench/seeded-random.rules.js';
import { agreementOf, kappaOf, MEASURED, type Judged } from './agreement.rules.js';
import { confidenceError, stepsOf, type Answer } from './confidence.rules.js';
import { prepareJudge } from './judge.js';
import { ownCorpora } from './labelled.js';
import { Confusions, withNoise } from './noise.rules.js';
import { fallsOf } from './noise-table.js';
import { meanOfJudged, tableOf } from './table.js';

const [open, blind] = ownCorpora(process.cwd());

describe('agreement with the labelled dialogues of the project', () => {
  const judge = prepareJudge(loadLexicons());
  const judged: Record<'open' | 'blind', Judged[]> = {
    open: open!.dialogues.map(judge),
    blind: blind!.dialogues.map(judge),
  };
  const of = (which: 'open' | 'blind', name: string) =>
    agreementOf(
      MEASURED.find((item) => item.name === name)!,
      judged[which],
    );

  // Floors a little below what was measured; see docs/decisions/0026-calibrated-scores.md.
  it.each([
    ['open', 0.9],
    ['blind', 0.85],
  ] as const)('stays above its floor: %s', (which, kappa) => {
    const mean = meanOfJudged(judged[which]);
    expect(mean.kappa).toBeGreaterThan(kappa);
    // Measured 0.900 in the open half (engine 12): one accusation of coldness without trouble became a question.
    expect(mean.coverage).toBeGreaterThan(0.895);
  });

  it('finds failures of ownership, and points at the turns that count', () => {
    const { failuresFound, alarmsRight } = of('blind', 'ownership');
    expect(failuresFound).toBeGreaterThan(0.5);
    expect(alarmsRight).toBeGreaterThan(0.5);
    for (const name of ['empathy', 'confirmation', 'further_help', 'closing']) {
      expect([name, of('blind', name).evidence! > 0.8]).toEqual([name, true]);
    }
  });

  // Less than measured over five seeds, see docs/decisions/0026-calibrated-scores.md; here one makes do.
  it('tolerates noise', () => {
    const random = seededRandom(20_261_124);
    const readings = new Map<string, string>();
    const syllableOf = (char: string): string => {
      const known = readings.get(char) ?? pinyin(char, { toneType: 'none', v: true });
      readings.set(char, known);
      return known;
    };
    const confusions = new Confusions(open!.dialogues, { syllableOf, random });
    const hurt = open!.dialogues.map((one) => judge(withNoise(one, 0.2, confusions, random)));
    expect(meanOfJudged(judged.open).kappa - meanOfJudged(hurt).kappa).toBeLessThan(0.12);
    expect(fallsOf('ours', judged.open, [hurt, judged.open]).join('\n')).toMatch(
      /mean +0\.9\d+ +0\.0\d+ +0\.000 to +0\.\d+/,
    );
  });

  it('is printed item by item', () => {
    expect(tableOf('ours', judged.open).join('\n')).toMatch(
      /ours: zh, \d+ +cover[^]*greeting \(salutation\+offer\)[^]*mean/,
    );
  });
});

describe('kappa', () => {
  it('is 1 for agreement, 0 for chance, and null for nothing', () => {
    expect(
      kappaOf([
        ['met', 'met'],
        ['not_met', 'not_met'],
      ]),
    ).toBe(1);
    expect(
      kappaOf([
        ['met', 'met'],
        ['not_met', 'met'],
        ['met', 'not_met'],
        ['not_met', 'not_met'],
      ]),
    ).toBe(0);
    expect(kappaOf([])).toBeNull();
  });
});

describe('noise', () => {
  it('is the same for the same seed, and more of it is more', () => {
    const changed = (share: number): string => {
      const random = seededRandom(1);
      const confusions = new Confusions(open!.dialogues, { syllableOf: (char) => char, random });
      return withNoise(open!.dialogues[0]!, share, confusions, random)
        .turns.map(({ text }) => text)
        .join();
    };
    const clean = open!.dialogues[0]!.turns.map(({ text }) => text).join();
    expect(changed(0.2)).toBe(changed(0.2));
    expect(changed(0)).toBe(clean);
    expect(changed(0.5).length).toBeLessThan(clean.length);
  });
});

describe('confidence', () => {
  const answers = (raw: number, right: number, wrong: number): Answer[] =>
    Array.from({ length: right + wrong }, (_, i) => ({ language: 'zh', itemId: 'a.b', raw, right: i < right }));

  it('rises, for any answers', () => {
    const steps = stepsOf([...answers(0.5, 18, 2), ...answers(0.7, 10, 10), ...answers(0.9, 20, 0)]);
    expect(steps.map(({ right }) => right)).toEqual([...steps.map(({ right }) => right)].sort((a, b) => a - b));
    expect(steps.at(-1)!.right).toBeGreaterThan(steps[0]!.right);
    expect(steps.at(-1)!.right).toBeLessThan(1);
  });

  it('errs by how far claims are from what was right', () => {
    expect(
      confidenceError([
        { confidence: 1, right: true },
        { confidence: 1, right: false },
      ]),
    ).toBe(0.5);
    expect(
      confidenceError([
        { confidence: 0.5, right: true },
        { confidence: 0.5, right: false },
      ]),
    ).toBe(0);
  });
});
