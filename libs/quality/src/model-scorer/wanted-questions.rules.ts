import { type Checklist } from '#contracts';
import { type CallView, type ModelAnswers } from '../scoring/call-view.rules.js';
import { type PreparedChecklist } from '../scoring/judge-checklist.rules.js';
import { type LegToScore } from '../scoring/score.rules.js';
import { questionsOf } from './questions.rules.js';

/** A checklist that judges a leg, as data and prepared. */
export interface Judging {
  checklist: Checklist;
  prepared: PreparedChecklist;
}

/**
 * The questions that judging a leg comes to, by their keys: those of items that arise and whose rule is in no doubt. Found by judging it with
 * answers that only note who looks them up.
 */
export function wantedQuestions(
  leg: LegToScore,
  read: (leg: LegToScore) => CallView,
  judging: readonly Judging[],
): Map<string, string> {
  const { language } = leg.transcript;
  const asking = judging
    .map((one) => ({ ...one, questions: questionsOf(one.checklist, language) }))
    .filter(({ questions }) => questions.size > 0);
  if (asking.length === 0) return new Map();
  const looked = new Set<string>();
  const answers: ModelAnswers = new Proxy({}, { get: (_, key) => void looked.add(String(key)) });
  const call = read({ ...leg, answers });
  for (const { prepared } of asking) if (prepared.applies(call)) prepared.judge(call);
  return new Map(asking.flatMap(({ questions }) => [...questions]).filter(([key]) => looked.has(key)));
}
