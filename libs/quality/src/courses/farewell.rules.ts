import { type Act } from '../acts/acts.js';
import { levelOf, type SaidAct } from '../acts/call-acts.rules.js';
import { type Heard, type HeardCall, type Query } from '../call/heard-call.js';
import { faultOverWords, type Course } from './course.js';

/** Thanks alone do not part: P1 §4.8 asks for a goodbye, P2 §2.4 for both. Whether they are enough is for a person. */
const PARTS: readonly Act[] = ['farewell'];
/** Of unseen model calls one in sixty parts in words that reach no more than this, and of those who do not part six in seven. */
const NOT_ABOVE = 3;
const MORE: readonly Act[] = ['anything_else'];
const MORE_FROM = 6;
/** A call ends in so many turns of the agent's, and more is asked for within so many. */
const LAST_AGENT_TURNS = 2;
const ASKED_WITHIN = 3;

/** No doubt a goodbye, whatever a sentence around it is taken for. */
const GOODBYE =
  /\bbye\b|\bnight\b|\b(?:take|good) (?:care|luck)\b|\b(?:see|catch) (?:you|ya)\b|\bhave (?:a|an|yourself)\b|\b(?:stay|keep|walk|drive|go) (?:safe|warm|well|good|dry|cosy)\b|再[见見会會聊]|[拜掰]|回[见聊]|晚安|慢走|保重|[祝愿]/iu;

/** A letter and its answer, or a chat of a few lines, end with what they have to say. */
const LEAST_TURNS = 9;

const say = (lookFor: readonly string[], notWithin: readonly string[] = []): Query => ({
  ...{ lookFor: [...lookFor], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [...notWithin] },
});

/** Where more was asked for, and the agent's sentences after it in the last turns: how the call ends. Where it was not asked for, null: that may be a chat's end. */
function endOf(sentences: readonly SaidAct[]): { asked: SaidAct; end: SaidAct[] } | null {
  const agent = sentences.filter(({ speaker }) => speaker === 'agent');
  const turns = [...new Set(agent.map(({ turn }) => turn))];
  const last = turns.slice(-LAST_AGENT_TURNS);
  const asked = agent.findLast(
    (one) => levelOf(one, MORE) >= MORE_FROM && turns.indexOf(one.turn) >= turns.length - ASKED_WITHIN,
  );
  return asked ? { asked, end: agent.filter(({ turn, place }) => last.includes(turn) && place > asked.place) } : null;
}

const heardIn = (call: HeardCall, end: readonly SaidAct[], query: Query): Heard[] =>
  call
    .hear(query)
    .filter(({ turn, fromChar, toChar }) =>
      end.some((one) => one.turn === turn && one.fromChar < toChar && fromChar < one.toChar),
    );

/**
 * How the call ends: no sentence after the question for more parts. Where words are there all the same that a rule takes for it, a person
 * is asked; where there are none, and what was heard came before that question, it was missed.
 */
export const farewell: Course = (acts, call) => {
  const { asked, end } = endOf(acts.sentences) ?? { end: [] };
  if (acts.turns.length < LEAST_TURNS || !asked || end.length === 0) return null;
  // Where no stops are written, the goodbye is in the sentence that asks for more.
  if ([asked, ...end].some((one) => levelOf(one, PARTS) > NOT_ABOVE)) return null;
  const farewells = (some: readonly SaidAct[]): Heard[] =>
    heardIn(call, some, say(['farewell'], ['thanks_in_passing']));
  const isGoodbye = ({ turn, fromChar, toChar }: Heard): boolean =>
    GOODBYE.test(call.turns[turn]!.text.slice(fromChar, toChar));
  if (farewells([asked, ...end]).some(isGoodbye)) return null;
  const words = farewells(end);
  return faultOverWords('farewell', [], words.length === 0 && heardIn(call, end, say(['@parting'])).length === 0);
};
