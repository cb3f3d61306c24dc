import { endOfDay, startOfDay } from '#calls';
import { EVENT_DOMAINS, type EventDomain, type EventName, type JournalFilters } from '#contracts';
import { type Asker } from '#people';
import { type Cursor } from '../reach/cursor.rules.js';
import { visibleLegs, type Parameters } from '../reach/visible-legs.js';

/** Whom an entry is about, beside who acted; as the index of the migration `AuditIndexes` writes it. */
export const SUBJECT = `coalesce(detail.details->>'personId', detail.details->>'ownerPersonId', detail.details->>'toPersonId', detail.details->>'accountId')`;
/** What legal matter an entry belongs to: its case, request, hold or package; likewise. */
export const LEGAL_SUBJECT = `coalesce(detail.details->>'caseId', detail.details->>'requestId', detail.details->>'holdId', detail.details->>'exportId')`;

/** What a reader of the journal asks for. */
export interface Wanted {
  asker: Pick<Asker, 'held' | 'personId'>;
  filters: JournalFilters;
  timeZone: string;
  beside: Cursor | null;
  limit: number;
}

/**
 * Ids of the entries that are asked for, the latest first, at most `limit`. Every branch has an index that begins with its filter and ends
 * with time and id, so a page costs what it shows however long the journal is. Time and not position is the order: a position is given
 * afterwards and lies in a table of its own, which no filter's index could end in.
 */
export function wantedEntries(wanted: Wanted, parameters: Parameters): string {
  const conditions = conditionsOf(wanted, parameters);
  const branch = (from: string, condition: string) =>
    `(select entry.id, entry.at from ${from} where ${[condition, ...conditions].join(' and ')}
      order by entry.at desc, entry.id desc limit ${wanted.limit})`;
  return `select id, at from (${branchesOf(wanted.filters, parameters, branch).join(' union ')}) found
    order by at desc, id desc limit ${wanted.limit}`;
}

type Branch = (from: string, condition: string) => string;

function branchesOf({ person, case: legalCase }: JournalFilters, parameters: Parameters, branch: Branch): string[] {
  const inCase = legalCase === undefined ? [] : caseBranches(parameters.add(legalCase), branch, person, parameters);
  if (legalCase !== undefined) return inCase;
  if (person === undefined) return [branch('journal_entry entry', 'true')];
  const asked = parameters.add(person);
  return [
    branch('journal_entry entry', `entry.actor_person_id = ${asked}::uuid`),
    branch(WITH_DETAIL, `${SUBJECT} in (${namesOf(asked)})`),
  ];
}

const WITH_DETAIL = 'journal_detail detail join journal_entry entry on entry.id = detail.entry_id';

/** A person by their own id and by those of their accounts. */
const namesOf = (asked: string) =>
  `select ${asked}::uuid::text union all select id::text from account where person_id = ${asked}::uuid`;

function caseBranches(asked: string, branch: Branch, person: string | undefined, parameters: Parameters): string[] {
  const of = person === undefined ? null : parameters.add(person);
  const also =
    of === null
      ? ''
      : ` and (entry.actor_person_id = ${of}::uuid or entry.id in (select entry_id from journal_detail detail where ${SUBJECT} in (${namesOf(of)})))`;
  const requests = `select id from legal_request where legal_case_id = ${asked}::uuid`;
  const matters = `select ${asked}::uuid::text union all select id::text from legal_request where legal_case_id = ${asked}::uuid
    union all select id::text from legal_hold where case_id = ${asked}::uuid
    union all select id::text from evidence_export where request_id in (${requests})`;
  const opened = `entry.call_id in (select call_id from legal_request_recording where request_id in (${requests}))
    and detail.details->>'grantId' in (select id::text from request_grant where request_id in (${requests}))`;
  return [branch(WITH_DETAIL, `${LEGAL_SUBJECT} in (${matters})${also}`), branch(WITH_DETAIL, `${opened}${also}`)];
}

function conditionsOf({ asker, filters, timeZone, beside }: Wanted, parameters: Parameters): string[] {
  const { from, to, call, kind } = filters;
  return [
    ...(from ? [`entry.at >= ${parameters.add(startOfDay(from, timeZone))}`] : []),
    ...(to ? [`entry.at < ${parameters.add(endOfDay(to, timeZone))}`] : []),
    ...(call ? [`entry.call_id = ${parameters.add(call)}::uuid`] : []),
    ...(kind ? [`entry.event = any(${parameters.add(eventsOf(kind))}::text[])`] : []),
    ...(beside ? [past(beside, 'entry.at', 'entry.id', parameters)] : []),
    ...withinReach(asker, parameters),
  ];
}

const eventsOf = (kind: EventDomain | EventName): readonly string[] =>
  kind in EVENT_DOMAINS ? EVENT_DOMAINS[kind as EventDomain] : [kind];

/** Rows older than where a page ended. */
export function past({ startedAtMicros, callId }: Cursor, at: string, id: string, parameters: Parameters): string {
  const instant = `(timestamptz 'epoch' + ${parameters.add(startedAtMicros)}::bigint * interval '1 microsecond')`;
  return `(${at}, ${id}) < (${instant}, ${parameters.add(callId)}::uuid)`;
}

/** An auditor of some teams sees what concerns their calls and legs alone; what concerns the whole company is for who audits all of it. */
function withinReach(asker: Wanted['asker'], parameters: Parameters): string[] {
  const visible = visibleLegs('journal.read', asker, parameters);
  if (visible === 'true') return [];
  return [
    `exists (select from leg where leg.call_id = entry.call_id and ${visible} and leg.id = coalesce((
       select coalesce((told.details->>'legId')::uuid, recording.leg_id) from journal_detail told
       left join transcript on transcript.id = (told.details->>'transcriptId')::uuid
       left join recording on recording.id = coalesce((told.details->>'recordingId')::uuid, transcript.recording_id)
       where told.entry_id = entry.id), leg.id))`,
  ];
}
