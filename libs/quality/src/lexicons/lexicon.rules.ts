import { bilingualSchema, languageSchema, type Bilingual, type CompanyProfile, type Language } from '#contracts';
import { z } from 'zod';
import {
  introductionsSchema,
  readIntroductions,
  shortNames,
  type Introductions,
  type IntroductionWords,
} from '../matching/introduction-words.rules.js';
import { type ConfidenceTables } from './confidence.rules.js';
import { formulaOf, type Formula } from '../matching/formulas.rules.js';
import { parsePhrase } from '../matching/pattern.rules.js';
import { PhraseMatcher, type PhraseEntry } from '../matching/phrase-matcher.rules.js';
import { type Symbols, type WordClasses } from '../matching/symbols.rules.js';

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Compiles the words that ask for data; null where the lexicon has none. */
export function dataWordsOf(words: readonly string[] | undefined): RegExp | null {
  if (!words || words.length === 0) return null;
  const choices = words.map((word) => (/^\w/.test(word) ? `\\b${escaped(word)}\\b` : escaped(word)));
  return new RegExp(choices.join('|'), 'i');
}

const entrySchema = z.strictObject({
  /** How explanations call it, e.g. "an offer of help". */
  title: bilingualSchema,
  forgive: z.enum(['nothing', 'sounds', 'words']).default('sounds'),
  negation: z.enum(['reject', 'ignore']).default('ignore'),
  phrases: z.array(z.coerce.string().min(1)).min(1),
  /** Whole sentences said by heart, without gaps: recognised by what is left of them where a checklist expects one (`loosely`). */
  formulas: z.array(z.string().min(1)).optional(),
});
export type LexiconEntry = z.infer<typeof entrySchema>;

/** One lexicon file: some entries of one language, or the language's word classes. */
export const lexiconFileSchema = z.strictObject({
  format: z.literal('shouwen.lexicon/1'),
  language: languageSchema,
  version: z.number().int().positive(),
  entries: z.record(z.string(), entrySchema).default({}),
  classes: z
    .strictObject({
      numbers: z.array(z.coerce.string()),
      negators: z.array(z.coerce.string()),
      notNames: z.array(z.coerce.string()),
      /** Carry nothing when two turns are compared: particles, pronouns, courtesy words. */
      empty: z.array(z.coerce.string()).optional(),
      /** Make a turn a question without a mark. */
      questionWords: z.array(z.coerce.string()).optional(),
      /** After numbers: money, hours, days. */
      units: z.array(z.coerce.string()).optional(),
      /** What a recogniser leaves of a salutation, as an agent's first word: of 您好, of "good morning". */
      salutationRemnants: z.array(z.coerce.string()).optional(),
      introductions: introductionsSchema.optional(),
    })
    .optional(),
});

/** Word classes by which turns are compared with one another. */
export interface ContentClasses {
  readonly empty?: readonly string[] | undefined;
  readonly questionWords?: readonly string[] | undefined;
  readonly units?: readonly string[] | undefined;
  readonly salutationRemnants?: readonly string[] | undefined;
  readonly introductions?: IntroductionWords | undefined;
}

/** All phrase lists of one language. */
export interface Lexicon {
  readonly language: Language;
  readonly entries: Readonly<Record<string, LexiconEntry>>;
  readonly classes: WordClasses & ContentClasses;
}

/** The lexicons that a score names; `hash` is the SHA-256 of their content, so that a score can be replayed with the same words. */
export interface Lexicons {
  readonly hash: string;
  readonly zh: Lexicon;
  readonly en: Lexicon;
  /** How often answers were right that were found with these phrases; sets from before it was measured have none. */
  readonly confidence?: ConfidenceTables;
}

/** The entry made from the company profile: its names and its departments. */
export const COMPANY_ENTRY = 'company_profile';
const COMPANY_TITLE: Bilingual = { zh: '公司或部门名称', en: "the company's or department's name" };

/** A lexicon ready to match, with the company's own names in it. */
export interface CompiledLexicon {
  readonly language: Language;
  readonly matcher: PhraseMatcher;
  /** What numbers, negations and names are in the language: phrases of a checklist's own are read with them too. */
  readonly classes: WordClasses;
  /** Words that ask for data ("what", 多少): a turn with one restates nothing. */
  readonly dataWords: RegExp | null;
  /** Sentences of an entry that may be recognised by what is left of them. */
  formulasOf(entry: string): readonly Formula[];
  /** Each a symbol or two. */
  readonly salutationRemnants: readonly Symbols[];
  /** How people say who they are; null where the lexicon does not tell. */
  readonly introductions: Introductions | null;
  titleOf(entry: string): Bilingual;
}

const BRACKETS = /[()|<>]|\.\.\./g;

/** The sentences that a formula with choices stands for. @throws Error where it has a gap */
function spelledOut(formula: string): string[] {
  return parsePhrase(formula).flatMap((parts) => {
    const [part, ...more] = parts;
    if (part?.kind !== 'text' || more.length > 0)
      throw new Error(`formula "${formula}" has a gap, or too many choices`);
    return [...part.texts];
  });
}

/** The newest of each lexicon, by the company's names: who judges by several checklists compiles no lexicon twice. */
const compiled = new WeakMap<Lexicon, Map<string, CompiledLexicon>>();
/** A company's own names, and those from before they were changed. */
const KEPT = 2;

/**
 * A lexicon for one company. To compile it costs some tenths of a second; the last two of a lexicon are kept.
 *
 * @throws Error naming the phrase that cannot be read
 */
export function compileLexicon(lexicon: Lexicon, profile: CompanyProfile): CompiledLexicon {
  const names = [...profile.names[lexicon.language], ...profile.departments[lexicon.language]];
  const own = names.map((name) => name.replace(BRACKETS, ' ').trim()).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const kept = compiled.get(lexicon) ?? new Map<string, CompiledLexicon>();
  const key = JSON.stringify(own);
  const made = kept.get(key) ?? compileWith(lexicon, own);
  compiled.set(lexicon, new Map([[key, made] as const, ...kept].slice(0, KEPT)));
  return made;
}

function compileWith(lexicon: Lexicon, own: readonly string[]): CompiledLexicon {
  const entries: PhraseEntry[] = Object.entries(lexicon.entries).map(([name, entry]) => ({ name, ...entry }));
  const { introductions } = lexicon.classes;
  const said = introductions ? [...new Set(own.flatMap((name) => [name, ...shortNames(name, introductions)]))] : own;
  entries.push({ name: COMPANY_ENTRY, phrases: said, forgive: 'sounds', negation: 'ignore' });
  const matcher = new PhraseMatcher(entries, lexicon.classes);
  const formulas = new Map<string, readonly Formula[]>();
  for (const [name, { formulas: whole = [] }] of Object.entries(lexicon.entries)) {
    if (whole.length > 0)
      formulas.set(
        name,
        whole.flatMap(spelledOut).map((text) => formulaOf(matcher.symbols(text))),
      );
  }
  const remnants = (lexicon.classes.salutationRemnants ?? []).map((text) => matcher.symbols(text));
  return {
    language: lexicon.language,
    matcher,
    classes: lexicon.classes,
    formulasOf: (entry) => formulas.get(entry) ?? [],
    salutationRemnants: remnants,
    introductions: readIntroductions(introductions, lexicon.classes.notNames),
    dataWords: dataWordsOf(lexicon.classes.questionWords),
    titleOf: (entry) => lexicon.entries[entry]?.title ?? COMPANY_TITLE,
  };
}
