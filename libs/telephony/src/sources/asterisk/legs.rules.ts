import { tellLeg } from '../../fold/tell.rules.js';
import { type LegOutcome, type Statement } from '../../fold/model.js';
import { causeOf, endedBy, extra, type CelEvent, type Channel } from './channels.rules.js';
import { type Consult } from './consults.rules.js';
import { extensionOf, roleOf } from './house.rules.js';
import { type CallView } from './view.rules.js';

/** The system stops what rings within moments of the caller's end, in milliseconds. */
const AT_ONCE = 500;

/** The legs of telephones and lines: who was rung, who was asked, who was joined. */
export function channelLegs(view: CallView): Statement[] {
  return [
    ...(view.root && roleOf(view.house, view.root.name) === 'telephone' ? callerLeg(view, view.root) : []),
    ...view.dialled.filter((channel) => channel !== view.customer).flatMap((channel) => dialledLeg(view, channel)),
    ...(view.root ? menuLegs(view.root) : []),
    ...view.consults.flatMap((consult) => [...consultLeg(view, consult), ...joinedLeg(view, consult)]),
  ];
}

/** Applications that connect a caller with others; every other one that plays something is the system talking. */
const CONNECTING = new Set(['', 'Queue', 'Dial', 'AppDial', 'AppQueue']);

/** Announcements, menus and mailboxes, each run of them a leg. */
function menuLegs({ uniqueid, events }: Channel): Statement[] {
  const runs: CelEvent[][] = [];
  let run: CelEvent[] | undefined;
  for (const event of events.filter(({ app, stream }) => app !== '' && !stream.startsWith('MOH'))) {
    if (CONNECTING.has(event.app)) run = undefined;
    else if (run) run.push(event);
    else if (event.type === 'STREAM_BEGIN') runs.push((run = [event]));
  }
  return runs.flatMap((own) => {
    const [from, to] = [own[0] as CelEvent, own.at(-1) as CelEvent];
    const key = `${uniqueid}/menu@${from.at}`;
    const begun = tellLeg(key, from, { kind: 'ivr', extension: from.exten, startedAt: from.at, holdSpans: [] });
    return to.type === 'STREAM_END' ? [...begun, ...tellLeg(key, to, { endedAt: to.at })] : begun;
  });
}

/** The agent who dialled did not ring. How it came out is the call's to say. */
function callerLeg(view: CallView, root: Channel): Statement[] {
  const [first] = root.events as [CelEvent];
  const reached = (view.customer ?? view.dialled.find(({ answer }) => answer))?.answer;
  // A dialplan may answer the agent first, to say something; the other one is heard later.
  const heard = reached && root.answer ? latest(root.answer, reached) : undefined;
  return [
    ...tellLeg(root.uniqueid, first, { kind: 'agent', extension: extensionOf(view.house, root.name) }),
    ...tellLeg(root.uniqueid, root.start ?? first, { startedAt: root.start?.at }),
    ...(heard ? tellLeg(root.uniqueid, heard, { answeredAt: heard.at }) : []),
    ...endOf(view, root.uniqueid, root),
  ];
}

const latest = (a: CelEvent, b: CelEvent): CelEvent => (b.at - a.at > AT_ONCE ? b : a);

function dialledLeg(view: CallView, channel: Channel): Statement[] {
  const { uniqueid: key, start, answer, end, name } = channel;
  const [first] = channel.events as [CelEvent];
  const outside = roleOf(view.house, name) === 'outside';
  const extension = outside
    ? channel.events.findLast(({ number }) => number !== '')?.number
    : extensionOf(view.house, name);
  const stopped = end && !channel.talked ? stoppedAs(view, channel, view.customer ?? view.root) : undefined;
  return [
    ...tellLeg(key, first, { kind: outside ? 'external' : 'agent', extension }),
    ...tellLeg(key, start ?? first, { startedAt: start?.at }),
    ...rang(key, channel),
    ...(answer ? tellLeg(key, answer, { outcome: 'answered', answeredAt: answer.at }) : []),
    ...(channel.talked && !answer ? tellLeg(key, first, { outcome: 'answered' }) : []),
    ...(end && stopped ? tellLeg(key, end, { outcome: stopped }) : []),
    ...endOf(view, key, channel),
  ];
}

function rang(key: string, { start, answer, end, talked }: Channel): Statement[] {
  const until = answer ?? (talked ? undefined : end);
  return start && until ? tellLeg(key, until, { ringSeconds: (until.at - start.at) / 1000 }) : [];
}

/** When this telephone left the customer: at its end, or when it passed the customer on. */
function endOf(view: CallView, key: string, channel: Channel): Statement[] {
  const passed = passedOn(view, channel);
  const { end } = channel;
  const side = channel.talked && !passed ? sideOf(view, endedBy(channel)) : undefined;
  return [
    ...(passed ? tellLeg(key, passed.event, { endedAt: passed.event.at, transfer: passed.transfer }) : []),
    ...(end && !passed ? tellLeg(key, end, { endedAt: end.at, hangupSide: side }) : []),
  ];
}

export function passedOn(view: CallView, channel: Channel) {
  const event = view.events.find(
    ({ type, uniqueid, extra: said }) =>
      (type === 'BLINDTRANSFER' && uniqueid === channel.uniqueid) ||
      (type === 'ATTENDEDTRANSFER' &&
        (uniqueid === channel.uniqueid || said['channel2_uniqueid'] === channel.uniqueid)),
  );
  if (!event) return null;
  if (event.type === 'BLINDTRANSFER')
    return { event, transfer: { kind: 'blind' as const, to: extra(event, 'extension') || null } };
  const named = [event.uniqueid, extra(event, 'channel2_uniqueid')];
  const consult = view.consults.findLast(({ agent, target }) => {
    const before = (target.start?.at ?? 0) <= event.at;
    return named.includes(agent.uniqueid) && before;
  });
  return { event, transfer: { kind: 'attended' as const, to: consult?.number || null } };
}

/** How a telephone that was not picked up came to stop; undefined where its records do not tell. */
export function stoppedAs(
  { events }: Pick<CallView, 'events'>,
  channel: Channel,
  dialler: Channel | undefined,
): LegOutcome | undefined {
  const { end } = channel;
  if (end?.type !== 'HANGUP') return undefined;
  if (endedBy(channel) === channel.name) return refusedAs(causeOf(channel));
  // While the call goes on something happens after it; a line that is lost may have been the caller's end.
  if (!dialler?.end) return events.some(({ at }) => at > end.at + AT_ONCE) ? 'no_answer' : undefined;
  const apart = Math.abs(dialler.end.at - end.at);
  // Of times in whole seconds neighbouring ones may be the same moment, or not.
  if (apart === 1000 && end.at % 1000 === 0 && endedBy(dialler) === dialler.name) return undefined;
  const together = apart <= AT_ONCE;
  if (together && dialler.end.type !== 'HANGUP') return undefined;
  return together && endedBy(dialler) === dialler.name ? 'abandoned' : 'no_answer';
}

/** Q.931 causes as SIP answers are turned into them. 18 and 19 are a telephone that is off, or one that says itself that it rang out. */
export function refusedAs(cause: number): LegOutcome | undefined {
  if (cause === 17) return 'busy';
  if (cause === 21) return 'declined';
  return [0, 16, 18, 19, 26].includes(cause) ? undefined : 'failed';
}

export function sideOf({ customer, house }: CallView, channel: string | null): 'customer' | 'agent' | undefined {
  if (channel === null) return undefined;
  if (channel === customer?.name) return 'customer';
  return roleOf(house, channel) === 'telephone' ? 'agent' : undefined;
}

function consultLeg(view: CallView, { agent, target, left, byCode }: Consult): Statement[] {
  const { uniqueid: key, start, answer, name } = target;
  const [first] = target.events as [CelEvent];
  const outside = roleOf(view.house, name) === 'outside';
  const number = outside
    ? target.events.findLast((event) => event.number !== '')?.number
    : extensionOf(view.house, name);
  const ends = target.talked ? [answer] : [answer, left];
  const until = ends.filter((event) => event !== undefined).toSorted((a, b) => a.at - b.at)[0];
  const answered = answer && (!left || answer.at <= left.at) ? answer : undefined;
  const stopped = answered || target.talked || !left || byCode ? undefined : stoppedAs(view, target, agent);
  return [
    ...tellLeg(key, first, { kind: 'consult', extension: number }),
    ...tellLeg(key, start ?? first, { startedAt: start?.at }),
    ...(start && until ? tellLeg(key, until, { ringSeconds: (until.at - start.at) / 1000 }) : []),
    ...(answered ? tellLeg(key, answered, { outcome: 'answered', answeredAt: answered.at }) : []),
    ...(left ? tellLeg(key, left, { endedAt: left.at }) : []),
    ...(left && stopped ? tellLeg(key, left, { outcome: stopped }) : []),
  ];
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

function joinedLeg(view: CallView, consult: Consult): Statement[] {
  const at = joinedAt(view, consult);
  const { target } = consult;
  if (at === null || roleOf(view.house, target.name) !== 'telephone') return [];
  const key = joinedKey(consult);
  const entered = target.events.find((event) => event.at >= at) ?? (target.events.at(-1) as CelEvent);
  return [
    ...tellLeg(key, entered, { kind: 'agent', extension: extensionOf(view.house, target.name) }),
    ...tellLeg(key, entered, { outcome: 'answered', startedAt: at, answeredAt: Math.max(at, target.answer?.at ?? at) }),
    ...endOf(view, key, target),
  ];
}
