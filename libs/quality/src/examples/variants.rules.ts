import { type Language } from '#contracts';
import { negations } from './negation.rules.js';
import { prepareLikeness, SIDES, type Examples, type Likeness, type Side } from './likeness.rules.js';

/** Ways in which people say a sentence otherwise. Only the last turns what it says round. */
export const VARIANTS = ['shortened', 'filler', 'politer', 'negated'] as const;
export type Variant = (typeof VARIANTS)[number];

const lowered = (text: string): string => text.replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());
const bare = (text: string): string => text.trim().replace(/[.。!！]+$/u, '');

/** The first three quarters: people break off before the end. */
function shortened(text: string, language: Language): string {
  const parts = language === 'zh' ? [...bare(text)] : bare(text).split(/\s+/u);
  return parts.slice(0, Math.max(1, Math.ceil(parts.length * 0.75))).join(language === 'zh' ? '' : ' ');
}

const EN_VERBS =
  /\b(can|could|will|would|should|must|is|are|was|were|am|have|has|had|do|does|did|may|might)\b(?!n['’]t| not\b)/iu;
const ZH_VERBS = /可以|能够|能|会|要|需要|应该|有|是|给|帮/u;

/** Puts a "not" into a sentence, or takes it out of one that has it. Where neither can be done by rule, it is denied as a whole. */
function negated(text: string, language: Language): string {
  const plain = bare(text);
  const before = negations(plain, language);
  if (before > 0) {
    const without =
      language === 'zh'
        ? plain.replace(/不能|不会|不可以/u, (word) => word.slice(1)).replace(/没有|无法/u, '有')
        : plain
            .replace(/\b(can|could|would|should|is|are|was|were|have|has|do|does|did)n['’]t\b/iu, '$1')
            .replace(/\b(?:not|never) /iu, '');
    if (negations(without, language) < before) return without;
  }
  if (language === 'zh') {
    const found = ZH_VERBS.exec(plain);
    if (!found) return `不是说${plain}`;
    const no = found[0] === '有' ? '没' : '不';
    return `${plain.slice(0, found.index)}${no}${plain.slice(found.index)}`;
  }
  return EN_VERBS.test(plain) ? plain.replace(EN_VERBS, '$1 not') : `It's not true that ${lowered(plain)}`;
}

const SAID: Readonly<Record<Language, Readonly<Record<Variant, (text: string) => string>>>> = {
  en: {
    shortened: (text) => shortened(text, 'en'),
    filler: (text) => `Um, so, you know, ${lowered(bare(text))}, right.`,
    politer: (text) => `If you don't mind, ${lowered(bare(text))}, if that's all right with you, please.`,
    negated: (text) => negated(text, 'en'),
  },
  zh: {
    shortened: (text) => shortened(text, 'zh'),
    filler: (text) => `嗯，那个，就是说，${bare(text)}，对吧。`,
    politer: (text) => `您好，麻烦您，${bare(text)}，您看可以吗？`,
    negated: (text) => negated(text, 'zh'),
  },
};

/** An example said otherwise, and what it is taken for; `like` null where it is like none. */
export interface Varied {
  readonly language: Language;
  readonly side: Side;
  /** Of the side's examples in the language, from 0. */
  readonly line: number;
  readonly variant: Variant;
  readonly text: string;
  readonly like: Likeness | null;
}

/** Every example said in other ways, judged as a sentence of a call would be. */
export const varied = (examples: Examples): Varied[] =>
  (['zh', 'en'] as const).flatMap((language) => {
    const { tell } = prepareLikeness(examples, language);
    return SIDES.flatMap((side) =>
      examples[side][language].flatMap((example, line) =>
        VARIANTS.map((variant): Varied => {
          const text = SAID[language][variant](example);
          return { language, side, line, variant, text, like: tell(text) };
        }),
      ),
    );
  });
