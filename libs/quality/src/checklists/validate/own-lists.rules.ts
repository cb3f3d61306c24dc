import { type ChecklistFinding, type DraftPhraseList } from '#contracts';
import { whyTooMuch, whyUnreadable } from '../../lexicons/own-lists.rules.js';
import { namesIn } from './read-checks.rules.js';
import { error, warning, WHOLE, type Rule } from './told.rules.js';

const FEWER_REMEDY = {
  zh: '请减少括号里的选项，或删去用不到的词语。',
  en: 'Write fewer choices in brackets, or take out phrases that are not needed.',
};
const EMPTY_REMEDY = { zh: '请添加词语，或删去这个词表。', en: 'Add phrases, or take the list out.' };

function unreadableLines(list: DraftPhraseList, at: number): ChecklistFinding[] {
  return (['zh', 'en'] as const).flatMap((language) =>
    list[language].flatMap((phrase, line): ChecklistFinding[] => {
      const why = whyUnreadable(phrase);
      if (!why) return [];
      const what = {
        zh: `词表“${list.title.zh || list.name}”的“${phrase}”无法识别：${why.zh}。`,
        en: `“${phrase}” in the list “${list.title.en || list.name}” cannot be read: ${why.en}.`,
      };
      const remedy = { zh: '请改写这一行，或删去。', en: 'Write the line another way, or take it out.' };
      return [error(WHOLE, { code: 'bad_phrase', place: `phraseLists.${at}.${language}.${line}`, what, remedy })];
    }),
  );
}

/** The checklist's own lists hold phrases that can be looked for, and each is asked for. */
export const ownListsAreOfUse: Rule = (draft) => {
  const lists = draft.phraseLists ?? [];
  if (lists.length === 0) return [];
  const tooMuch = whyTooMuch(lists);
  if (tooMuch) {
    const what = { zh: `${tooMuch.zh}。`, en: `Too much to listen for: ${tooMuch.en}.` };
    return [error(WHOLE, { code: 'too_many_ways', place: 'phraseLists', what, remedy: FEWER_REMEDY })];
  }
  const used = new Set(namesIn({ judges: draft.judges, sections: draft.sections }, '').map(({ name }) => name));
  return lists.flatMap((list, at): ChecklistFinding[] => {
    const place = `phraseLists.${at}`;
    const called = { zh: list.title.zh || list.name, en: list.title.en || list.name };
    if (list.zh.length + list.en.length === 0) {
      const what = { zh: `词表“${called.zh}”是空的。`, en: `The list “${called.en}” is empty.` };
      return [error(WHOLE, { code: 'empty_list', place, what, remedy: EMPTY_REMEDY })];
    }
    const findings = unreadableLines(list, at);
    if (used.has(list.name)) return findings;
    const what = { zh: `没有评分项用到词表“${called.zh}”。`, en: `No item looks for the list “${called.en}”.` };
    const remedy = { zh: '请在评分项里选用，或删去。', en: 'Choose it in an item, or take it out.' };
    return [...findings, warning(WHOLE, { code: 'unused_list', place, what, remedy })];
  });
};
