import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { faultOverWords, type Course } from './course.js';
import { pointsOf, UNRESOLVED, type UnresolvedSign } from './fitted.js';
import { isModest, matters, parts, resolution } from './resolution.rules.js';

const STUCK: readonly Act[] = ['stuck'];
const FORWARD: readonly Act[] = ['forward'];
const OPEN: readonly Act[] = ['unsettled', 'insists', 'anger'];
const CONTENT: readonly Act[] = ['settled', 'thanks'];
/** A question about the matter leads nowhere yet. */
const ASKS: readonly Act[] = ['asks_identity', 'asks_detail'];
const MORE_FROM = 6;
const PARTS_FROM = 9;
const LAST_TURNS = 3;
/** What is said of the matter last: so many of the agent's sentences, and of the customer's. */
const LAST = { agent: 5, customer: 3 };
const STUCK_FROM = 8;
const MOST_TIMES = 3;
/** In tenths of log-odds. */
const ASK_FROM = 10;
const ALONE_FROM = 20;
const DOUBTED_BELOW = -10;
const DENIED_BELOW = -20;
/** Score from which a forward step counts although everything before it was unhelpful. */
const LED_ON_FROM = 9;
/** Where no stops are written, one sentence has the question for more and what was done. */
const LEADS_FROM = 11;
const SHOWN_FROM = 10;
const CONTENT_BELOW = 8;
/** A letter and its answer, or a chat of a few lines, end before they lead anywhere. */
const LEAST_TURNS = 9;

/** Where the agent asks for more, or where that was left out says goodbye: what comes before it is the matter. */
function endOf({ sentences, turns }: CallActs): SaidAct | undefined {
  const agent = sentences.filter(({ speaker }) => speaker === 'agent');
  return (
    agent.findLast((one) => one.turn * 2 >= turns.length && levelOf(one, ['anything_else']) >= MORE_FROM) ??
    agent.find((one) => one.turn >= turns.length - LAST_TURNS && levelOf(one, ['farewell']) >= PARTS_FROM)
  );
}

const highest = (some: readonly SaidAct[], acts: readonly Act[]): number =>
  Math.max(0, ...some.map((one) => levelOf(one, acts)));
/** How strongly a sentence is a dead end; 0 if it is at least as strongly a forward step. */
const stuckIn = (one: SaidAct): number => (levelOf(one, STUCK) > levelOf(one, FORWARD) ? levelOf(one, STUCK) : 0);

function signsOf(acts: CallActs, end: SaidAct, agent: readonly SaidAct[]): Record<UnresolvedSign, number> {
  const by = acts.sentences.filter((one) => one.speaker === 'customer' && !parts(acts, one));
  const before = by.filter(({ place }) => place < end.place).slice(-LAST.customer);
  const after = by.filter(({ place }) => place > end.place);
  const answer = after.filter(({ turn }) => turn === after[0]?.turn);
  const levels = agent.map(stuckIn);
  return {
    stuck: Math.max(0, ...levels),
    times: Math.min(MOST_TIMES, levels.filter((level) => level >= STUCK_FROM).length),
    last: levels.at(-1) ?? 0,
    forward: highest(agent, FORWARD),
    open: highest(before, OPEN),
    content: highest(before, CONTENT),
    answerOpen: highest(answer, OPEN),
    answerContent: highest(answer, CONTENT),
  };
}

/** What the agent says last of the matter may lead on: how it was left is then not sure. */
function ledOn(agent: readonly SaidAct[]): boolean {
  const from = agent.findLastIndex((one) => stuckIn(one) >= STUCK_FROM);
  return from >= 0 && agent.slice(from + 1).some((one) => stuckIn(one) === 0 && levelOf(one, FORWARD) >= LED_ON_FROM);
}

interface Weighed {
  readonly points: number;
  readonly says: ReturnType<Course>;
}

/** How the matter stands when more is asked for: what the agent last makes of it, how the customer takes that, and what they answer. */
function leftOpen(acts: CallActs, { transcript: { language } }: HeardCall): Weighed | null {
  const end = acts.turns.length >= LEAST_TURNS ? endOf(acts) : undefined;
  if (!end) return null;
  const agent = acts.sentences
    .filter((one) => one.speaker === 'agent' && one.place < end.place && matters(one))
    .filter((one) => !isModest(acts, one, language))
    .slice(-LAST.agent);
  const signs = signsOf(acts, end, agent);
  const points = pointsOf(UNRESOLVED[language], signs);
  const [worst] = [...agent].sort((a, b) => stuckIn(b) - stuckIn(a) || b.place - a.place);
  if (!worst || points < ASK_FROM) return { points, says: null };
  // In real conversations agents say much that leads nowhere by itself: only a customer who shows it makes it sure.
  const isOpen = Math.max(signs.open, signs.answerOpen) >= SHOWN_FROM;
  const isContent = Math.max(signs.content, signs.answerContent) >= CONTENT_BELOW;
  const sure = isOpen && !isContent && !ledOn(agent) && points >= ALONE_FROM;
  // What asks for more may say in the same breath what was done: how the matter stands is then told by that.
  if (!isOpen && levelOf(end, FORWARD) >= LEADS_FROM) return { points, says: null };
  const isUnsure = levelOf(worst, ASKS) >= stuckIn(worst) || levelOf(end, FORWARD) >= LEADS_FROM;
  return { points, says: faultOverWords('stuck', [worst], sure && !isUnsure) };
}

/**
 * Decides from the last unhelpful sentence or from the end of the call: the more certain of the two. If the end contradicts it, the item goes to a
 * reviewer at most.
 */
export const resolved: Course = (acts, call) => {
  const says = resolution(acts, call);
  const all = leftOpen(acts, call);
  if (says?.says !== 'fault') return all?.says ?? says;
  if (!all) return says;
  if (all.points < DENIED_BELOW) return null;
  if (all.points < DOUBTED_BELOW) return { ...says, alone: false, overWords: false };
  return says.alone ? says : (all.says ?? says);
};
