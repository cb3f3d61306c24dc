import { type Statement } from '../../fold/model.js';
import { tellLeg } from '../../fold/tell.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { endedBy, type CelEvent, type Channel } from './channels.rules.js';
import { type CallView } from './view.rules.js';

/** A caller's stay in one queue, as the channel log shows it. */
export interface QueueStay {
  key: string;
  queue: string;
  /** The number that led there; empty: the records do not tell. */
  extension: string;
  from: CelEvent;
  startedAt: number;
  /** The first telephone of it that was picked up. */
  answered: CelEvent | undefined;
  /** The last that is known of it. */
  last: CelEvent;
  left: 'answered' | 'abandoned' | 'no_answer' | undefined;
}

/** A caller who hung up in the queue did so as the last thing in it, in milliseconds. */
const AT_ONCE = 500;
/** A key lets a caller out of a queue that is set so; only the queue_log tells it from its time being up. */
const KEYED = 1500;

/** Whose stays are looked for: the customer's channel, or the agent's own who called a queue. */
export const waiting = ({ customer, root }: CallView): Channel | undefined => customer ?? root;

export function queueStays(view: CallView): QueueStay[] {
  const caller = waiting(view);
  if (!caller) return [];
  const stays: CelEvent[][] = [];
  let open: CelEvent[] | undefined;
  let left = false;
  for (const event of caller.events) {
    if (event.type === 'BRIDGE_EXIT') left = true;
    if (event.app === 'Queue') {
      const again = left && event.type === 'STREAM_BEGIN' && !view.bridges.isIn(caller.uniqueid, event.at);
      if (open?.[0]?.data !== event.data || again) stays.push((open = []));
      if (again) left = false;
      open?.push(event);
    } else if (event.app !== '' || /TRANSFER/.test(event.type)) open = undefined;
  }
  return stays.map((events, at) =>
    stayOf(view, caller, events, { before: stays[at - 1]?.at(-1), next: stays[at + 1]?.[0] }),
  );
}

interface Around {
  before: CelEvent | undefined;
  next: CelEvent | undefined;
}

function stayOf(view: CallView, caller: Channel, events: CelEvent[], { before, next }: Around): QueueStay {
  const [from] = events as [CelEvent];
  // Without music the queue shows by the telephones that it rings, before anything is written of the caller.
  const [earliest, until] = [before?.at ?? 0, next?.at ?? Infinity];
  const rung = view.dialled
    .filter(({ start }) => start && start.at >= earliest && start.at < until)
    .filter(({ events: own }) => own.some(({ app }) => app === 'AppQueue') || isLocalMember(view));
  const [answered] = rung
    .map(({ answer }) => answer)
    .filter((answer) => answer !== undefined)
    .toSorted((a, b) => a.at - b.at);
  const last = events.at(-1) as CelEvent;
  const connected = answered ?? events.find(({ type }) => type.startsWith('BRIDGE_'));
  return {
    ...{
      key: `${caller.uniqueid}/queue@${from.at}`,
      queue: from.data.split(',')[0] ?? '',
      extension: ledBy(view, from),
    },
    startedAt: Math.min(from.at, ...rung.map(({ start }) => start?.at ?? Infinity)),
    ...{ from, answered, last, left: connected ? 'answered' : leftAs(caller, last, next) },
  };
}

/** Where members are Local channels, the telephone is dialled by the member's dialplan and bears the name of Dial. */
const isLocalMember = ({ channels }: CallView): boolean =>
  channels.some(({ name, events }) => name.startsWith('Local/') && events.some(({ app }) => app === 'AppQueue'));

function leftAs(caller: Channel, last: CelEvent, next: CelEvent | undefined): QueueStay['left'] {
  const { end } = caller;
  const after = caller.events.some(({ at, app }) => at > last.at && app !== '' && app !== 'Queue');
  if (next || after) return keyedBefore(caller, last.at) ? undefined : 'no_answer';
  if (end?.type !== 'HANGUP') return undefined;
  if (endedBy(caller) === caller.name) return end.at - last.at <= AT_ONCE ? 'abandoned' : undefined;
  return keyedBefore(caller, last.at) ? undefined : 'no_answer';
}

const keyedBefore = ({ events }: Channel, at: number): boolean =>
  events.some((event) => event.type === 'DTMF' && event.at <= at + KEYED && event.at >= at - KEYED);

const MENUS = new Set(['BackGround', 'Background', 'Read', 'WaitExten', 'IVRDemo']);

/** Whether the caller had a choice before that moment. */
export const choseBefore = ({ events }: Channel, before: number): boolean =>
  events.some(({ type, app, at }) => at < before && (type === 'DTMF' || MENUS.has(app)));

/** After a menu no number led there. A dialplan leads on by names such as `s`: then it is the number dialled. */
function ledBy({ root, customer }: CallView, { exten, at }: CelEvent): string {
  if (root && customer === root && choseBefore(root, at)) return '';
  if (/^\+?\d{2,}$/.test(exten)) return exten;
  const dialled = (customer === root ? root : undefined)?.start?.exten ?? '';
  return /^\+?\d{2,}$/.test(dialled) ? dialled : '';
}

/** The queue that the queue_log means by a line: one of the channel log's stays, or one that only the queue_log knows. */
export function stayAt(stays: readonly QueueStay[], { body, at }: TelephonyRecord): QueueStay | undefined {
  const near = 2000;
  const own = stays.filter(({ queue, key }) => queue === body['queue'] && key.startsWith(`${body['callid']}/`));
  return own.findLast(({ startedAt }) => startedAt <= (at ?? 0) + near) ?? own[0];
}

/** The leg of a stay, as far as the channel log shows it. */
export function stayLeg(view: CallView, { key, queue, extension, ...stay }: QueueStay): Statement[] {
  const { from, startedAt, answered, last, left } = stay;
  const gone = left === 'abandoned' ? waiting(view)?.end : last.type === 'STREAM_END' ? last : undefined;
  const end = left === undefined || left === 'answered' ? answered : gone;
  return [
    ...tellLeg(key, from, { kind: 'queue', queue, extension: extension || null, startedAt, holdSpans: [] }),
    ...(answered ? tellLeg(key, answered, { answeredAt: answered.at }) : []),
    ...tellLeg(key, answered ?? end ?? last, { outcome: left, endedAt: end?.at }),
  ];
}
