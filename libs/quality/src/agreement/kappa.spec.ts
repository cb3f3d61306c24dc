import { type Outcome } from '#contracts';
import { kappaOf, toldKappa } from './kappa.rules.js';

const cell = (human: Outcome, to: Outcome, legs: number) => ({ human, to, legs });

describe('agreement of a checklist with people', () => {
  it('is the kappa of a table that was worked by hand, with its interval', () => {
    // 45 and 25 agree, 15 and 15 do not: po = 0.70, pe = 0.6·0.6 + 0.4·0.4 = 0.52, kappa = 0.18 / 0.48.
    const found = kappaOf([
      ...[
        cell('met', 'met', 45),
        cell('met', 'not_met', 15),
        cell('not_met', 'met', 15),
        cell('not_met', 'not_met', 25),
      ],
    ]);
    expect(found?.kappa).toBeCloseTo(0.375, 10);
    // The standard error of Fleiss, Cohen and Everitt for this table, worked out apart: 0.0944.
    expect((found!.high - found!.low) / 2 / 1.96).toBeCloseTo(0.0944, 4);
    expect(found).toMatchObject({ n: 100, abstained: 0 });
  });

  it('is 1 without a single disagreement, of which few pairs are no proof, and leaves out where one side abstained', () => {
    const found = kappaOf([cell('met', 'met', 3), cell('not_met', 'not_met', 2), cell('met', 'insufficient', 9)]);
    expect(found).toMatchObject({ kappa: 1, high: 1, n: 5, abstained: 9 });
    // Wilson's lower end of 5 of 5 is 0.5655; by chance alone 0.6² + 0.4² = 0.52 would agree.
    expect(found?.low).toBeCloseTo((0.5655 - 0.52) / 0.48, 3);
  });

  it('cannot be told where one side gave one answer only, though the formula gives zero', () => {
    for (const cells of [
      [cell('met', 'met', 40), cell('not_met', 'met', 7)],
      [cell('met', 'met', 40), cell('met', 'not_met', 3)],
    ]) {
      expect(kappaOf(cells)).toMatchObject({ kappa: expect.closeTo(0, 10) });
      expect(toldKappa(kappaOf(cells))).toBeNull();
    }
    const varied = [cell('met', 'met', 40), cell('not_met', 'met', 7), cell('not_met', 'not_met', 1)];
    expect(toldKappa(kappaOf(varied))).toEqual(kappaOf(varied));
    expect(toldKappa(null)).toBeNull();
  });

  it('is not given where it is not defined', () => {
    expect(kappaOf([])).toBeNull();
    expect(kappaOf([cell('met', 'met', 1)])).toBeNull();
    expect(kappaOf([cell('met', 'met', 40)])).toBeNull();
  });
});
