import { type Bilingual } from '#contracts';
import { DomainError } from '#platform';

const WORDS: Record<'nothing' | 'single_character' | 'too_many', Bilingual> = {
  nothing: {
    zh: '没有可以查找的字词。请输入两个以上的汉字，或一个完整的英文单词。',
    en: 'There is nothing to look for. Type two or more Chinese characters, or a whole English word.',
  },
  single_character: {
    zh: '单个汉字会找到几乎所有通话。请至少输入相连的两个汉字。',
    en: 'A single Chinese character would find nearly every call. Type at least two in a row.',
  },
  too_many: {
    zh: '一次最多查找六个词。请减少几个，或用引号把连在一起的词括起来。',
    en: 'At most six terms at once. Leave some out, or put quotation marks around words that belong together.',
  },
};

/** Why a search was not begun, with what to do. */
export const refusal = (reason: keyof typeof WORDS): DomainError =>
  new DomainError('bad_search', 'bad_input', WORDS[reason]);
