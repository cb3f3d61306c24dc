import { type EntityManager } from 'typeorm';
import { type Language, type SamplingPlan } from '#contracts';
import { type SamplingFrameRow } from './sampling.entity.js';
import { type Period } from './period.rules.js';
import { risksOf, type RiskFacts } from './risk.rules.js';

/** A leg that a plan could draw, with what matters for who judges it. */
export interface FoundLeg extends Omit<SamplingFrameRow, 'drawId'> {
  readonly language: Language | null;
}

type Row = Omit<FoundLeg, 'severity' | 'risks'> & RiskFacts;

/** The shown card of a leg by the plan's checklist, or else by the main one. */
const CARD = `
  select scorecard.checklist_id, scorecard.items, case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as percent
  from scorecard
  join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
  left join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = scorecard.checklist_id
  where scorecard.leg_id = leg.id and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
    and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
    and (scorecard.checklist_id = $6 or ($6::text is null and judges_as_main(judged.definition)))
  order by scorecard.id desc limit 1`;

const RISK_FACTS = `
  card.percent as "pointsPercent",
  (select ((inputs->'measures'->'longestSilence'->>'toMs')::bigint - (inputs->'measures'->'longestSilence'->>'fromMs')::bigint)::int
    from scorecard where leg_id = leg.id and author = 'automatic' and inputs->'measures'->'longestSilence'->>'toMs' is not null
    order by id desc limit 1) as "longestSilenceMs",
  exists (select 1 from scorecard join checklist_version judged
    on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
    where scorecard.leg_id = leg.id and judged.definition->'judges'->'appliesWhen' @> '[{"kind":"situation","in":["complaint"]}]') as complaint,
  (select count(*)::int from awaiting_person where awaiting_person.leg_id = leg.id and closed_at is null) as waiting,
  (select count(*)::int from commitment where commitment.leg_id = leg.id and state in ('overdue', 'broken')) as "brokenPromises",
  exists (select 1 from jsonb_array_elements(card.items) item, jsonb_array_elements(coalesce(item->'signs', '[]')) sign
    where sign->>'name' = 'sent_elsewhere') as "sentElsewhere"`;

const NO_RISK_FACTS = `null as "pointsPercent", null as "longestSilenceMs", false as complaint, 0 as waiting, 0 as "brokenPromises",
  false as "sentElsewhere"`;

const STRATUM = {
  none: `''`,
  agent: 'leg.person_id::text',
  queue: `coalesce(leg.queue, '')`,
  outcome: `coalesce(call.outcome, '')`,
};

const IN_REACH = `
  call.started_at >= $1 and call.started_at < $2 and ($3::text[] is null or call.language = any($3))
  and ($4::uuid[] is null or leg.team_id = any($4)) and ($5::uuid[] is null or team.client_id = any($5))`;

const given = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const reachOf = (
  { languages, teamIds, clientIds }: SamplingPlan,
  { fromAt, toAt }: Pick<Period, 'fromAt' | 'toAt'>,
) => [fromAt, toAt, given(languages), given(teamIds), given(clientIds)];

/** Sound that a reviewer may open under a standing grant: not what is restricted, past its time or destroyed. */
const HEARD = (legId: string): string => `exists (select 1 from recording where recording.leg_id = ${legId}
  and recording.destruction_started_at is null and recording.custody not in ('destroyed', 'expired') and not recording.restricted
  and recording.split_at is null)`;

/** Rows of a frame that are read at once. */
const PIECE = 2_000;

/** Every leg that the plan can draw in the period, in the order of their ids: scored, and with sound that a reviewer may open. */
export async function frameOf(
  tx: EntityManager,
  plan: SamplingPlan,
  period: Pick<Period, 'fromAt' | 'toAt'>,
): Promise<FoundLeg[]> {
  const frame: FoundLeg[] = [];
  for await (const piece of framePieces(tx, plan, period)) frame.push(...piece);
  return frame;
}

/** The same in pieces. @param tx a transaction: a cursor of the database lives no longer */
export async function* framePieces(
  tx: EntityManager,
  plan: SamplingPlan,
  period: Pick<Period, 'fromAt' | 'toAt'>,
): AsyncGenerator<FoundLeg[]> {
  await tx.query(
    `declare sampled_frame no scroll cursor for select leg.id as "legId", leg.call_id as "callId", card.checklist_id as "checklistId", call.language,
       ${STRATUM[plan.strata]} as stratum, ${plan.kind === 'risk' ? RISK_FACTS : NO_RISK_FACTS}
     from leg join call on call.id = leg.call_id join team on team.id = leg.team_id cross join lateral (${CARD}) card
     where ${IN_REACH} and call.stage = 'scored' and ${HEARD('leg.id')}
     order by leg.id`,
    [...reachOf(plan, period), plan.checklistId],
  );
  for (;;) {
    const rows: Row[] = await tx.query(`fetch ${PIECE} from sampled_frame`);
    if (rows.length === 0) break;
    yield rows.flatMap((row) => foundBy(plan, row));
  }
  await tx.query('close sampled_frame');
}

function foundBy(plan: SamplingPlan, row: Row): FoundLeg[] {
  const { legId, callId, checklistId, language, stratum } = row;
  const found = plan.kind === 'risk' ? risksOf(row, plan) : { risks: [], severity: 0 };
  if (plan.kind === 'risk' && found.risks.length === 0) return [];
  return [{ legId, callId, checklistId, language, stratum, severity: found.severity, risks: [...found.risks] }];
}

/** The frame that was kept of a draw, in the order of its legs. */
export async function keptFrame(tx: EntityManager, drawId: string): Promise<SamplingFrameRow[]> {
  const frame: SamplingFrameRow[] = [];
  for (;;) {
    const piece: SamplingFrameRow[] = await tx.query(
      `select draw_id as "drawId", leg_id as "legId", call_id as "callId", checklist_id as "checklistId", stratum, severity, risks
       from sampling_frame where draw_id = $1 and ($2::uuid is null or leg_id > $2) order by leg_id limit ${PIECE}`,
      [drawId, frame.at(-1)?.legId ?? null],
    );
    frame.push(...piece);
    if (piece.length < PIECE) return frame;
  }
}

/** Legs of the period that can have a score and have none. */
export interface NotScored {
  /** Still on their way to one: worth waiting for. */
  readonly onTheWay: number;
  /** Those, and those of calls that need a person's attention or were given up. */
  readonly all: number;
}

export async function notScored(
  tx: EntityManager,
  plan: SamplingPlan,
  period: Pick<Period, 'fromAt' | 'toAt'>,
): Promise<NotScored> {
  const [row]: NotScored[] = await tx.query(
    `select (count(*) filter (where call.stage not in ('needs_attention', 'given_up')))::int as "onTheWay", count(*)::int as all
     from leg join call on call.id = leg.call_id join team on team.id = leg.team_id
     where ${IN_REACH} and exists (select 1 from listed_leg where listed_leg.leg_id = leg.id)
       and call.stage in ('known', 'recorded', 'sealed', 'transcribed', 'needs_attention', 'given_up')`,
    reachOf(plan, period),
  );
  return row ?? { onTheWay: 0, all: 0 };
}

/** Legs of a draw's frame that no reviewer may open any more. */
export async function shutSince(tx: EntityManager, drawId: string): Promise<string[]> {
  const rows: { legId: string }[] = await tx.query(
    `select frame.leg_id as "legId" from sampling_frame frame where frame.draw_id = $1 and not ${HEARD('frame.leg_id')}`,
    [drawId],
  );
  return rows.map(({ legId }) => legId);
}
