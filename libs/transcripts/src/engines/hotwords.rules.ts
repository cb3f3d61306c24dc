import type { CompanyProfile, Language } from '#contracts';

/** More would slow every word down, and help none. */
export const MAX_HOTWORDS = 200;
const MAX_LENGTH = 60;

/** A person who may be named in a call. */
export interface ExpectedPerson {
  zh: string;
  en: string;
  staffNumber: string;
}

/**
 * What a recogniser should expect: the company's own names first, then who is on the call, by name in both languages and by staff number, then
 * the words that the company listed. Plain text in one line each: control characters
 * and the marks that engines read as their own syntax are taken out, so that a name stays data.
 */
export function hotwordsOf(
  profile: CompanyProfile,
  language: Language,
  people: readonly ExpectedPerson[] = [],
): string[] {
  const listed = [
    ...profile.names[language],
    ...people.flatMap(({ zh, en, staffNumber }) => (language === 'zh' ? [zh, staffNumber, en] : [en, staffNumber, zh])),
    ...profile.departments[language],
    ...(profile.hotwords?.[language] ?? []),
  ];
  const plain = listed.map((word) =>
    word
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .replace(/[/:#@<>|"\\]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
  const usable = plain.filter((word) => word !== '' && word.length <= MAX_LENGTH);
  return [...new Set(usable)].slice(0, MAX_HOTWORDS);
}

/** The same as a prompt of at most `limit` characters: whole words, the first ones first. */
export function promptOf(hotwords: readonly string[], language: Language, limit: number): string {
  const between = language === 'zh' ? '、' : ', ';
  let prompt = '';
  for (const word of hotwords) {
    const longer = prompt === '' ? word : prompt + between + word;
    if (longer.length > limit) break;
    prompt = longer;
  }
  return prompt;
}
