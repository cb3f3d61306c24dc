import { type LegFields, type Statement } from '../../fold/model.js';
import { tellLeg } from '../../fold/tell.rules.js';
import { type CelEvent, type Channel } from './channels.rules.js';
import { roleOf } from './house.rules.js';
import { joinedAt, joinedKey } from './consult-legs.rules.js';
import { passedOn } from './passed-on.rules.js';
import { type CallView } from './view.rules.js';

/** How long after a feature code the system speaks, and how long it waits for a further key, in milliseconds. */
const CODE = 1200;

interface Music {
  begin: CelEvent;
  end: CelEvent | undefined;
  /** Empty: the lines that would tell are lost. */
  holder: string;
  byCode: 'yes' | 'no' | 'unsure';
}

/** A leg during which an agent could have held the other side. */
interface Talk {
  key: string;
  channel: Channel;
  from: number;
  to: number | null;
  last: CelEvent;
}

/**
 * Music that one side hears while connected with exactly one agent is a hold; before the connection it is waiting. Music during a feature code is
 * played by the system and is not a hold.
 */
export function holds(view: CallView): Statement[] {
  const silent = unanswered(view).flatMap(({ uniqueid, end }) =>
    end ? tellLeg(uniqueid, end, { holdSpans: [] }) : [],
  );
  return view.house.hearsHolds ? [...silent, ...heard(view)] : silent;
}

/** A telephone that was never picked up held no one, whatever the system writes of music. */
const unanswered = ({ dialled, consults, customer }: CallView): Channel[] =>
  [...dialled, ...consults.map(({ target }) => target)].filter(
    (channel) => channel !== customer && !channel.talked && channel.end?.type === 'HANGUP',
  );

function heard(view: CallView): Statement[] {
  const music = view.channels.flatMap((channel) => musicOf(view, channel));
  return talks(view).flatMap(({ key, channel, from, to, last }) => {
    const own = music.filter(
      ({ holder, begin }) =>
        (holder === channel.uniqueid || holder === '') && begin.at >= from && begin.at < (to ?? Infinity),
    );
    if (own.some(({ byCode, end, holder }) => byCode === 'unsure' || !end || !holder)) return [];
    const spans: LegFields['holdSpans'] = [];
    for (const { begin, end, byCode } of own) {
      const until = Math.min(end?.at ?? Infinity, to ?? Infinity);
      if (byCode === 'no' && until !== Infinity) spans.push([begin.at, until]);
    }
    return tellLeg(key, own.at(-1)?.begin ?? last, { holdSpans: spans });
  });
}

function talks(view: CallView): Talk[] {
  const talk = (key: string, channel: Channel, from: number, end: CelEvent | undefined): Talk => ({
    ...{ key, channel, from, to: end?.at ?? null, last: end ?? (channel.events.at(-1) as CelEvent) },
  });
  const ended = (channel: Channel) => {
    const passed = passedOn(view, channel);
    return passed && !passed.stayed ? passed.event : channel.end;
  };
  const caller = view.root && view.root !== view.customer ? [view.root] : [];
  const telephones = [...caller, ...view.dialled].filter(({ name }) => roleOf(view.house, name) === 'telephone');
  return [
    ...telephones
      .filter((channel) => channel.answer !== undefined || channel === view.root)
      .map((one) => talk(one.uniqueid, one, one.answer?.at ?? one.start?.at ?? 0, ended(one))),
    ...view.consults.flatMap((consult) => {
      const { target, left } = consult;
      if (roleOf(view.house, target.name) !== 'telephone') return [];
      const [joined, answer] = [joinedAt(view, consult), target.answer];
      return [
        ...(joined === null ? [] : [talk(joinedKey(consult), target, joined, ended(target))]),
        ...(answer && left && answer.at < left.at ? [talk(target.uniqueid, target, answer.at, left)] : []),
      ];
    }),
  ];
}

function musicOf(view: CallView, { uniqueid, events }: Channel): Music[] {
  const music = events.filter(({ stream }) => stream.startsWith('MOH_STREAM_'));
  // Music that ends without having begun had its beginning in a line that is lost.
  const begins = music.filter(({ stream }, at) => stream.endsWith('BEGIN') || !music[at - 1]?.stream.endsWith('BEGIN'));
  return begins.flatMap((begin) => {
    const peers = view.bridges.peers(uniqueid, begin.at);
    const holders = view.channels.filter(
      (one) => peers.has(one.uniqueid) && roleOf(view.house, one.name) === 'telephone',
    );
    const [holder] = holders;
    // It is connected with lines outside alone: one of them holds it. Behind a channel of the system's own there is someone.
    const outside = view.channels.filter(
      (one) => peers.has(one.uniqueid) && roleOf(view.house, one.name) === 'outside',
    );
    if (!holder && peers.size > 0 && outside.length === peers.size) return [];
    if (!holder || holders.length > 1) return [{ begin, end: undefined, holder: '', byCode: 'unsure' }];
    const next = music[music.indexOf(begin) + 1];
    const end = begin.stream.endsWith('BEGIN') && next?.stream.endsWith('END') ? next : undefined;
    return [{ begin, end, holder: holder.uniqueid, byCode: byFeatureCode(holder, begin.at) }];
  });
}

/** The keys of a code come right before the music, and the system asks the agent for the number right after. */
function byFeatureCode({ events }: Channel, at: number): Music['byCode'] {
  const keyed = events.some((event) => event.type === 'DTMF' && event.at <= at && event.at > at - CODE);
  const asked = events.some(({ stream, at: then }) => stream === 'FILE_STREAM_BEGIN' && then >= at && then < at + CODE);
  if (keyed && asked) return 'yes';
  return keyed || asked ? 'unsure' : 'no';
}
