import { type CallFields, type Statement } from '../../fold/model.js';
import { tellCall, tellLeg } from '../../fold/tell.rules.js';
import { readNumber, type HomeCountry } from '../../numbers/telephone-number.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { isOwn } from './channels.rules.js';
import { byCreation, createdAt } from './columns.rules.js';
import { extensionOf, roleOf, type House } from './house.rules.js';
import { type CallView } from './view.rules.js';

/** A call detail record: two channels, once each. */
export interface Row {
  record: string;
  within: number;
  start: number;
  end: number;
  uniqueid: string;
  linkedid: string;
  channel: string;
  partner: string;
  app: string;
  data: string;
  source: string;
  destination: string;
  disposition: string;
}

export function rowsOf(records: readonly TelephonyRecord[]): Row[] {
  return records
    .filter(({ kind }) => kind === 'cdr')
    .map(({ id, at, body }) => ({
      ...{ record: id, within: Number(body['within']), start: at ?? 0, end: Number(body['end'] || at) },
      ...{ uniqueid: body['uniqueid'] ?? '', linkedid: body['linkedid'] || (body['uniqueid'] ?? '') },
      ...{ channel: body['channel'] ?? '', partner: body['dstchannel'] ?? '', app: body['lastapp'] ?? '' },
      ...{ data: body['lastdata'] ?? '', source: body['src'] ?? '', destination: body['dst'] ?? '' },
      disposition: body['disposition'] ?? '',
    }))
    .toSorted((a, b) => a.start - b.start || byCreation(a.uniqueid, b.uniqueid) || (a.record < b.record ? -1 : 1));
}

/** Rows of one channel at one time may be this far apart, in milliseconds. */
export const APART = 2000;

/**
 * What call detail records tell for sure, which is little. `answer` is when the system answered, so neither ringing nor pick-up shows in
 * them; a transfer rewrites the destination of the row that it ends; a consultation ends the row of a talk that goes on.
 */
export function callDetails(
  records: readonly TelephonyRecord[],
  { house, channels, root: caller }: Pick<CallView, 'house' | 'channels' | 'root'>,
  home: HomeCountry | null,
): Statement[] {
  // A row of one of the system's own channels is of a connection within: the caller's may be lost.
  const rows = rowsOf(records).filter(({ channel }) => !isOwn(channel));
  const [root] = rows.toSorted((a, b) => byCreation(a.uniqueid, b.uniqueid) || a.start - b.start);
  if (!root || caller?.originated) return [];
  const first = rows.find(({ uniqueid }) => uniqueid === root.uniqueid) ?? root;
  const inward = roleOf(house, first.channel) === 'outside';
  const direction = directionOf(first, house);
  const own = rows.filter(({ channel }) => channel === first.channel);
  const last = own.toSorted((a, b) => a.end - b.end).at(-1) ?? first;
  // A row that begins later than its channel is not the first: that one is lost.
  const created = createdAt(first.uniqueid);
  const isFirst = created === null || Math.abs(first.start - created) <= 1500;
  const begun = isFirst ? first.start : createdAt(first.linkedid);
  const queue = inward && isFirst && first.app === 'Queue' ? first.data.split(',')[0] : null;
  const answered = own.find((row) => row.disposition === 'ANSWERED' && isPerson(row, direction, house));
  const number = direction === 'outbound' ? dialled(first) : direction === 'inbound' ? first.source : '';
  return [
    ...tellCall(first, {
      startedAt: begun,
      direction,
      queue,
      customer: readNumber(number, home),
    }),
    // Where the channel log is, it knows; a last row that is lost would leave the end of the one before it.
    ...tellCall(last, { endedAt: direction === 'outbound' || channels.length > 0 ? null : last.end }),
    ...tellCall(answered ?? first, { outcome: answered ? 'answered' : null }),
    ...(direction === 'outbound' && first.disposition === 'BUSY' ? tellCall(first, { outcome: 'busy' }) : []),
  ];
}

function directionOf({ channel, partner, source }: Row, house: House): CallFields['direction'] | undefined {
  if (roleOf(house, channel) === 'outside') return source.replace(/\D/g, '').length >= 7 ? 'inbound' : undefined;
  if (partner === '' || isOwn(partner)) return undefined;
  return roleOf(house, partner) === 'outside' ? 'outbound' : 'internal';
}

function isPerson({ app, partner }: Row, direction: CallFields['direction'] | undefined, house: House): boolean {
  if (!/^(Dial|Queue)$/.test(app) || partner === '' || isOwn(partner)) return false;
  return roleOf(house, partner) === (direction === 'outbound' ? 'outside' : 'telephone');
}

/** The number that was sent out, which a transfer does not rewrite. */
const dialled = ({ data, destination }: Row): string => /\/\+?(\d+)@/.exec(data)?.[1] ?? destination;

/** Agents that only these rows know of, for calls without a channel log. */
export function detailLegs(records: readonly TelephonyRecord[], house: House, known: ReadonlySet<string>): Statement[] {
  const rows = rowsOf(records);
  const [root] = rows.toSorted((a, b) => byCreation(a.uniqueid, b.uniqueid) || a.start - b.start);
  return rows
    .filter(({ channel, partner }) => channel === root?.channel && roleOf(house, partner) === 'telephone')
    .filter(({ partner }) => !known.has(extensionOf(house, partner) ?? ''))
    .flatMap((row) => {
      const answered = row.disposition === 'ANSWERED' && /^(Dial|Queue)$/.test(row.app);
      const leg = { kind: 'agent' as const, extension: extensionOf(house, row.partner) };
      return tellLeg(row.partner, row, { ...leg, outcome: answered ? 'answered' : null });
    });
}
