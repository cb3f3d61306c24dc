import { z } from 'zod';

const words = z.array(z.coerce.string()).default([]);

/** How people say who they are, of one language, where no phrase frames the name: 绿谷银行小李, "Dawn Telecom, Mr Clark, …". Part of a lexicon's classes. */
export const introductionsSchema = z.strictObject({
  /** Before a name: 小, 阿. */
  nicknames: words,
  /** Begin like a name and are none: 大家, 马上. */
  notPeople: words,
  /** After a surname alone: 刘工. */
  afterSurname: words,
  /** Beside a name: 师傅, "Mrs". */
  nameTitles: words,
  /** What a person at the telephone is: 客服, "adviser"; of one with a number, too. */
  jobs: words,
  /** First characters of a whole name. */
  surnames: words,
  /** Around a bare name: 我是, 免贵; 为您服务, 在的. */
  leads: words,
  tails: words,
  /** Between a name and the company's: "Tess at Dawn Telecom". */
  links: words,
  /** Ends of words that name a department, not a person: "memberships", "radiology". */
  departmentEnds: words,
  /** What a company's name may end in and people leave out: 银行, "hotel". */
  companyEnds: words,
  /** Cities, provinces and rivers that companies are named after, and that people leave out: 珠江白鹭水上巴士. */
  places: words,
});
export type IntroductionWords = z.infer<typeof introductionsSchema>;

/** The words made ready, with an expression for a stretch of Chinese that is a person and nothing else. */
export interface Introductions {
  readonly nameTitles: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly departmentEnds: RegExp | null;
  readonly person: RegExp;
  /** May be one: a whole name, a foreign one, or a number, on its own. */
  readonly bare: RegExp;
  /** Within other words, what may be one after all: a job or 阿 with something beside it, a foreign name. */
  readonly maybe: RegExp;
  /** Says what a person does, and no name. */
  readonly jobOnly: RegExp;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (list: readonly string[]): string =>
  list.length === 0
    ? '(?!)'
    : `(?:${[...list]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})`;

/**
 * Words that others of the list make together left out (我是 by 我 and 是): repeated, the list says the same without them. With them a recogniser's
 * loop, 我是我是我是…, could be read in so many ways that no computer tries them all.
 */
const simplest = (list: readonly string[]): string[] => {
  const all = [...new Set(list)];
  return all.filter((word) => !new RegExp(`^(?:${anyOf(all.filter((one) => one.length < word.length))})+$`).test(word));
};

const HAN = '\\p{Script=Han}';
const FIGURE = '[\\d零〇一二三四五六七八九十百两幺洞拐]';
/** A foreign name among Chinese words: Kelvin, 阿Ken. Bare it may be a brand ("Nike客服"), and these are no one's. */
const LETTERS =
  '(?!(?:Okay|Ok|Sorry|Yes|Yeah|No|Hello|Hi|Hey|Bye|Thanks?|Please|Good|Well)(?!\\p{Ll}))\\p{Lu}\\p{Ll}{1,11}';
/** A number without 号: longer ones are those of hotlines. */
const NUMBER = `${FIGURE}{1,8}号|${FIGURE}{2,4}`;

/**
 * Makes the words ready; null where the lexicon has none.
 *
 * @param notNames words that can be no name's; of Chinese ones the characters
 */
export function readIntroductions(
  read: IntroductionWords | undefined,
  notNames: readonly string[],
): Introductions | null {
  if (!read) return null;
  const { nicknames, notPeople, nameTitles, jobs, surnames, leads, tails, links, departmentEnds, afterSurname } = read;
  const [job, title, lead] = [anyOf(jobs), anyOf(nameTitles), anyOf(simplest(leads))];
  const never = notNames.filter((one) => new RegExp(`^${HAN}$`, 'u').test(one)).join('');
  const of = `(?:(?![${never}])${HAN})`;
  const none = anyOf(notPeople);
  const nicknamed = `(?!${none})${anyOf(nicknames)}${of}{1,2}?`;
  const whole = `(?!${none})${anyOf(surnames)}(?:${of}{1,2}?|${anyOf(afterSurname)})`;
  const any = [nicknamed, whole, `${of}{1,3}${title}`, NUMBER, LETTERS].join('|');
  const tail = `(?:${job})?(?:${anyOf(simplest(tails))})*$`;
  return {
    nameTitles: new Set(nameTitles),
    links: new Set(links),
    departmentEnds: departmentEnds.length > 0 ? new RegExp(`${anyOf(departmentEnds)}$`, 'i') : null,
    person: new RegExp(
      `^(?:${lead})*(?:(?:${lead}|${job})的?(?:${any}|(?!${none})${of}{2,3})|${nicknamed}|${of}{1,3}${title}|${FIGURE}{1,8}号|阿${LETTERS})${tail}`,
      'u',
    ),
    bare: new RegExp(`^(?:${whole}|${NUMBER}|${LETTERS})${tail}`, 'u'),
    maybe: new RegExp(
      `(?:(?:${job})的?|${anyOf(nicknames)})(?!${none}|${job}|[为很请在有您你帮给竭随来要想是的务])(?!${HAN}{0,3}${anyOf(departmentEnds)}(?!${HAN}))${HAN}{1,3}?(?=$|[，,。.！!？?、~\\s]|${anyOf(tails)}|请)|(?<![A-Za-z])${LETTERS}(?![A-Za-z])`,
      'gu',
    ),
    jobOnly: new RegExp(`^(?:${anyOf(simplest([...leads, ...jobs]))})+$`, 'u'),
  };
}

/** 临溪市12345 is said without the 市. */
const OF_PLACE = /^([\p{Script=Han}]{2,4}?)[市县区省]/u;
/** 江畔理工学院招生办 is said 江畔理工. */
const LONG_HAN = 6;
/** Shorter, a name is any word. */
const LEAST_SHORT = { han: 2, letters: 5 };

/** What people say for a company's name: without "the", what it ends in, or a place or department after it. */
export function shortNames(name: string, { companyEnds, places }: IntroductionWords): string[] {
  const [whole = ''] = name.replace(/^the\s+/i, '').split(/[,，(（]/);
  if (new RegExp(HAN, 'u').test(whole)) {
    const end = companyEnds
      .filter((one) => whole.endsWith(one) && whole.length > one.length)
      .sort((a, b) => b.length - a.length)[0];
    const stem = end ? whole.slice(0, -end.length).trim() : '';
    const head = whole.length >= LONG_HAN ? whole.slice(0, 4) : '';
    // 珠江白鹭水上巴士 is said 白鹭水上巴士, and 皓贝口腔门诊部 is not any 口腔门诊部.
    const place = whole.length > LONG_HAN && !OF_PLACE.test(whole) && places.find((one) => whole.startsWith(one));
    const unplaced = place ? whole.slice(place.length) : '';
    const plain = [whole, stem].map((one) => one.replace(OF_PLACE, '$1'));
    return [...new Set([whole, stem, head, unplaced, ...plain])].filter(
      (one) => one.length >= LEAST_SHORT.han && one !== name,
    );
  }
  const words = whole.trim().split(/\s+/);
  const heads = words.map((_, at) => words.slice(0, at + 1)).filter(({ length }) => length > 1 || words.length === 2);
  return heads.map((head) => head.join(' ')).filter((one) => one.length >= LEAST_SHORT.letters && one !== name);
}
