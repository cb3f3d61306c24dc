import { type EntityManager } from 'typeorm';
import { type AsideReason } from '#contracts';
import { type KeptRecords, type TelephonySourceRow } from '#telephony';
import { sidesOf, type FoldedCall, type FoldedLeg, type MonitorPair } from '#telephony/rules';
import { readerOf } from '../records/reader.js';
import { type ToldByRecords } from './recording-facts.rules.js';

/** What the records of a pair's call tell: whose side each file is, and of which talk. */
export interface CallOfPair {
  sides: { agent: string; customer: string };
  told: ToldByRecords;
  /** When the last talk ended: the files go on until then. */
  lastEndedAt: string | undefined;
  /** How many agents' talks the files hold, one after the other. */
  talks: number;
}

/** Calls that are over and of which records tell, by any id of their source: `$1` its name, `$2` the id. */
export const ENDED_AND_NAMED = (source: string, externalId: string): string => `from call_name named
  left join call_joined joined on joined.call_id = named.call_id
  join call on call.id = coalesce(joined.into_call_id, named.call_id) and call.ended_at is not null
  where named.source = ${source} and named.external_id = ${externalId}`;

/**
 * Looks a pair's call up in the records. Why it cannot be told: no records tell of a call that is over; they do not tell the sides, or whose
 * talks they are. Files that hold the talks of several agents are told as those of the first, as a whole recording is, to be split afterwards;
 * of a talk with a number outside, of one whose times or agent are not known, or of two at once, they could not be.
 */
export async function callOfPair(
  tx: EntityManager,
  { of, kept, toleranceMs }: { of: TelephonySourceRow; kept: KeptRecords; toleranceMs: number },
  pair: MonitorPair,
): Promise<CallOfPair | Extract<AsideReason, 'call_unknown' | 'sides_unknown' | 'several_agents' | 'consultation'>> {
  const [row]: { id: string; startedAt: Date }[] = await tx.query(
    `select call.id, call.started_at as "startedAt" ${ENDED_AND_NAMED('$1', '$2')}`,
    [of.name, pair.uniqueid],
  );
  if (!row) return 'call_unknown';
  const call = await folded(tx, { of, kept }, row.id, pair.uniqueid);
  // The channel of a later id is one that an agent opened to a colleague.
  if (call && call.ids[0] !== pair.uniqueid) return 'consultation';
  const sides = call && sidesOf(pair, call);
  const talks = call?.legs.filter(isTalk) ?? [];
  if (talks.length > 1 && !talks.every(isSplittable)) return 'several_agents';
  const [talk] = talks.toSorted((one, other) => answered(one) - answered(other));
  if (!sides || !talk || talk.facts.kind?.value !== 'agent') return 'sides_unknown';
  const agent = await agentOf(tx, row.id, talk);
  if (!agent) return 'sides_unknown';
  if (talks.length > 1) {
    const inFiles: TalkInFiles[] = [];
    for (const one of talks) inFiles.push(await inFilesOf(tx, row.id, one));
    if (!talksApart(inFiles, toleranceMs)) return 'several_agents';
  }
  const { answeredAt, endedAt } = talk.facts;
  const last = talks.length > 1 ? Math.max(...talks.map(({ facts }) => facts.endedAt!.value)) : endedAt?.value;
  return {
    ...{ sides, talks: talks.length, lastEndedAt: last === undefined ? undefined : iso(last) },
    told: {
      ...{ ...agent, externalId: pair.uniqueid, startedAt: row.startedAt.toISOString(), agentChannel: 'left' },
      direction: call.facts.direction?.value as string,
      ...(answeredAt && { answeredAt: iso(answeredAt.value) }),
      ...(endedAt && { endedAt: iso(endedAt.value) }),
    },
  };
}

const iso = (ms: number): string => new Date(Math.round(ms)).toISOString();

/** A person at the other end, whom the customer hears. In a consultation the customer hears music. */
const isTalk = ({ facts: { kind, answeredAt, outcome } }: FoldedLeg): boolean =>
  (kind?.value === 'agent' || kind?.value === 'external') &&
  (answeredAt !== undefined || outcome?.value === 'answered');

const isSplittable = ({ facts: { kind, answeredAt, endedAt } }: FoldedLeg): boolean =>
  kind?.value === 'agent' && answeredAt !== undefined && endedAt !== undefined;
const answered = ({ facts: { answeredAt } }: FoldedLeg): number => answeredAt?.value ?? 0;

async function folded(
  tx: EntityManager,
  { of, kept }: { of: TelephonySourceRow; kept: KeptRecords },
  callId: string,
  uniqueid: string,
): Promise<FoldedCall | undefined> {
  const records = await kept.ofCall(tx, of.id, callId);
  return readerOf(of)
    .calls(records, of.settings, of.house)
    .find(({ ids }) => ids.includes(uniqueid));
}

/** What tells whether a talk could be split off. */
async function inFilesOf(tx: EntityManager, callId: string, talk: FoldedLeg): Promise<TalkInFiles> {
  const agent = await agentOf(tx, callId, talk);
  return { staffNumber: agent?.staffNumber, fromMs: answered(talk), toMs: talk.facts.endedAt?.value ?? Infinity };
}

/** By the person whose the leg is; where it is no one's yet, by its telephone. */
async function agentOf(
  tx: EntityManager,
  callId: string,
  { key, facts }: FoldedLeg,
): Promise<Pick<ToldByRecords, 'staffNumber' | 'extension'> | null> {
  const [leg]: { staffNumber: string | null }[] = await tx.query(
    `select staff_number as "staffNumber" from leg left join person on person.id = leg.person_id
     where record_key = $2 and (call_id = $1 or call_id in (select call_id from call_joined where into_call_id = $1))`,
    [callId, key],
  );
  const extension = facts.extension?.value;
  if (leg?.staffNumber) return { staffNumber: leg.staffNumber };
  return extension === undefined ? null : { extension };
}

/** A talk as far as it tells whether it could be cut out of files that hold several. */
export interface TalkInFiles {
  /** Undefined: it is not known who the agent was. */
  staffNumber: string | undefined;
  fromMs: number;
  toMs: number;
}

/**
 * Whether files that hold these talks could be split afterwards: each agent is known, and no two of them talk at once for longer than the
 * tolerance. Where they could not, the first would be judged by the words of all.
 */
export function talksApart(talks: readonly TalkInFiles[], toleranceMs: number): boolean {
  const agents = new Set(talks.map(({ staffNumber }) => staffNumber));
  if (talks.length > 1 && agents.has(undefined)) return false;
  if (agents.size < 2) return true;
  const inOrder = talks.toSorted((one, other) => one.fromMs - other.fromMs);
  return inOrder.every(({ toMs }, at) => toMs - (inOrder[at + 1]?.fromMs ?? Infinity) <= toleranceMs);
}
