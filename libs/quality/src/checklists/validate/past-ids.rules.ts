import { type Bilingual } from '#contracts';
import { itemsOf, warning, type Rule } from './told.rules.js';

const REMEDY: Bilingual = {
  zh: '如果不是同一个评分项，请换一个编号；如果是恢复原来的评分项，不用更改。',
  en: 'If it is another item, give it another id; if it is the one from then that comes back, leave it.',
};

/** An item under the id of one that was taken out would be given its results, its trends and its trust. */
export const idsAreOfNoOther: Rule = (draft, { takenOut }) =>
  itemsOf(draft).flatMap(({ at, item }) => {
    const other = takenOut.find(({ id }) => id === item.id);
    if (!other || isSame(other.title, item.title)) return [];
    const what = {
      zh: `编号 ${item.id} 在第 ${other.version} 版里是另一个评分项“${other.title.zh}”的，它的评分结果会算到这一项上。`,
      en: `In version ${other.version} the id ${item.id} was that of “${other.title.en}”, whose results would be counted as this item’s.`,
    };
    return [warning(at, { code: 'id_of_another', place: 'id', what, remedy: REMEDY })];
  });

const isSame = (a: Bilingual, b: Bilingual): boolean => a.zh === b.zh || a.en === b.en;
