import { type Language } from '#contracts';

/** What turns a sentence round. What only looks so says nothing: "no problem", 不好意思. */
const NEGATIONS: Readonly<Record<Language, { says: RegExp; harmless: RegExp }>> = {
  en: {
    says: /\b(?:not|no|never|nor|none|nothing|cannot|without|unable|refuse[sd]?)\b|n['’]t\b/giu,
    harmless:
      /\bno (?:problem|worries|trouble|doubt|rush|bother)\b|\bnot at all\b|\bif not\b|\bwhy not\b|\bwhy don['’]t\b/giu,
  },
  zh: {
    says: /[不没未无别勿莫甭拒]/gu,
    harmless:
      /不好意思|不客气|不用谢|不用客气|没关系|没问题|没有问题|没事|不要紧|不过|不但|不仅|不只|不管|不论|不错|要不|别的|别人|特别|区别|分别|未来|无论|是不是|能不能|要不要|可不可以|有没有|行不行|好不好|对不对|差不多|不一会/gu,
  },
};

/** How often a sentence says that something is not so: "it's not that we can't" does it twice. */
export function negations(sentence: string, language: Language): number {
  const { says, harmless } = NEGATIONS[language];
  return sentence.normalize('NFKC').replaceAll(harmless, ' ').match(says)?.length ?? 0;
}
