import { type CallFields, type LegOutcome, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber, type HomeCountry } from '../../numbers/telephone-number.rules.js';
import { endedBy, type CelEvent, type Channel } from './channels.rules.js';
import { createdAt } from './columns.rules.js';
import { roleOf } from './house.rules.js';
import { passedOn, sideOf } from './passed-on.rules.js';
import { refusedAs } from './stopped.rules.js';
import { choseBefore, type QueueStay } from './stays.rules.js';
import { type CallView } from './view.rules.js';

/** What the channel log tells of the call as a whole. */
export function callFacts(view: CallView, stays: readonly QueueStay[], home: HomeCountry | null): Statement[] {
  const { root, direction } = view;
  if (!root) return [];
  const [first] = root.events as [CelEvent];
  // A customer whom a program called did not call, and it is not told when the one was put through to the other.
  if (calledFirst(view)) return root.start ? tellCall(root.start, { startedAt: root.start.at }) : [];
  const created = createdAt(root.uniqueid);
  const startedAt = root.start?.at ?? created;
  const last = view.customer ?? root;
  const taken = answeredBy(view);
  const answered = taken?.answer;
  const outcome = outcomeOf(view);
  return [
    ...tellCall({ record: first.record, within: root.start ? first.within : 1 }, { startedAt, direction }),
    ...customerOf(view, home),
    ...queueOf(view, stays),
    ...(answered ? tellCall(answered, { outcome: 'answered', answeredAt: answered.at }) : []),
    ...(last.end ? tellCall(last.end, { endedAt: last.end.at }) : []),
    ...(last.end && !answered ? tellCall(root.end ?? last.end, { outcome }) : []),
    ...(last.end && outcome ? tellCall(last.end, { hangupSide: hangupSide(view) }) : []),
    ...callerOutcome(view, outcome),
  ];
}

/** Whether a program called someone outside before it called an agent. */
export const calledFirst = ({ root, house }: Pick<CallView, 'root' | 'house'>): boolean =>
  root !== undefined && root.originated && roleOf(house, root.name) === 'outside';

/** The first person who took it: on an outbound call the customer, else an agent's telephone. */
function answeredBy({ direction, customer, dialled, house }: CallView): Channel | undefined {
  if (direction === 'outbound') return customer?.talked ? customer : undefined;
  return dialled
    .filter(({ talked, name }) => talked && roleOf(house, name) === 'telephone')
    .toSorted((a, b) => (a.answer?.at ?? 0) - (b.answer?.at ?? 0))[0];
}

function outcomeOf(view: CallView): CallFields['outcome'] | undefined {
  const { root, direction, customer, dialled } = view;
  if (answeredBy(view)) return 'answered';
  if (root?.end?.type !== 'HANGUP' || direction === undefined) return undefined;
  // An agent may be followed to a telephone outside; whether a person or a mailbox answered there is not told.
  const outside = dialled.some((one) => one !== customer && one.talked && roleOf(view.house, one.name) === 'outside');
  if (outside) return undefined;
  if (leftMessage(root)) return 'missed';
  if (endedBy(root) === root.name) return goneOn(root) ? undefined : 'abandoned';
  if (direction === 'inbound') return 'missed';
  const called = customer ?? dialled.at(-1);
  if (!called) return failedBy(root);
  const status = String(root.end.extra['dialstatus'] ?? '');
  if (called.end?.type !== 'HANGUP') return ({ BUSY: 'busy', NOANSWER: 'missed' } as const)[status as 'BUSY'];
  if (endedBy(called) !== called.name) return 'missed';
  const refused = refusedAs(Number(called.end?.extra['hangupcause'] ?? 0));
  if (refused === 'busy' || refused === 'failed') return refused;
  return refused === 'declined' ? undefined : 'missed';
}

/** Mailboxes: a caller who speaks there has reached no person. */
const leftMessage = ({ events }: Channel): boolean =>
  events.some(({ app }) => /^(VoiceMail|MiniVM\w*|Record)$/i.test(app));

/**
 * A caller who hangs up after a queue or a telephone was given up, while something is played, was given up by the system first: whether that
 * counts as missed or as abandoned the records do not say.
 */
function goneOn({ events }: Channel): boolean {
  const connecting = events.findLastIndex(({ app }) => app === 'Queue' || app === 'Dial');
  return (
    connecting >= 0 &&
    events.slice(connecting).some(({ app, type }) => type === 'STREAM_BEGIN' && !/^(Queue|Dial)$/.test(app))
  );
}

const failedBy = ({ end }: Channel): 'failed' | undefined =>
  /^(CHANUNAVAIL|CONGESTION)$/.test(String(end?.extra['dialstatus'] ?? '')) ? 'failed' : undefined;

/** The leg of the agent who dialled came out as the call did. */
function callerOutcome({ root, house }: CallView, outcome: CallFields['outcome'] | undefined): Statement[] {
  if (!root || !outcome || root.originated || roleOf(house, root.name) !== 'telephone') return [];
  const asLeg: LegOutcome = outcome === 'missed' ? 'no_answer' : outcome;
  return tellLeg(root.uniqueid, root.end ?? (root.events.at(-1) as CelEvent), { outcome: asLeg });
}

function customerOf(view: CallView, home: HomeCountry | null): Statement[] {
  const { direction, root, customer } = view;
  if (!root) return [];
  if (direction === 'inbound') {
    // The dialplan may set the caller's number after the channel began; the last one is what the telephones showed.
    const shown = root.events.at(-1) as CelEvent;
    return tellCall(shown, { customer: readNumber(shown.number, home) });
  }
  if (direction !== 'outbound') return [];
  const sent = customer?.events.findLast(({ number }) => number.replace(/\D/g, '').length >= 3);
  if (sent) return tellCall(sent, { customer: readNumber(sent.number, home) });
  return root.start ? tellCall(root.start, { customer: readNumber(root.start.exten, home) }) : [];
}

/** The queue that the number itself led to, not one chosen in a menu or reached by a transfer. */
function queueOf({ root, customer, dialled }: CallView, [first]: readonly QueueStay[]): Statement[] {
  const caller = customer ?? root;
  if (!first || !caller || caller !== root || first.queue === '') return [];
  const chosen = choseBefore(caller, first.from.at);
  const passed = dialled.some(({ answer }) => answer && answer.at < first.from.at);
  return chosen || passed ? [] : tellCall(first.from, { queue: first.queue });
}

/**
 * Who ended the conversation: the last agent's own line tells, since a caller may be led on to a questionnaire and hang up there. Where the
 * agent had passed the customer on, or no agent was reached, it is the caller's line.
 */
function hangupSide(view: CallView): CallFields['hangupSide'] | undefined {
  const { root, customer, dialled, house } = view;
  const talked = [...dialled, ...view.consults.map(({ target }) => target)]
    .filter((one) => one !== customer && one.talked && one.end && roleOf(house, one.name) === 'telephone')
    .toSorted((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0))
    .at(-1);
  const side = talked && !passedOn(view, talked) ? sideOf(view, endedBy(talked)) : undefined;
  if (side) return side;
  const last = customer ?? root;
  // Passed on to a mailbox, a customer ends no conversation by hanging up.
  if (talked && last && leftMessage(last)) return undefined;
  if (answeredBy(view)) return sideOf(view, endedBy(last));
  if (root && (leftMessage(root) || goneOn(root))) return undefined;
  return endedBy(root) === root?.name ? sideOf(view, root?.name ?? null) : undefined;
}
