import { writtenTranscript } from '../call/written-dialogue.rules.js';
import { ACTS_OF, type Act } from './acts.js';
import { prepareActs, readWeights, writeWeights, type SideWeights } from './act-weights.rules.js';
import { featuresOf, wholeRoot } from './features.rules.js';
import { ACTS_FOLDER, loadFindActs, shippedActs } from './load-act-reader.js';
import { lessonsHash, readCorpus } from './read-corpus.js';
import { sentencesOf } from './sentences.rules.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const cut = (text: string, language: 'en' | 'zh'): string[] =>
  sentencesOf(text, language).map(({ fromChar, toChar }) => text.slice(fromChar, toChar));

describe('sentences of a turn', () => {
  it('end at stops, not inside numbers or titles, and take short words along', () => {
    expect(cut('Okay. It is 2.14 p.m. now, Dr. Finn. Is that you?', 'en')).toEqual([
      'Okay. It is 2.14 p.m. now, Dr. Finn.',
      'Is that you?',
    ]);
    expect(cut('好的。户号报一下?我查,稍等。', 'zh')).toEqual(['好的。户号报一下?', '我查,稍等。']);
  });

  it('are cut where a recogniser wrote no stops, and lose nothing', () => {
    const text = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ');
    const pieces = cut(text, 'en');
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join(' ')).toBe(text);
    expect(cut('', 'en')).toEqual([]);
    const endless = '我'.repeat(700_000);
    expect(cut(endless, 'zh').join('')).toBe(endless);
    expect(cut('Mr. '.repeat(20_000) + 'Finn is here. Ask him.', 'en').at(-1)).toBe('Ask him.');
    expect(cut(`Well${'.'.repeat(100_000)}x. Then go to the shop.`, 'en').at(-1)).toBe('Then go to the shop.');
    expect(cut(`${'\n '.repeat(100_000)}Then go to the shop.`, 'en')).toEqual(['Then go to the shop.']);
    expect(cut(' … ', 'zh')).toEqual(['…']);
  });
});

describe('what sentences are told by', () => {
  it('is blind to case, width and which digits there are', () => {
    expect(featuresOf('Ring 0800 then', 'en')).toEqual(featuresOf('ring 1234 THEN', 'en'));
    expect(featuresOf('尾号３３９０', 'zh')).toEqual(featuresOf('尾号1234', 'zh'));
    expect(featuresOf('您好', 'zh')).not.toEqual(featuresOf('再见', 'zh'));
  });

  it('counts in whole numbers', () => {
    expect([0, 1, 3, 4, 99, 100, 2 ** 40].map(wholeRoot)).toEqual([0, 1, 1, 2, 9, 10, 2 ** 20]);
  });
});

const side = (speaker: 'agent' | 'customer', first: number): SideWeights => {
  const acts = ACTS_OF[speaker];
  const hashes = Uint32Array.from([...featuresOf('no', 'en')].sort((a, b) => a - b));
  const weights = Int8Array.from({ length: hashes.length * acts.length }, (_, i) =>
    i % acts.length === 0 ? first : 0,
  );
  const [scales, biases] = [acts.map(() => 65_536), acts.map(() => 0)];
  const steps = acts.map(() => Array.from({ length: 15 }, (_, i) => (i + 1) * 1000));
  return { acts, hashes, rareness: Uint8Array.from(hashes, () => 16), weights, scales, biases, steps };
};

describe('weights', () => {
  it('are the same after being written and read', () => {
    const weights = {
      ...({ language: 'en', corpus: 'c'.repeat(64) } as const),
      sides: { agent: side('agent', 3), customer: side('customer', -2) },
    };
    const bytes = writeWeights(weights);
    expect(readWeights(bytes, 'h')).toEqual({ ...weights, hash: 'h' });
    expect(() => readWeights(bytes.subarray(0, -1), 'h')).toThrow();
  });

  it('give an act a posterior in sixteenths, and none where nothing speaks for it', () => {
    expect(prepareActs(side('agent', 3), 'en')('no')).toEqual(new Map<Act, number>([['sends_elsewhere', 15]]));
    expect(prepareActs(side('agent', -3), 'en')('no')).toEqual(new Map());
  });

  it.each(['en', 'zh'] as const)('that ship were made from the sentences that ship (%s)', (language) => {
    const bytes = readFileSync(join(ACTS_FOLDER, `weights.${language}.bin`));
    const { corpus, hash } = readWeights(bytes, shippedActs()[language]);
    expect(corpus).toBe(lessonsHash(ACTS_FOLDER, language));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readCorpus(join(ACTS_FOLDER, 'corpus'), language).length).toBeGreaterThan(6000);
  });
});

describe('sentences of the corpus', () => {
  it('may name an act that stands for several: by which of them it is done is not known', () => {
    const named = readCorpus(join(ACTS_FOLDER, 'corpus'), 'en').find(
      ({ text }) => text === 'Were you raised in a barn?',
    )!;
    expect(named.acts).toEqual(new Set<Act>(['forbidden']));
    expect([...named.unsure]).toEqual(expect.arrayContaining<Act>(['blames', 'mocks', 'stuck']));
    const answer = readCorpus(join(ACTS_FOLDER, 'corpus'), 'en').find(({ text }) => text === 'How dare you.')!;
    expect(answer.acts).toEqual(new Set<Act>(['offended']));
  });
});

describe('acts of a call', () => {
  it('are found by sentence, with the example that a sentence is most like, the same each time', () => {
    const transcript = writtenTranscript({
      language: 'en',
      turns: [{ speaker: 'agent', text: "That isn't us. You'd need to ring the council and ask them." }],
    });
    const found = loadFindActs()(transcript);
    const away = found!.sentences.find(({ acts }) => (acts.sends_elsewhere ?? 0) >= 13);
    expect(away).toMatchObject({ turn: 0 });
    expect(away!.like!.sends_elsewhere).toMatch(/\w/);
    expect(loadFindActs()(transcript)).toEqual(found);
  });

  it('are none of a speaker that is not known', () => {
    const { turns } = writtenTranscript({ language: 'en', turns: [{ speaker: 'agent', text: 'Hello there.' }] });
    const unknown = turns.map((turn) => ({ ...turn, speaker: 'unknown' as const }));
    expect(loadFindActs()({ language: 'en', turns: unknown })!.sentences).toEqual([]);
  });
});
