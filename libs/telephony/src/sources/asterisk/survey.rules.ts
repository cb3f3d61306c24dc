import { type TelephonyRecord } from '../../records/record.rules.js';
import { mergeHouses, type HouseKnowledge } from '../knowledge.rules.js';
import { celEvents, channelsOf, endpointOf, isOwn, type Channel } from './channels.rules.js';
import { isExtension, nameOf } from './house.rules.js';
import { memberNames } from './member-names.rules.js';
import { clocksOf } from './zone-shift.rules.js';

/** `PJSIP/12025550143@trunk`: a number through an endpoint. */
const THROUGH = /^([A-Za-z0-9]+)\/[^/@]+@([^/@()]+)/;
/** `SIP/trunk/12025550143` and `PJSIP/trunk/sip:…`. A telephone is dialled like that, too, by where it is: `PJSIP/201/sip:201@192.0.2.7`. */
const BY_ADDRESS = /^([A-Za-z0-9]+)\/([^/@]+)\/(?:sips?:)?\+?(\d{7,})/;

/**
 * What these records tell of the installation: what was seen, not what it means, so that later records can add to it and never take away.
 * Of some records of a call it learns less than of all of them.
 */
export function surveyRecords(records: readonly TelephonyRecord[], known: HouseKnowledge | null): HouseKnowledge {
  const events = celEvents(records);
  const channels = [...channelsOf(events).values()].filter(({ name }) => !isOwn(name));
  const dialled = events.filter(({ app }) => app === 'Dial').map(({ data }) => data);
  const cdr = records.filter(({ kind }) => kind === 'cdr').map(({ body }) => body);
  const written = cdr.filter((body) => body['lastapp'] === 'Dial').map((body) => body['lastdata'] ?? '');
  const endpoints = [
    ...channels.map(({ endpoint }) => endpoint),
    ...cdr.flatMap((body) => [body['channel'] ?? '', body['dstchannel'] ?? '']).map(endpointOf),
  ];
  const starts = channels.flatMap(({ endpoint, start }) => (start ? [{ endpoint, start }] : []));
  return mergeHouses(known, {
    endpoints: endpoints.filter((endpoint) => isExtension(nameOf(endpoint)) && !isOwn(endpoint)),
    trunks: [...new Set([...dialled, ...written])].flatMap(trunksIn),
    numbers: channels.flatMap((channel) => ownNumber(channel)),
    contexts: starts.map(({ endpoint, start }) => `${endpoint} ${start.context}`),
    callers: starts.flatMap(({ endpoint, start: { context, number } }) =>
      isExtension(number) && !isExtension(nameOf(endpoint)) ? [`${endpoint} ${context} ${number}`] : [],
    ),
    queueMembers: membersOf(records),
    memberNames: memberNames(records, channels),
    hearsHolds: events.some(({ stream }) => stream.startsWith('MOH')) ? ['yes'] : [],
    clocks: clocksOf(records),
  });
}

/** A telephone that is rung bears its own number from its first event on; a line outside has none until it is dialled. */
function ownNumber({ uniqueid, madeFor, start, endpoint }: Channel): string[] {
  if (!start || !isExtension(start.number) || isExtension(nameOf(endpoint))) return [];
  return uniqueid !== madeFor ? [`${endpoint} ${start.number}`] : [];
}

const trunksIn = (data: string): string[] =>
  (data.split(',')[0] ?? '').split('&').flatMap((one) => {
    const [, technology, endpoint, number] = BY_ADDRESS.exec(one) ?? THROUGH.exec(one) ?? [];
    return technology && technology !== 'Local' && endpoint !== number ? [`${technology}/${endpoint}`] : [];
  });

const membersOf = (records: readonly TelephonyRecord[]): string[] =>
  records
    .filter(({ kind, body }) => kind === 'queue_log' && body['event'] === 'CONNECT')
    .flatMap(({ body }) => (body['agent']?.includes('/') ? body['agent'] : []));
