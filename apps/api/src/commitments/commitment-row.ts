import { type CommitmentView } from '#contracts';
import { scopeOf, type Asker, type Scope } from '#people';
import { refusalInReview, refusalOf, SOON_MINUTES, type Answerer } from '#commitments';
import { commitmentAnswerNameSchema, commitmentInReviewNameSchema, type CommitmentAnswerName } from '#contracts';
import { Parameters } from '../reach/visible-legs.js';

/** A commitment with the names around it, as the database gives it. */
export interface CommitmentRecord {
  id: string;
  callId: string;
  legId: string;
  transcriptId: string;
  kind: CommitmentView['kind'];
  turn: number;
  fromChar: number;
  toChar: number;
  fromMs: number;
  timeTurn: number | null;
  timeFromChar: number | null;
  timeToChar: number | null;
  ownerPersonId: string;
  saidAt: Date;
  dueAt: Date | null;
  dueBasis: CommitmentView['dueBasis'];
  unclear: CommitmentView['unclear'];
  state: CommitmentView['state'];
  stateAt: Date;
  revision: number;
  offeredToPersonId: string | null;
  fulfilledByCallId: string | null;
  candidateCallId: string | null;
  teamId: string;
  legTeamId: string;
  ownerZh: string;
  ownerEn: string;
  teamZh: string;
  teamEn: string;
  offeredZh: string | null;
  offeredEn: string | null;
  questionedByPersonId: string | null;
  questionedAt: Date | null;
  questionedZh: string | null;
  questionedEn: string | null;
  questionNote: string | null;
  upheldAt: Date | null;
  matter: string | null;
  customer: string | null;
  language: CommitmentView['language'];
}

export const COMMITMENT_COLUMNS = `
  one.id, one.call_id as "callId", one.leg_id as "legId", one.transcript_id as "transcriptId", one.kind, one.turn,
  one.from_char as "fromChar", one.to_char as "toChar", one.from_ms as "fromMs", one.time_turn as "timeTurn",
  one.time_from_char as "timeFromChar", one.time_to_char as "timeToChar", one.owner_person_id as "ownerPersonId",
  one.said_at as "saidAt", one.due_at as "dueAt", one.due_basis as "dueBasis", one.unclear, one.state, one.state_at as "stateAt",
  one.revision, one.offered_to_person_id as "offeredToPersonId", one.fulfilled_by_call_id as "fulfilledByCallId",
  one.candidate_call_id as "candidateCallId", one.team_id as "teamId", leg.team_id as "legTeamId",
  owner.name_zh as "ownerZh", owner.name_en as "ownerEn", team.name_zh as "teamZh", team.name_en as "teamEn",
  offered.name_zh as "offeredZh", offered.name_en as "offeredEn", one.questioned_by_person_id as "questionedByPersonId",
  one.questioned_at as "questionedAt", one.upheld_at as "upheldAt", asker.name_zh as "questionedZh", asker.name_en as "questionedEn",
  case when one.questioned_at is not null then (select note from commitment_event where commitment_id = one.id and action = 'questioned'
    order by at desc, id desc limit 1) end as "questionNote", matter.title as matter, call.customer, call.language`;

export const COMMITMENT_TABLES = `
  commitment one join leg on leg.id = one.leg_id join call on call.id = one.call_id join person owner on owner.id = one.owner_person_id
  join team on team.id = one.team_id left join person offered on offered.id = one.offered_to_person_id
  left join person asker on asker.id = one.questioned_by_person_id
  left join matter on matter.id = call.matter_id`;

/** The condition under which a row of `one` may be shown. @see reachesCommitment */
export function visibleCommitments({ held, personId }: Asker, parameters: Parameters): string {
  const scope = scopeOf('commitments.read', held, personId);
  if (scope.kind === 'none') return 'false';
  if (scope.kind === 'all') return 'true';
  const [teams, me] = [parameters.add(scope.teamIds), parameters.add(personId)];
  return `(one.team_id = any(${teams}::uuid[]) or leg.team_id = any(${teams}::uuid[]) or one.owner_person_id = ${me}::uuid
    or one.offered_to_person_id = ${me}::uuid)`;
}

/** What a person may do with a commitment; null when they may not know of it. */
export function answererOf({ held, personId, acting }: Asker, place: CommitmentPlace): Answerer | null {
  const reaches = (permission: 'commitments.read' | 'commitments.answer') =>
    reachesCommitment(scopeOf(permission, held, personId), place, personId);
  if (!reaches('commitments.read')) return null;
  const oversight = scopeOf('commitments.oversee', held, personId);
  const oversees =
    oversight.kind === 'all' ||
    (oversight.kind === 'some' && place.teamIds.some((id) => oversight.teamIds.includes(id)));
  return { personId, forPersonId: acting?.personId ?? null, answers: reaches('commitments.answer'), oversees };
}

export const placeOf = (one: CommitmentRecord): CommitmentPlace => ({
  ownerPersonId: one.ownerPersonId,
  offeredToPersonId: one.offeredToPersonId,
  teamIds: [one.teamId, one.legTeamId],
});

/** The commitment, with what the asker may answer. */
export function viewOf(one: CommitmentRecord, asker: Asker, now: Date): CommitmentView {
  const by = answererOf(asker, placeOf(one));
  const judges = scopeOf('scorecards.judge', asker.held, asker.personId);
  const reviews = judges.kind === 'all' || (judges.kind === 'some' && judges.teamIds.includes(one.legTeamId));
  const allowed = (name: CommitmentAnswerName) => by !== null && by.answers && refusalOf(name, one, by) === null;
  const soon = one.dueAt !== null && one.dueAt.getTime() - now.getTime() <= SOON_MINUTES * 60_000;
  const { id: commitmentId, callId, legId, kind, state, revision, fromMs, dueBasis, unclear } = one;
  return {
    ...{ commitmentId, callId, legId, kind, state, revision, fromMs, dueBasis, unclear },
    saidAt: one.saidAt.toISOString(),
    dueAt: one.dueAt?.toISOString() ?? null,
    dueSoon: state === 'open' && soon,
    owner: { personId: one.ownerPersonId, name: { zh: one.ownerZh, en: one.ownerEn } },
    team: { zh: one.teamZh, en: one.teamEn },
    offeredTo:
      one.offeredToPersonId === null
        ? null
        : { personId: one.offeredToPersonId, name: { zh: one.offeredZh ?? '', en: one.offeredEn ?? '' } },
    question: questionOf(one),
    ...{ matter: one.matter, customer: one.customer, language: one.language },
    ...{ fulfilledByCallId: one.fulfilledByCallId, candidateCallId: one.candidateCallId },
    stateAt: one.stateAt.toISOString(),
    may: commitmentAnswerNameSchema.options.filter(allowed),
    mayInReview: commitmentInReviewNameSchema.options.filter(
      (name) => by !== null && reviews && refusalInReview(name, one, by) === null,
    ),
  };
}

const questionOf = (one: CommitmentRecord): CommitmentView['question'] =>
  one.questionedByPersonId === null || one.questionedAt === null
    ? null
    : {
        by: { personId: one.questionedByPersonId, name: { zh: one.questionedZh ?? '', en: one.questionedEn ?? '' } },
        at: one.questionedAt.toISOString(),
        note: one.questionNote,
      };

/** Whose a commitment is, as far as rights go: its owner's team now, and the team in whose call it was made. */
export interface CommitmentPlace {
  ownerPersonId: string;
  offeredToPersonId: string | null;
  teamIds: readonly string[];
}

/** Does a right reach a commitment? Its owner, and a colleague who is asked to take it over, always may know of it. */
export function reachesCommitment(scope: Scope, place: CommitmentPlace, personId: string): boolean {
  if (scope.kind === 'none') return false;
  if (scope.kind === 'all' || place.ownerPersonId === personId || place.offeredToPersonId === personId) return true;
  return place.teamIds.some((id) => scope.teamIds.includes(id));
}
