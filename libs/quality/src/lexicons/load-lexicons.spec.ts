import { type CompanyProfile } from '#contracts';
import { compileLexicon } from './lexicon.rules.js';
import { loadLexicons } from './load-lexicons.js';

const profile: CompanyProfile = {
  names: { zh: ['青禾银行'], en: ['Green Grain (UK) Bank'] },
  departments: { zh: [], en: ['claims desk'] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};
const lexicons = loadLexicons();

describe('the shipped lexicons', () => {
  it('name the same things in both languages', () => {
    expect(Object.keys(lexicons.zh.entries).sort()).toEqual(Object.keys(lexicons.en.entries).sort());
  });

  it.each(['zh', 'en'] as const)('can be read and find each of their own plain phrases (%s)', (language) => {
    const { matcher } = compileLexicon(lexicons[language], profile);
    for (const [name, entry] of Object.entries(lexicons[language].entries)) {
      for (const phrase of entry.phrases.filter((p) => !/[(<.]/.test(p))) {
        expect([phrase, matcher.match(phrase).map((match) => match.entry)]).toEqual([
          phrase,
          expect.arrayContaining([name]),
        ]);
      }
    }
  });

  it('have the identity of their content', () => {
    expect(loadLexicons().hash).toBe(lexicons.hash);
    expect(lexicons.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('take the company’s own names, brackets and all', () => {
    const entries = (language: 'zh' | 'en', text: string): string[] =>
      compileLexicon(lexicons[language], profile)
        .matcher.match(text)
        .map((m) => m.entry);
    expect(entries('zh', '您好青禾银行')).toContain('company_profile');
    expect(entries('en', 'green grain uk bank hello')).toContain('company_profile');
    expect(entries('en', 'the claims desk')).toContain('company_profile');
    expect(entries('en', 'green bank')).not.toContain('company_profile');
  });
});
