import { makeCorpus } from './corpus.js';
import { judgeCorpus } from './judge.rules.js';
import { withNoise } from './noise.rules.js';

/** Another seed than the one that the printed figures are of. */
const SEED = 7;
const corpus = makeCorpus(2_000, SEED);
const missedShare = ({ planted, missed }: { planted: number; missed: number }) => missed / Math.max(1, planted);

describe('redaction on a made corpus', () => {
  const { tallies, codes, clean, alarmed } = judgeCorpus(corpus);

  it.each(tallies)('misses at most one in a hundred: $language $kind', (tally) => {
    expect(missedShare(tally)).toBeLessThanOrEqual(0.01);
  });

  it('cuts nothing where no card code was said, and misses none that was', () => {
    expect(codes.planted).toBeGreaterThan(200);
    expect(codes.falseCuts).toBe(0);
    expect(codes.missed / codes.planted).toBeLessThanOrEqual(0.01);
    expect(codes.cut / codes.planted).toBeGreaterThan(0.5);
  });

  it('hides something in at most one of two hundred dialogues of near misses', () => {
    expect(clean).toBeGreaterThan(600);
    expect(alarmed / clean).toBeLessThanOrEqual(0.005);
  });

  it('still hides most where one digit in ten was misheard, for it goes by what was asked', () => {
    const noisy = judgeCorpus(withNoise(corpus, 0.1, SEED)).tallies;
    const all = noisy.reduce(
      (sum, { planted, missed }) => ({ planted: sum.planted + planted, missed: sum.missed + missed }),
      {
        planted: 0,
        missed: 0,
      },
    );
    expect(missedShare(all)).toBeLessThanOrEqual(0.2);
    expect(missedShare(all)).toBeGreaterThan(0);
  });
});
