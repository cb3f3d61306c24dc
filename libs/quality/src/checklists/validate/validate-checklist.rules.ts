import { type ChecklistDraftDefinition, type ChecklistFinding } from '#contracts';
import { examplesCanTell } from './examples.rules.js';
import { judgesAreClear } from './judges.rules.js';
import { ownListsAreOfUse } from './own-lists.rules.js';
import { idsAreOfNoOther } from './past-ids.rules.js';
import { nothingSpeaksBothWays, phrasesExist } from './phrases.rules.js';
import { casesCanBeReached, checksCanBeMet, everythingCanApply } from './reach.rules.js';
import { checksCanBeRead, hasShape, idsAreUnique } from './shape.rules.js';
import { type Rule, type ValidationContext } from './told.rules.js';
import { coverageCanBeReached, everyItemMatters, statedSumsHold } from './weights.rules.js';

const RULES: readonly Rule[] = [
  judgesAreClear,
  hasShape,
  idsAreUnique,
  idsAreOfNoOther,
  checksCanBeRead,
  statedSumsHold,
  everyItemMatters,
  coverageCanBeReached,
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
