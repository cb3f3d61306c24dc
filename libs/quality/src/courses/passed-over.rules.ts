import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { situationOf } from '../conversation/situation.rules.js';
import { fault, fine, type Course } from './course.js';
import { answerTo, BUSINESS, empathy, FEELS, isComforted } from './empathy.rules.js';
import { PASSED_OVER, pointsOf, type PassedOverSign } from './fitted.js';

const SEEN: readonly Act[] = ['acknowledges'];
const TROUBLE: readonly Act[] = ['upset', 'trouble', 'anger'];
/** Where trouble is told, and where it is first answered: turns of the call, and of the agent's after the greeting. */
const TOLD_TURNS = 12;
const EARLY_TURNS = 3;
const SURELY = 11;
const MOST_TIMES = 4;
const MAY_BE_SEEN_FROM = 3;
/** In a chat of a few lines a word of comfort has hardly a place: by acts no one is accused there. */
const LEAST_TURNS = 9;
/** In tenths of log-odds: what was surely seen, what asks a person, and what accuses. */
const SEEN_BELOW = -30;
const ASK_FROM = 5;
const ALONE_FROM = { zh: 20, en: 15 };

const levels = (some: readonly SaidAct[], acts: readonly Act[]): number[] =>
  some.map((one) => levelOf(one, acts)).sort((a, b) => b - a);

function signsOf(acts: CallActs, troubles: readonly SaidAct[]): Record<PassedOverSign, number> {
  const agent = acts.sentences.filter(({ speaker }) => speaker === 'agent');
  const turns = [...new Set(agent.map(({ turn }) => turn).filter((turn) => turn > 0))].slice(0, EARLY_TURNS);
  const answer = troubles[0] ? answerTo(acts, troubles[0]) : [];
  const feels = (one: SaidAct): boolean => FEELS.test(acts.textOf(one));
  const [seen = 0, second = 0] = levels(agent, SEEN);
  return {
    ...{ seen, second },
    early:
      levels(
        agent.filter(({ turn }) => turns.includes(turn)),
        SEEN,
      )[0] ?? 0,
    answer: levels(answer, SEEN)[0] ?? 0,
    trouble: troubles[0] ? levelOf(troubles[0], TROUBLE) : 0,
    troubles: Math.min(MOST_TIMES, troubles.filter((one) => levelOf(one, TROUBLE) >= SURELY).length),
    bare: levels(answer, BUSINESS).at(-1) ?? 0,
    feels: agent.some(feels) ? 1 : 0,
    feelsAnswer: answer.some(feels) ? 1 : 0,
  };
}

/** Trouble that was told, weighed by all that the agent says of it. */
function weighed(acts: CallActs, call: HeardCall): ReturnType<Course> {
  const troubles = acts.sentences
    .filter(({ speaker, turn }) => speaker === 'customer' && turn < TOLD_TURNS)
    .sort((a, b) => levelOf(b, TROUBLE) - levelOf(a, TROUBLE) || a.place - b.place);
  const { language } = call.transcript;
  const points = pointsOf(PASSED_OVER[language], signsOf(acts, troubles));
  const [told] = troubles;
  if (points < SEEN_BELOW) {
    const seen = acts.doing('agent', SEEN, MAY_BE_SEEN_FROM);
    return seen.length > 0 ? fine('acknowledges', seen, true) : null;
  }
  if (points < ASK_FROM || !told || levelOf(told, ['upset']) < SURELY) return null;
  const answer = answerTo(acts, told);
  // Feeling that is shown may be all the comfort there is: that is for a person.
  if (answer.some((one) => FEELS.test(acts.textOf(one)))) return null;
  if (situationOf(call).kind === 'question' || isComforted(call, answer)) return null;
  return fault('upset', [told], acts.turns.length >= LEAST_TURNS && points >= ALONE_FROM[language]);
}

/** By the answer to the surest trouble, or by all of it: the surer one decides. */
export const acknowledged: Course = (acts, call) => {
  const says = empathy(acts, call);
  const all = weighed(acts, call);
  if (!all) return says;
  // What accuses by the answer alone, and is seen elsewhere, is for a person.
  if (says?.says === 'fault' && all.says === 'fine') return { ...says, alone: false };
  return says?.alone && says.says === 'fine' ? says : all;
};
