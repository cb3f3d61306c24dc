import { tellLeg } from '../../fold/tell.rules.js';
import { type Statement } from '../../fold/model.js';
import { type CelEvent, type Channel } from './channels.rules.js';
import { consultLeg, joinedLeg } from './consult-legs.rules.js';
import { extensionOf, roleOf } from './house.rules.js';
import { endOf } from './passed-on.rules.js';
import { stoppedAs } from './stopped.rules.js';
import { type CallView } from './view.rules.js';

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
  const own = { kind: 'agent' as const, extension: extensionOf(view.house, root.name) };
  // Called by a program, it rang before anything was dialled.
  if (root.originated)
    return [
      ...tellLeg(root.uniqueid, first, own),
      ...tellLeg(root.uniqueid, root.start ?? first, { startedAt: root.start?.at }),
      ...rang(root.uniqueid, root),
      ...endOf(view, root.uniqueid, root),
    ];
  const reached = (view.customer ?? view.dialled.find(({ answer }) => answer))?.answer;
  // A dialplan may answer the agent first, to say something; the other one is heard later.
  const heard = reached && root.answer ? latest(root.answer, reached) : undefined;
  return [
    ...tellLeg(root.uniqueid, first, own),
    ...tellLeg(root.uniqueid, root.start ?? first, { startedAt: root.start?.at }),
    ...(heard ? tellLeg(root.uniqueid, heard, { answeredAt: heard.at }) : []),
    ...endOf(view, root.uniqueid, root),
  ];
}

/** The second of two moments, where they are two, in milliseconds. */
const AT_ONCE = 500;
const latest = (a: CelEvent, b: CelEvent): CelEvent => (b.at - a.at > AT_ONCE ? b : a);

function dialledLeg(view: CallView, channel: Channel): Statement[] {
  const { uniqueid: key, start, answer, end, name } = channel;
  const [first] = channel.events as [CelEvent];
  const outside = roleOf(view.house, name) === 'outside';
  const extension = outside
    ? channel.events.findLast(({ number }) => number !== '')?.number
    : extensionOf(view.house, name);
  const stopped =
    end && !channel.talked && !channel.late ? stoppedAs(view, channel, view.customer ?? view.root) : undefined;
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

function rang(key: string, { start, answer, end, talked, late }: Channel): Statement[] {
  const until = answer ?? (talked || late ? undefined : end);
  return start && until ? tellLeg(key, until, { ringSeconds: (until.at - start.at) / 1000 }) : [];
}
