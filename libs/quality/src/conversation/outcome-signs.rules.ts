import { type HeardCall, type Heard } from '../call/heard-call.js';
import { situationOf } from './situation.rules.js';
import { waysOf, type WayName } from './ways.rules.js';
import { type OutcomeSign } from './signs.js';

const ARRANGED: readonly WayName[] = ['done', 'step', 'passed', 'details'];
const TOLD: readonly WayName[] = ['instruction', 'explanation', 'statement'];
const AWAY: readonly WayName[] = ['deflection', 'elsewhere', 'unable'];

/** From here on something went wrong, more likely than not. */
const GRAVE = 0.5;
/** Less of a phrase than this was heard is a guess. */
const CLEAR = 0.7;

const isAfter = (a: Heard, b: Heard): boolean => a.turn > b.turn || (a.turn === b.turn && a.fromChar >= b.toChar);

/** Where things stand: the turns that arrange, tell and send away, and the last of what counts. */
function standing(call: HeardCall) {
  const { found, fine, objections, content } = waysOf(call);
  const turnsOf = (names: readonly WayName[]): Set<number> =>
    new Set(found.flatMap(({ name, turn, exactness }) => (names.includes(name) && exactness >= CLEAR ? [turn] : [])));
  const [arranged, told, away] = [turnsOf(ARRANGED), turnsOf(TOLD), turnsOf(AWAY)];
  const fineTurns = new Set(fine.map(({ turn }) => turn));
  const lastThatCounts = Math.max(-1, ...arranged, ...told, ...away, ...fineTurns);
  const [lastObjection, lastContent] = [objections.at(-1), content.at(-1)];
  /** The later of the two, in the order of the call. */
  const endsContent = lastContent !== undefined && (!lastObjection || isAfter(lastContent, lastObjection));
  return { arranged, told, away, fineTurns, lastThatCounts, lastObjection: lastObjection?.turn ?? -1, endsContent };
}

/** Each sign, for one call. */
export function outcomeSigns(call: HeardCall): Readonly<Record<OutcomeSign, boolean>> {
  const { found, objections } = waysOf(call);
  const { arranged, told, away, fineTurns, lastThatCounts, lastObjection, endsContent } = standing(call);
  const has = (name: WayName): boolean => found.some((one) => one.name === name && one.exactness >= CLEAR);
  const grave = situationOf(call).likelihood >= GRAVE;
  const lastAgent = call.turns.findLastIndex(({ speaker }) => speaker === 'agent');
  const lastCustomer = call.turns.findLastIndex(({ speaker }) => speaker === 'customer');
  const objects = lastObjection >= 0 && !endsContent;
  const after = (turns: ReadonlySet<number>): boolean => [...turns].some((turn) => turn > lastObjection);
  const nothing = arranged.size === 0 && told.size === 0;
  const fineLast = fineTurns.has(lastThatCounts) && !arranged.has(lastThatCounts) && !told.has(lastThatCounts);
  return {
    done: has('done'),
    step: has('step'),
    passed: has('passed'),
    details: has('details'),
    asked: has('asked'),
    explanation: has('explanation'),
    statement: has('statement'),
    nothing,
    emptyHanded: arranged.size === 0,
    emptyInTrouble: arranged.size === 0 && grave,
    fineOnly: fineTurns.size > 0 && nothing,
    fineLast,
    deflection: has('deflection'),
    elsewhere: has('elsewhere'),
    unable: has('unable'),
    unableInTrouble: has('unable') && grave,
    awayLast: away.has(lastThatCounts) && !arranged.has(lastThatCounts),
    arrangedLast: arranged.has(lastThatCounts),
    grave,
    content: endsContent,
    objects,
    objectsLast: objects && lastObjection >= lastCustomer,
    lastWord: objects && lastObjection > lastAgent,
    objectsTwice: new Set(objections.map(({ turn }) => turn)).size > 1,
    unanswered: objects && !after(arranged) && !after(told),
  };
}
