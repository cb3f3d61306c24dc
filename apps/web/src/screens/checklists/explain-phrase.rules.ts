const WORDS = {
  zh: {
    says: '匹配：',
    oneOf: (options: string[]) => `（${options.join(' 或 ')}）`,
    maybe: (options: string[]) => `（${options.join(' 或 ')}，可以没有）`,
    '...': '〔最多隔 6 个字〕',
    '..': '〔最多隔 2 个字〕',
    '<n>': '〔数字〕',
    '<name>': '〔名称〕',
  },
  en: {
    says: 'Matches: ',
    oneOf: (options: string[]) => `(${options.join(' or ')})`,
    maybe: (options: string[]) => `(${options.join(' or ')}, or nothing)`,
    '...': '[up to 6 words between]',
    '..': '[up to 2 words between]',
    '<n>': '[a number]',
    '<name>': '[a name]',
  },
} as const;

type Language = keyof typeof WORDS;

const signs = (text: string, language: Language): string =>
  text.replaceAll(/\.\.\.|\.\.|<n>|<name>/g, (sign) => ` ${WORDS[language][sign as '...' | '..' | '<n>' | '<name>']} `);

/** What a pattern stands for, in words; null for plain words, which say it themselves. */
export function explainPhrase(phrase: string, language: Language): string | null {
  if (!/[()|<]|\.\./.test(phrase)) return null;
  const said = phrase
    .split(/(\([^()]*\))/)
    .map((part) => {
      if (!part.startsWith('(') || !part.endsWith(')')) return signs(part, language);
      const options = part
        .slice(1, -1)
        .split('|')
        .map((one) => one.trim());
      const named = options.filter((one) => one !== '').map((one) => signs(one, language).trim());
      return ` ${options.includes('') ? WORDS[language].maybe(named) : WORDS[language].oneOf(named)} `;
    })
    .join('');
  const tidy = said.replaceAll(/\s+/g, ' ').trim();
  return WORDS[language].says + (language === 'zh' ? tidy.replaceAll(/ ?([（〔）〕]) ?/g, '$1') : tidy);
}
