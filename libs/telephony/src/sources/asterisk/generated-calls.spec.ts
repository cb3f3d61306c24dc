import { DEEP } from '../../../../../test/support/deep.js';
import { seeded, shuffled } from '../../records/seeded.fixture.js';
import { callsByParts, inTurn, parts } from '../by-parts.fixture.js';
import { asterisk } from './asterisk.rules.js';
import { FILES, INSTALLATIONS, make, OPTIONS, recordsOf, TOLD, wrongs, type File } from './generated-truth.fixture.js';

describe.each(INSTALLATIONS)(
  'generated calls of an installation with $technology/$trunk, members $members',
  (house) => {
    // The first is held to all of it, the others, which write their records differently, to a part that has every kind of call.
    const count = DEEP ? 1000 : house === INSTALLATIONS[0] ? 400 : 120;
    const part = DEEP || house === INSTALLATIONS[0] ? 200 : 80;
    const made = make(house, count, house.agents.length);
    // Each file is read once for all sets of files that it is in.
    const read = new Map(FILES.map((file) => [file, recordsOf(made, [file])]));
    const all = [...read.values()].flat();
    const calls = asterisk.calls(all, OPTIONS);

    it('are all told, and nothing else', () => {
      expect(made.truth).toHaveLength(count);
      expect(calls).toHaveLength(count);
      expect(wrongs(calls, made.truth)).toEqual([]);
    });

    it('abstain from hardly anything', () => {
      const legs = calls.flatMap((call) => call.legs).filter(({ facts }) => TOLD.test(facts.kind?.value ?? ''));
      expect(legs).toHaveLength(made.truth.flatMap((call) => call.legs).length);
      const known = legs.filter(({ facts }) => facts.outcome && facts.endedAt && facts.extension && facts.holdSpans);
      expect(known.length / legs.length).toBeGreaterThan(0.99);
      expect(calls.filter(({ facts }) => facts.outcome && facts.endedAt && facts.direction)).toHaveLength(count);
    });

    it('are the same in any order, with each record told twice and a tenth of them lost', () => {
      const chance = seeded(17);
      // So many calls have every kind of record, and a sort that is not total shows on few; the whole is turned round once.
      const some = recordsOf(make(house, part, 17), FILES).filter(() => chance() > 0.1);
      const wanted = JSON.stringify(asterisk.calls(some, OPTIONS));
      for (let order = 0; order < (DEEP ? 10 : 2); order++)
        expect(JSON.stringify(asterisk.calls(shuffled([...some, ...some], order), OPTIONS)) === wanted).toBe(true);
      expect(JSON.stringify(asterisk.calls(shuffled(all, 18), OPTIONS)) === JSON.stringify(calls)).toBe(true);
    });

    it.each([
      [FILES, 0.1],
      [['cel'], 0],
      [['queueLog', 'cdr'], 0],
      [['cdr'], 0.1],
    ] as [File[], number][])(
      'are found by the keys of their records in %j, where %d of the lines are lost',
      (files, lost) => {
        const chance = seeded(19);
        const some = recordsOf(make(house, part, 23), files).filter(() => chance() >= lost);
        const calls = inTurn(asterisk.calls(some, OPTIONS));
        const all = parts(asterisk, some);
        expect(JSON.stringify(callsByParts(asterisk, all, OPTIONS)) === JSON.stringify(calls)).toBe(true);
        expect(all.length).toBeGreaterThan(calls.length * 0.9);
      },
    );

    it.each([
      [['cel']],
      [['cel', 'queueLog']],
      [['cel', 'cdr']],
      [['queueLog']],
      [['queueLog', 'cdr']],
      [['cdr']],
    ] as File[][][])('give no wrong fact from %j alone', (files) => {
      expect(
        wrongs(
          asterisk.calls(
            files.flatMap((file) => read.get(file) ?? []),
            OPTIONS,
          ),
          made.truth,
        ),
      ).toEqual([]);
    });
  },
);
