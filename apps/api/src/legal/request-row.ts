import { actedAs } from '../people/person.sql.js';
import {
  type AskedAction,
  type Bilingual,
  type BreakGlassOutcome,
  type LegalDecisionRefusal,
  type LegalPurpose,
  type LegalRequestRow,
  type LegalRequestState,
  type RequestGrantView,
  type WrittenFilters,
} from '#contracts';
import {
  RIGHTS_HOLD,
  againFrom,
  decisionRefusal,
  grantState,
  refusalOfBoth,
  reviewRefusal,
  type Absent,
  type ChainQuestion,
} from '#legal';
import { scopeOf, type Asker } from '#people';
import { visibleLegs, type Parameters } from '../reach/visible-legs.js';

interface Who {
  personId: string;
  name: Bilingual;
}

/** A request as the queries of this folder read it. */
export interface RequestRecord {
  id: string;
  code: string;
  purpose: LegalPurpose;
  action: AskedAction;
  rendition: 'masked' | 'original';
  state: LegalRequestState;
  state_at: Date;
  legal_case: LegalRequestRow['legalCase'];
  confidential: boolean;
  break_glass: boolean;
  requested_by: Who;
  created_at: Date;
  submitted_at: Date | null;
  decide_by: Date | null;
  expires_at: Date;
  plays_allowed: number;
  downloads_allowed: number | null;
  recordings: number;
  round: number;
  reason: string;
  filter: WrittenFilters;
  approvals_needed: number;
  approvals: (Who & { at: string })[];
  decided_by: string[];
  decided_for: string[];
  /** `absentTeamId`: then, of the person for whom the asker acts. */
  recorded: { personId: string; teamId: string; approverTeamId: string; absentTeamId: string | null }[];
  /** Does the asker's right to decide reach every recording? */
  reaches: boolean;
  /** Is a small house in force? */
  small: boolean;
  own_decided_at: string[];
  own_team: string;
  absent_team: string | null;
  opening: { reviewBy: string; review: { outcome: BreakGlassOutcome; by: Who; at: string } | null } | null;
  request_grant: GrantRecord | null;
  /** The grant to export, where it is the second. */
  export_grant: GrantRecord | null;
}

type GrantRecord = Omit<RequestGrantView, 'state'> & { revokedAt: string | null; rightsHold: boolean };

const person = (table: string): string =>
  `json_build_object('personId', ${table}.id, 'name', json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en))`;

const someLeg = (condition: string): string =>
  `exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id where listed.request_id = request.id and ${condition})`;

/** Which rows of `legal_request request` a person may see: their own, and those submitted over recordings within their oversight. */
export function visibleRequests(asker: Asker, parameters: Parameters): string {
  const own = `request.requested_by_person_id = ${parameters.add(asker.personId)}::uuid`;
  const overseen = visibleLegs('legal.oversee', asker, parameters);
  return overseen === 'false'
    ? own
    : `(${own} or (request.submitted_at is not null and not ${someLeg(`not (${overseen})`)}))`;
}

/** A request for both gives one grant to listen and, where all of it was approved, a second to export. */
const IS_SECOND = (grant: string): string =>
  `(request.action = 'listen_and_export' and ${grant}.action = 'evidence_export')`;

const grantJson = (grant: string): string =>
  `case when ${grant}.id is not null then json_build_object('grantId', ${grant}.id, 'code', ${grant}.code, 'playsUsed', ${grant}.plays_used,
      'playsAllowed', ${grant}.plays_allowed, 'validFrom', ${grant}.valid_from, 'expiresAt', ${grant}.expires_at,
      'revokedAt', ${grant}.revoked_at, 'rightsHold', ${RIGHTS_HOLD}) end`;

const tookPart = (person: string): string =>
  `exists (select 1 from legs_of_call(leg.call_id) own where own.person_id = ${person})`;

/** The statement that reads requests by a condition, and what follows it. */
export function requestsWhere(condition: string, rest: string, asker: Asker, parameters: Parameters): string {
  const decides = visibleLegs('legal.decide', asker, parameters);
  const me = `${parameters.add(asker.personId)}::uuid`;
  const absent = `${parameters.add(asker.acting?.personId ?? null)}::uuid`;
  return `
  select request.id, request.code, request.purpose, request.action, request.rendition, request.state, request.state_at, confidential,
    break_glass, request.created_at, request.submitted_at, decide_by, request.expires_at, request.plays_allowed, downloads_allowed,
    request.recordings, request.round, request.reason, request.filter, approvals_needed, ${person('requester')} as requested_by,
    case when one.id is not null then json_build_object('caseId', one.id, 'reference', one.reference, 'title', one.title) end as legal_case,
    coalesce((select json_agg(json_build_object('personId', approver.id, 'at', decided_at,
        'name', ${actedAs('approver', 'decision.for_person_id')}) order by decided_at)
      from legal_decision decision join person approver on approver.id = decided_by_person_id
      where request_id = request.id and decision.round = request.round and decision in ('approve','approve_listening')), '[]') as approvals,
    coalesce((select json_agg(decided_by_person_id) from legal_decision decision
      where request_id = request.id and decision.round = request.round), '[]') as decided_by,
    coalesce((select json_agg(for_person_id) from legal_decision decision
      where request_id = request.id and decision.round = request.round and for_person_id is not null), '[]') as decided_for,
    coalesce((select json_agg(distinct jsonb_build_object('personId', case when ${tookPart(me)} then ${me} when ${tookPart(absent)} then ${absent} else leg.person_id end, 'teamId', leg.team_id,
        'approverTeamId', team_then(${me}, call.started_at), 'absentTeamId', team_then(${absent}, call.started_at)))
      from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
      where listed.request_id = request.id), '[]') as recorded,
    small_house_at(now()) as small,
    coalesce((select json_agg(decided_at) from legal_decision decision where request_id = request.id and decision.round = request.round
      and decided_by_person_id = ${me}), '[]') as own_decided_at,
    not ${someLeg(`not (${decides})`)} as reaches,
    (select team_id from person where id = ${me}) as own_team,
    (select team_id from person where id = ${absent}) as absent_team,
    ${grantJson('given')} as request_grant, ${grantJson('exported')} as export_grant,
    case when opening.request_id is not null then json_build_object('reviewBy', review_by, 'review',
      case when review.request_id is not null then json_build_object('outcome', outcome, 'by', ${person('reviewer')}, 'at', reviewed_at)
      end) end as opening
  from legal_request request
  join person requester on requester.id = request.requested_by_person_id
  left join legal_case one on one.id = request.legal_case_id
  left join request_grant given on given.request_id = request.id and not ${IS_SECOND('given')}
  left join request_grant exported on exported.request_id = request.id and ${IS_SECOND('exported')}
  left join break_glass_opening opening on opening.request_id = request.id
  left join break_glass_review review on review.request_id = request.id
  left join person reviewer on reviewer.id = review.reviewed_by_person_id
  where ${condition} ${rest}`;
}

export function requestRow(asker: Asker, record: RequestRecord, now: Date): LegalRequestRow {
  const small = record.small ? { actedAt: actedAt(asker, record), now } : null;
  const refusal = judgeRefusal(asker, { ...record, small }, decisionRefusal);
  const notReviewed = asker.acting ? 'no_permission' : judgeRefusal(asker, { ...record, small }, reviewRefusal);
  const again = [refusal, notReviewed].includes('needs_a_day') ? againFrom(actedAt(asker, record)) : null;
  return {
    requestId: record.id,
    code: record.code,
    purpose: record.purpose,
    action: record.action,
    rendition: record.rendition,
    state: record.state,
    stateAt: record.state_at.toISOString(),
    legalCase: record.legal_case,
    confidential: record.confidential,
    breakGlass: record.break_glass,
    requestedBy: record.requested_by,
    mine: record.requested_by.personId === asker.personId,
    createdAt: record.created_at.toISOString(),
    submittedAt: record.submitted_at?.toISOString() ?? null,
    decideBy: record.decide_by?.toISOString() ?? null,
    expiresAt: record.expires_at.toISOString(),
    playsAllowed: record.plays_allowed,
    downloadsAllowed: record.downloads_allowed,
    recordings: record.recordings,
    approvals: {
      needed: record.approvals_needed,
      by: record.approvals.map(({ at, ...who }) => ({ ...who, at: new Date(at).toISOString() })),
    },
    grant: record.request_grant && grantView(record.request_grant, now),
    exportGrant: record.export_grant && grantView(record.export_grant, now),
    opening: openingOf(record, now),
    mayReview: notReviewed === null,
    reviewRefusal: notReviewed,
    mayDecide: refusal === null,
    decideRefusal: refusal,
    againFrom: again?.toISOString() ?? null,
  };
}

function grantView({ rightsHold, ...grant }: GrantRecord, now: Date): RequestGrantView {
  const [validFrom, expiresAt] = [new Date(grant.validFrom), new Date(grant.expiresAt)];
  const { grantId, code, playsUsed, playsAllowed } = grant;
  const revokedAt = grant.revokedAt === null ? null : new Date(grant.revokedAt);
  const state = grantState({ playsUsed, playsAllowed, expiresAt, revokedAt }, now, rightsHold);
  const times = { validFrom: validFrom.toISOString(), expiresAt: expiresAt.toISOString() };
  return { grantId, code, state, playsUsed, playsAllowed, ...times };
}

function openingOf({ opening, state }: RequestRecord, now: Date): LegalRequestRow['opening'] {
  if (!opening) return null;
  const { reviewBy, review } = opening;
  return {
    reviewBy: new Date(reviewBy).toISOString(),
    overdue: state === 'opened' && new Date(reviewBy) <= now,
    review: review && { ...review, at: new Date(review.at).toISOString() },
  };
}

/** Why the asker may not decide a request, or not review an opening: their right may not reach it, or a rule says so. */
function judgeRefusal(
  asker: Asker,
  record: Omit<RequestRecord, 'small'> & Pick<ChainQuestion, 'small'>,
  rule: (question: ChainQuestion) => LegalDecisionRefusal | null,
): LegalDecisionRefusal | null {
  const { state, requested_by: by, recorded, decided_by: decidedBy, decided_for: decidedFor } = record;
  if (scopeOf('legal.decide', asker.held, asker.personId).kind === 'none' || !record.reaches) return 'no_permission';
  const approver = { personId: asker.personId, teamId: record.own_team };
  const question = {
    state,
    requestedByPersonId: by.personId,
    recorded,
    decidedBy,
    decidedFor,
    approver,
    small: record.small,
  };
  return refusalOfBoth(rule, question, absentOf(asker, record));
}

/** When the asker asked or decided in this round: a day after the last they may decide again, in a small house. */
const actedAt = ({ personId }: Asker, { requested_by: by, state_at: at, own_decided_at: decided }: RequestRecord) => [
  ...(by.personId === personId ? [at] : []),
  ...decided.map((one) => new Date(one)),
];

function absentOf(
  { acting }: Asker,
  { recorded, absent_team: teamId }: Pick<RequestRecord, 'recorded' | 'absent_team'>,
): Absent | null {
  if (!acting || teamId === null) return null;
  const theirs = recorded.map((leg) => ({ ...leg, approverTeamId: leg.absentTeamId ?? teamId }));
  return { approver: { personId: acting.personId, teamId }, recorded: theirs };
}
