import { type Bilingual, type Checklist } from '#contracts';
import { type ModelAnswers } from '../call-view/call-input.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { type PreparedChecklist } from './judge-checklist.rules.js';
import { type LegToScore } from './score.rules.js';
import { questionKey, questionsOf } from '../model-scorer/questions.rules.js';

/** A checklist that judges a leg, as data and prepared. */
export interface Judging {
  checklist: Checklist;
  prepared: PreparedChecklist;
}

/**
 * The questions that judging a leg comes to, by their keys: those of items that a rule leaves open or accuses by. Found by judging it with
 * answers that only note who looks them up.
 *
 * @param switchedOn questions of the installation, by item
 */
export function wantedQuestions(
  leg: LegToScore,
  read: (leg: LegToScore) => CallView,
  judging: readonly Judging[],
  switchedOn: ReadonlyMap<string, Bilingual>,
): Map<string, string> {
  const { language } = leg.transcript;
  const asking = judging
    .map((one) => ({ ...one, questions: questionsOf(one.checklist, language, switchedOn) }))
    .filter(({ questions }) => questions.size > 0);
  if (asking.length === 0) return new Map();
  const looked = new Set<string>();
  const answers: ModelAnswers = new Proxy({}, { get: (_, key) => void looked.add(String(key)) });
  const call = read({ ...leg, answers });
  for (const { prepared } of asking) if (prepared.applies(call)) prepared.judge(call);
  const wanted = asking.flatMap(({ questions }) => [...questions]).filter(([place]) => looked.has(place));
  return new Map(wanted.map(([, question]) => [questionKey(question), question]));
}
