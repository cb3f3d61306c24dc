import { fold } from '../../fold/fold.rules.js';
import { type FoldedCall, type Statement } from '../../fold/model.js';
import { grouped } from '../../records/grouped.rules.js';
import { inOrder, type TelephonyRecord } from '../../records/record.rules.js';
import { type TelephonySource } from '../source.js';
import { callFacts } from './call-facts.rules.js';
import { groupByCall, type CallRecords } from './group.rules.js';
import { holds } from './holds.rules.js';
import { houseOf, type House } from './house.rules.js';
import { keysOf } from './keys.rules.js';
import { channelLegs } from './legs.rules.js';
import { inQueueOrder, isConsult, queueLog, talkEnds } from './queue-log.rules.js';
import { ASTERISK, readAsterisk } from './read.rules.js';
import { callDetails, detailLegs } from './rows.rules.js';
import { queueStays, stayLeg } from './stays.rules.js';
import { surveyRecords } from './survey.rules.js';
import { UNPROVEN } from './unproven.rules.js';
import { viewOf } from './view.rules.js';
import { type CelEvent } from './channels.rules.js';

const TYPES = new Set(['PARK_START', 'PARK_END', 'PICKUP', UNPROVEN]);
const ROOMS = /^(ConfBridge|MeetMe|Park|ParkedCall|Pickup|PickupChan)$/i;

/**
 * Whether a call was parked, taken from another telephone, or led into a conference, or is marked as told by events that are not proven. Who spoke with whom, and whose telephone let it ring, is
 * then told by records that were not seen of a real system, so that nothing is said of its agents.
 */
const unsureShape = (events: readonly CelEvent[]): boolean =>
  events.some(({ type, app }) => TYPES.has(type) || ROOMS.test(app));

/**
 * Asterisk from its channel event log (CEL), queue_log and call detail records (CDR). The channel log tells nearly everything; the other
 * two confirm it, and say less where it is missing.
 */
export const asterisk: TelephonySource = {
  name: ASTERISK,
  title: { zh: 'Asterisk / FreePBX', en: 'Asterisk / FreePBX' },
  label: 'verified',
  read: readAsterisk,
  keysOf,
  survey: (records, known = null) => surveyRecords(inOrder(records), known),
  calls: (records, { home }, known = null) => {
    const all = inOrder(records);
    const house = houseOf(surveyRecords(all, known));
    return groupByCall(all, house)
      .map((call) => foldCall(call, house, home))
      .filter(({ facts, legs }) => Object.keys(facts).length > 0 || legs.length > 0)
      .toSorted((a, b) => (a.facts.startedAt?.value ?? 0) - (b.facts.startedAt?.value ?? 0) || (a.id < b.id ? -1 : 1));
  },
};

/** What holds of a call however its telephones were connected. */
const CALL_ALONE = new Set(['startedAt', 'endedAt', 'direction', 'customer', 'queue']);
const ofCallAlone = ({ leg, field }: Statement): boolean => leg === null && CALL_ALONE.has(field);

function foldCall({ ids, records: all, silent }: CallRecords, house: House, home: 'CN' | 'US' | null): FoldedCall {
  const records = all.filter(({ body }) => !silent.has(body['linkedid'] || body['uniqueid'] || body['callid'] || ''));
  const view = viewOf(records, house);
  const stays = queueStays(view);
  const seen: Statement[] = [
    ...callFacts(view, stays, home),
    ...channelLegs(view),
    ...stays.flatMap((stay) => stayLeg(view, stay)),
    ...holds(view),
  ];
  const log = inQueueOrder(records.filter(({ kind }) => kind === 'queue_log'));
  const lines = new Map([...grouped(log, ({ body }) => body['callid'] ?? '')].filter(([, own]) => !isConsult(own)));
  const queued = [...lines.values()].flatMap((own: TelephonyRecord[]) => [
    ...queueLog(own, { house, home, stays, view }),
    ...talkEnds(own, view),
  ]);
  const said = [...seen, ...queued, ...callDetails(records, view, home)];
  if (unsureShape(view.events)) return fold(ASTERISK, ids, said.filter(ofCallAlone));
  const known = new Set(said.flatMap((one) => (one.field === 'extension' ? one.value : [])));
  const agents = new Set(said.flatMap((one) => (one.field === 'kind' && one.value === 'agent' ? one.leg : [])));
  const named = new Set(said.flatMap((one) => (one.field === 'extension' ? one.leg : [])));
  // A member whose telephone no record names may be the one that a row has.
  const whole = view.channels.length > 0 || [...agents].some((leg) => !named.has(leg));
  return fold(ASTERISK, ids, whole ? said : [...said, ...detailLegs(records, house, known)]);
}
