import { tellLeg } from '../../fold/tell.rules.js';
import { type Statement } from '../../fold/model.js';
import { type CelEvent } from './channels.rules.js';
import { type Consult } from './consults.rules.js';
import { extensionOf, roleOf } from './house.rules.js';
import { endOf } from './passed-on.rules.js';
import { stoppedAs } from './stopped.rules.js';
import { type CallView } from './view.rules.js';

/** The customer was handed over while it still rang: how long it rang for whom, and what the agent heard of it, is not told. */
const handedOver = ({ target: { answer }, left }: Consult): boolean =>
  left?.type === 'ATTENDEDTRANSFER' && (answer === undefined || answer.at > left.at);

export function consultLeg(view: CallView, consult: Consult): Statement[] {
  const { agent, target, left, byCode } = consult;
  const { uniqueid: key, start, answer, name } = target;
  const [first] = target.events as [CelEvent];
  const outside = roleOf(view.house, name) === 'outside';
  const number = outside
    ? target.events.findLast((event) => event.number !== '')?.number
    : extensionOf(view.house, name);
  const ends = target.talked ? [answer] : [answer, left];
  const until = ends.filter((event) => event !== undefined).toSorted((a, b) => a.at - b.at)[0];
  const answered = answer && (!left || answer.at <= left.at) ? answer : undefined;
  const handed = handedOver(consult);
  const stopped = answered || handed || target.talked || !left || byCode ? undefined : stoppedAs(view, target, agent);
  const rung = start && until && !handed ? (until.at - start.at) / 1000 : null;
  return [
    ...tellLeg(key, first, { kind: 'consult', extension: number }),
    ...tellLeg(key, start ?? first, { startedAt: start?.at }),
    ...(until ? tellLeg(key, until, { ringSeconds: rung }) : []),
    ...(answered ? tellLeg(key, answered, { outcome: 'answered', answeredAt: answered.at }) : []),
    ...(left ? tellLeg(key, left, { endedAt: joinedByTelephone(view, consult) ? null : left.at }) : []),
    ...(left && stopped ? tellLeg(key, left, { outcome: stopped }) : []),
  ];
}

/** A telephone may connect its two lines itself: the customer is not held any more while the one asked is still there. */
const SWITCHED = 1500;

function joinedByTelephone({ channels }: CallView, { target, left, byCode }: Consult): boolean {
  const { answer } = target;
  if (byCode || !answer || !left || left.type === 'ATTENDEDTRANSFER') return false;
  const resumed = channels
    .filter((one) => one !== target)
    .flatMap(({ events }) => events)
    .find(({ stream, at }) => stream === 'MOH_STREAM_END' && at > answer.at && at < left.at - SWITCHED);
  if (!resumed) return false;
  const waits = target.events.findLast(({ stream, at }) => stream.startsWith('MOH') && at <= resumed.at + SWITCHED);
  return waits?.type !== 'STREAM_BEGIN';
}

export const joinedKey = ({ target }: Consult): string => `${target.uniqueid}/joined`;

/** When the one asked was connected with the customer, which makes a leg of its own that did not ring. */
export function joinedAt(view: CallView, { agent, target }: Consult): number | null {
  const others = view.customer ? [view.customer] : [view.root, ...view.dialled].filter((one) => one !== undefined);
  const moments = others
    .filter((one) => one !== agent && one !== target && one.endpoint !== agent.endpoint)
    .map((one) => view.bridges.joined(target.uniqueid, one.uniqueid))
    .filter((at) => at !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

export function joinedLeg(view: CallView, consult: Consult): Statement[] {
  const at = joinedAt(view, consult);
  const { target } = consult;
  if (at === null || roleOf(view.house, target.name) !== 'telephone') return [];
  const key = joinedKey(consult);
  const handed = handedOver(consult);
  const entered = target.events.find((event) => event.at >= at) ?? (target.events.at(-1) as CelEvent);
  return [
    ...tellLeg(key, entered, { kind: 'agent', extension: extensionOf(view.house, target.name) }),
    ...tellLeg(key, entered, { outcome: 'answered', startedAt: handed ? null : at }),
    ...tellLeg(key, entered, { answeredAt: handed ? target.answer?.at : Math.max(at, target.answer?.at ?? at) }),
    ...endOf(view, key, target),
  ];
}
