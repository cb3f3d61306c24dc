import { CORRECTABLE, correctionChangesSchema } from './corrections.js';
import { MANIFEST_COLUMNS } from './folder/manifest.rules.js';
import { legSchema } from './http/call-legs.js';
import { CORRECTED_FACTS, factWords, isClosedFact, LEG_FACTS, LISTED_FACTS, type LegFactName } from './leg-facts.js';
import { uploadLegSchema } from './upload.js';

describe('a fact of a leg, once it has its row', () => {
  it('can be uploaded, and is corrected and shown unless its row says otherwise', () => {
    const { staffNumber: _, extension: __, ...uploaded } = uploadLegSchema.shape;
    expect(Object.keys(uploaded)).toEqual(Object.keys(LEG_FACTS));
    expect(CORRECTED_FACTS).toEqual(Object.keys(LEG_FACTS).filter((name) => name !== 'ringSeconds'));
    for (const name of CORRECTED_FACTS) {
      expect(CORRECTABLE).toContain(name);
      expect(Object.keys(legSchema.shape)).toContain(name);
    }
  });

  it('is a column of the list in a folder where its row says so', () => {
    for (const name of Object.keys(LEG_FACTS) as LegFactName[])
      expect([name, MANIFEST_COLUMNS.some((column) => column === name)]).toEqual([
        name,
        LISTED_FACTS.some((listed) => listed === name),
      ]);
  });

  it('is taken back as unknown, except for holds, of which none is an empty list', () => {
    for (const name of CORRECTED_FACTS) {
      const taken = name === 'holdSpans' ? [] : null;
      expect(correctionChangesSchema.parse({ [name]: taken })).toEqual({ [name]: taken });
    }
    expect(correctionChangesSchema.safeParse({ holdSpans: null }).success).toBe(false);
    expect(correctionChangesSchema.safeParse({ ringSeconds: 3 }).success).toBe(false);
  });

  it('is named in both languages, and kept out of the journal where its words are free', () => {
    expect(factWords('zh', 'asked').queueSeconds).toBe('排队时间（秒）');
    expect(factWords('en', 'named').queueSeconds).toBe('time in the queue');
    expect(CORRECTED_FACTS.filter((name) => !isClosedFact(name))).toEqual(['queue', 'holdSpans']);
  });
});
