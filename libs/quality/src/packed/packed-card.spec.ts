import { type ItemResult } from '#contracts';
import { INPUTS_AS_THEY_LIE, ITEMS_AS_THEY_LIE, packItems, unpackItems } from './packed-card.js';
import { dictionarySha256, pack, unpack } from './packed.js';

const result = (itemId: string, explanation: ItemResult['explanation']): ItemResult => ({
  ...{ itemId, outcome: 'not_met', reason: null, source: 'rule', confidence: 0.9, checkId: 'phrase/1' },
  evidence: [{ kind: 'absence', fromTurn: 0, toTurn: 1, lookedFor: ['offer'] }],
  explanation,
});
const SAYS = {
  zh: '已查看 3:12 至通话结束的 17 个话轮，没有找到感谢或道别、客户结束之后的话。',
  en: 'Looked at 17 turns from 3:12 to the end and did not find thanks or a goodbye or words after the customer had ended.',
};
const ITEMS = [
  result('closing.farewell', SAYS),
  result('own.item', { zh: '本公司自己的项目。', en: 'An item of our own.' }),
];
const WHY = [{ itemId: 'jargon.explained', why: { n: 0, from: 'none', only: 'not_met', kappa: null, target: 0.6 } }];

describe('a scorecard in its row', () => {
  it('says the same once it is read as it said when it was filed', () => {
    const lying = JSON.parse(JSON.stringify(ITEMS_AS_THEY_LIE.to(ITEMS)));
    expect(ITEMS_AS_THEY_LIE.from(lying)).toEqual(ITEMS);
    const inputs = { facts: null, measures: {}, notTrusted: WHY };
    expect(INPUTS_AS_THEY_LIE.from(JSON.parse(JSON.stringify(INPUTS_AS_THEY_LIE.to(inputs))))).toEqual(inputs);
  });

  it('leaves all that is counted by where queries find it, and the sentences to the packed part', () => {
    const [first, second] = packItems(ITEMS);
    expect(first).toMatchObject({ itemId: 'closing.farewell', outcome: 'not_met', evidence: ITEMS[0]!.evidence });
    expect(first).not.toHaveProperty('explanation');
    expect(Object.keys(second!).toSorted()).toEqual(
      Object.keys(ITEMS[1]!)
        .filter((key) => key !== 'explanation')
        .toSorted(),
    );
  });

  it('leaves of what was not missed what is counted, and reads the rest from the packed parts', () => {
    const words = {
      kind: 'words',
      transcriptVersion: 1,
      turn: 2,
      fromMs: 10,
      toMs: 20,
      fromChar: 0,
      toChar: 4,
    } as const;
    const signs: ItemResult['signs'] = [{ name: 'sent_elsewhere', evidence: [words] }];
    const met: ItemResult = { ...ITEMS[0]!, outcome: 'met', evidence: [words], signs };
    const lying = packItems([met, ITEMS[1]!]);
    expect(Object.keys(lying[0]!).toSorted()).toEqual([
      'found',
      'itemId',
      'outcome',
      'reason',
      'signs',
      'source',
      'told',
    ]);
    expect(lying[0]!.signs).toEqual([{ name: 'sent_elsewhere' }]);
    expect(unpackItems(lying)).toEqual([met, ITEMS[1]]);
    // As the database erases what points into the words.
    const erased = lying.map(({ signs: _, found: __, ...item }) => ({ ...item, evidence: [] }));
    expect(unpackItems(erased)).toEqual([
      { ...ITEMS[0], outcome: 'met', evidence: [] },
      { ...ITEMS[1], evidence: [] },
    ]);
  });

  it('leaves the measures that queries read, and reads what a card was judged by as it was', () => {
    const longestSilence = { fromMs: 1, toMs: 900 };
    const measures = { format: 'shouwen.measures/1', longestSilence, sides: null, silences: [longestSilence] };
    for (const inputs of [
      { facts: { from: 'pbx' }, measures, notTrusted: WHY },
      { facts: { from: 'pbx' }, measures: null },
      { facts: { from: 'pbx' } },
    ]) {
      const lying = INPUTS_AS_THEY_LIE.to(inputs) as { measures?: object };
      expect(lying.measures).toEqual(inputs.measures ? { longestSilence, sides: null } : undefined);
      expect(INPUTS_AS_THEY_LIE.from(lying)).toEqual(inputs);
    }
    // A card that an earlier commit filed.
    const before = { facts: null, notTrusted: '1:qyZmtb0xdFUExlpOc1ottzc0R64wjKHLH2iy3r4WAA==' };
    expect(INPUTS_AS_THEY_LIE.from(before)).toMatchObject({ notTrusted: { 'closing.farewell': SAYS } });
  });

  it('is at most a third as long where the sentences are ours', () => {
    const ours = JSON.stringify({ [ITEMS[0]!.itemId]: SAYS });
    expect(pack({ [ITEMS[0]!.itemId]: SAYS }).length).toBeLessThan(Buffer.byteLength(ours) / 3);
    expect(pack(WHY).length).toBeLessThan(JSON.stringify(WHY).length / 3);
  });

  it.each([
    ['a card from before', ITEMS],
    ['a card without items', []],
  ])('reads %s as it is', (_, items) => expect(unpackItems(items)).toEqual(items));

  it('reads results whose evidence was erased, that were put in another order, or changed by hand', () => {
    const [first, second] = packItems(ITEMS);
    const changed = { ...second!, explanation: SAYS };
    expect(unpackItems([{ ...changed, evidence: [] }, first!])).toEqual([
      { ...ITEMS[1], explanation: SAYS, evidence: [] },
      ITEMS[0],
    ]);
  });

  it('is left as it is where two results are of one item', () => {
    const twice = [ITEMS[0]!, { ...ITEMS[0]!, explanation: { zh: '另一句。', en: 'Another.' } }];
    expect(packItems(twice)).toEqual(twice);
  });

  it('lets what is no card through', () => {
    for (const none of [null, undefined])
      for (const { to, from } of [ITEMS_AS_THEY_LIE, INPUTS_AS_THEY_LIE])
        expect([to(none), from(none)]).toEqual([none, none]);
  });

  it('can be read for ever: a dictionary never changes', () => {
    expect(dictionarySha256('1')).toBe('71e3ff5099abd8e39904d97459534e61f095a07ccbb8e801d0278d18d77768f8');
    expect(dictionarySha256('2')).toBe('abdbe2cf21f705de567e49e7856cc6fb6f37a90a84ad2d44e5c3cacb78bc7708');
    expect(unpack('1:qyZmtb0xdFUExlpOc1ottzc0R64wjKHLH2iy3r4WAA==')).toEqual({ 'closing.farewell': SAYS });
  });

  it('says so where it was packed by a newer release, or is damaged', () => {
    expect(() => unpack('9:AAAA')).toThrow('dictionary 9');
    expect(() => unpack(`${pack(WHY).slice(0, -8)}`)).toThrow();
  });
});
