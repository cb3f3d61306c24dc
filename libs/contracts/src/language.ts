import { z } from 'zod';

/**
 * Words of a `refine` in both languages: `.refine(check, inWords('结束须晚于开始', 'must end after it starts'))`. The API puts them into the
 * problem's `fields`; zod itself knows only the English ones.
 */
export const inWords = (zh: string, en: string) => ({ error: en, params: { words: { zh, en } } });

/** A spoken language, as BCP 47 primary subtag. Mandarin is `zh`. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text that people read, in both of the product's languages. */
export const bilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/**
 * A name that was given in one language or in both, as it is kept: who was named in one has that name in both. So lists, reports, mails, search
 * and sort orders all show the one that there is, and none of them has to ask (docs/decisions/0113).
 */
export const inBoth = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh || en, en: en || zh });

/** A name as a form offers it to be changed: once, in the field of its script, where it is the same in both languages. */
export function asGiven(name: Bilingual): Bilingual {
  if (name.zh !== name.en) return name;
  return /\p{Script=Han}/u.test(name.zh) ? { zh: name.zh, en: '' } : { zh: '', en: name.en };
}

const isThere = ({ zh, en }: Bilingual): boolean => zh !== '' || en !== '';

/** A name as people type it: one of the two is enough. @param text what each of them may be; it must take the empty string */
export const nameSchema = (text: z.ZodType<string, string>) =>
  z
    .object({ zh: text.default(''), en: text.default('') })
    .strict()
    .refine(isThere, inWords('请至少用一种语言填写', 'write it in one language at least'))
    .overwrite(inBoth);

/** A text of a checklist that people read: one of the two is enough. */
export const eitherSchema = z
  .object({ zh: z.string(), en: z.string() })
  .refine(isThere, inWords('请至少用一种语言填写', 'write it in one language at least'))
  .overwrite(inBoth);

/** What an upload may say of a call's language: `unknown`, like leaving it out, has it told from the sound. */
export const spokenLanguageSchema = z.enum(['zh', 'en', 'unknown']);
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>;

/** The language of a statement; null where it is not known. */
export const knownLanguage = (said: SpokenLanguage | undefined): Language | null =>
  said === undefined || said === 'unknown' ? null : said;

/**
 * Why the language of a call is not sure. `too_little`: there is hardly any speech. `both`: much of each. `neither`: it sounds like
 * another. `cannot_tell`: nothing on this machine can.
 */
export const languageDoubtSchema = z.enum(['too_little', 'both', 'neither', 'cannot_tell']);

/** The language of a call that came without one. */
export const languageToldSchema = z.object({
  /** What it was told from. */
  from: z.enum(['sound', 'words']),
  /** The likelier one, or null where nothing tells. */
  language: languageSchema.nullable(),
  /** Its share of what was listened to, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Why it is not sure: a person is asked, and nothing is judged until they answer. null: it is sure. */
  doubt: languageDoubtSchema.nullable(),
});
export type LanguageTold = z.infer<typeof languageToldSchema>;
