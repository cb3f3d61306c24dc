import { type ChecklistDraftDefinition, type ChecklistFinding, type Bilingual } from '#contracts';
import { examplesCanTell } from './examples.rules.js';
import { judgesAreClear } from './judges.rules.js';
import { ownListsAreOfUse } from './own-lists.rules.js';
import { nothingSpeaksBothWays, phrasesAreChosen, phrasesExist } from './phrases.rules.js';
import { casesCanBeReached, checksCanBeMet, everythingCanApply } from './reach.rules.js';
import { checksCanBeRead, hasShape, idsAreUnique } from './shape.rules.js';
import { type Rule, type ValidationContext, itemsOf, warning } from './told.rules.js';
import { coverageCanBeReached, everyItemMatters, statedSumsHold } from './weights.rules.js';

const REMEDY: Bilingual = {
  zh: '如果不是同一个评分项，请换一个编号；如果是恢复原来的评分项，不用更改。',
  en: 'If it is another item, give it another id; if it is the one from then that comes back, leave it.',
};

/** An item under the id of one that was taken out would be given its results, its trends and its trust. */
const idsAreOfNoOther: Rule = (draft, { takenOut }) =>
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

const RULES: readonly Rule[] = [
  judgesAreClear,
  hasShape,
  idsAreUnique,
  idsAreOfNoOther,
  checksCanBeRead,
  statedSumsHold,
  everyItemMatters,
  coverageCanBeReached,
  phrasesAreChosen,
  phrasesExist,
  ownListsAreOfUse,
  examplesCanTell,
  nothingSpeaksBothWays,
  everythingCanApply,
  checksCanBeMet,
  casesCanBeReached,
];

/** People read no more at once; the rest comes up once these are corrected. */
const MOST_FINDINGS = 200;

/**
 * Everything that is wrong with a draft, or may be, said with place and remedy: what concerns the whole of it first, then in the order of
 * the items, errors before warnings.
 */
export function validateChecklist(draft: ChecklistDraftDefinition, context: ValidationContext): ChecklistFinding[] {
  const found = RULES.flatMap((rule) => rule(draft, context));
  return found
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => order(a.finding) - order(b.finding) || a.i - b.i)
    .map(({ finding }) => finding)
    .slice(0, MOST_FINDINGS);
}

const order = ({ section, item, severity }: ChecklistFinding): number =>
  (section ?? -1) * 2000 + (item ?? -1) * 2 + (severity === 'error' ? 0 : 1);

/** Errors hold publishing up. */
export const hasErrors = (findings: readonly ChecklistFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
