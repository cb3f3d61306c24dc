import { type INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { INVENTED_SOURCE, type ItemResult } from '#contracts';
import { Clock } from '#platform';
import { Calibrations } from '#reviews';
import { judgedItems } from '#reviews/rules';

interface People {
  readonly quality: string;
  /** Who judge the call, each without the other. */
  readonly reviewers: readonly [string, string];
}

interface Judged {
  readonly callId: string;
  readonly legId: string;
  readonly checklistId: string;
  readonly items: ItemResult[];
}

const DUE_DAYS = 7;
const NOTE = '【演示，虚构】只说了一半的，按未达成。';

/**
 * One calibration of the invented month, made by the services that people use: two reviewers judge one call without each other and differ on one
 * item, on which the quality manager decides. None where there is one already.
 */
export async function seedCalibration(
  app: INestApplicationContext,
  agentPersonId: string,
  { quality, reviewers }: People,
): Promise<void> {
  const source = app.get(DataSource);
  if ((await source.query<unknown[]>('select 1 from calibration limit 1')).length > 0) return;
  const [call] = await judgedByMachine(source, agentPersonId);
  if (!call) return;
  const { items, ...leg } = call;
  const asked = judgedItems(items);
  const disputed = asked.find(({ outcome }) => outcome === 'met' || outcome === 'not_met');
  if (!disputed) return;
  const calibrations = app.get(Calibrations);
  const dueAt = new Date(app.get(Clock).now().getTime() + DUE_DAYS * 86_400_000).toISOString();
  const id = await calibrations.open({ ...leg, reviewerIds: [...reviewers], dueAt }, quality);
  for (const [at, reviewer] of reviewers.entries()) {
    const answers = asked.map(({ itemId, outcome }) => ({
      itemId,
      outcome: itemId !== disputed.itemId ? outcome : at === 0 ? ('met' as const) : ('not_met' as const),
      ...{ note: null, atMs: null },
    }));
    await calibrations.answer(id, { answers, submit: true }, reviewer);
  }
  await calibrations.decide(id, { itemId: disputed.itemId, outcome: 'not_met', note: NOTE }, quality);
}

/** The latest call of the agent that no person has judged. */
const judgedByMachine = (source: DataSource, agentPersonId: string): Promise<Judged[]> =>
  source.query(
    `select call.id as "callId", leg.id as "legId", card.checklist_id as "checklistId", card.items
     from call join leg on leg.call_id = call.id join scorecard card on card.leg_id = leg.id and card.author = 'automatic'
     where call.source = $1 and leg.person_id = $2
       and not exists (select 1 from scorecard other where other.leg_id = leg.id and other.author <> 'automatic')
       and not exists (select 1 from review_assignment one where one.leg_id = leg.id) and not exists (select 1 from dispute where dispute.leg_id = leg.id)
     order by call.started_at desc limit 1`,
    [INVENTED_SOURCE, agentPersonId],
  );
