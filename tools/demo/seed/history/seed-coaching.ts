import { type INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { CoachingGoals, CoachingReplies, CoachingSessions } from '#coaching';
import { INVENTED_SOURCE } from '#contracts';
import { Clock } from '#platform';
import { PROFILE } from '../organisation.js';
import { type Seat } from './write-history.js';

/** What an agent missed, and how often in the last weeks. */
interface Missed {
  readonly callId: string;
  readonly legId: string;
  readonly checklistId: string;
  readonly itemId: string;
}

const SAYS = '【演示，虚构】这两通都少了同一项。我们一起听过模范通话后再试，三周后看结果。';
const ANSWERS = '【演示，虚构】明白了，我会在结束前先问一句。';
const GOAL = { targetPercent: 90, backDays: 7, forDays: 14 };

/**
 * One coaching session of the invented month, made by the services that people use: the supervisor shares two moments with an agent, who answers;
 * its goal began a week ago, so that its follow-up has calls to count. None where there is one already.
 */
export async function seedCoaching(app: INestApplicationContext, supervisor: Seat, agent: Seat): Promise<void> {
  const source = app.get(DataSource);
  const there: unknown[] = await source.query('select 1 from coaching_session where agent_person_id = $1 limit 1', [
    agent.personId,
  ]);
  if (there.length > 0) return;
  const moments = await oftenMissed(source, agent.personId);
  const [first] = moments;
  if (!first) return;
  const { checklistId, itemId } = first;
  const today = DateTime.fromJSDate(app.get(Clock).now(), { zone: PROFILE.timeZone });
  const day = (days: number) => today.plus({ days }).toISODate()!;
  const sessions = app.get(CoachingSessions);
  const session = {
    ...{ agentPersonId: agent.personId, teamId: agent.teamId, heldOn: day(-GOAL.backDays) },
    ...{ sharedText: SAYS, privateNotes: null },
    moments: moments.map((one) => ({
      ...{ callId: one.callId, legId: one.legId },
      item: { checklistId: one.checklistId, itemId: one.itemId },
    })),
  };
  const sessionId = await sessions.prepare(session, supervisor.personId);
  const goal = { item: { checklistId, itemId }, targetPercent: GOAL.targetPercent };
  const days = { fromDay: day(-GOAL.backDays), untilDay: day(GOAL.forDays) };
  await app.get(CoachingGoals).set(sessionId, { ...goal, ...days }, supervisor.personId);
  await sessions.share(sessionId, supervisor.personId);
  await app.get(CoachingReplies).answer(sessionId, ANSWERS, agent.personId);
}

/** Two of the latest calls that missed the item which this agent missed most often. */
const oftenMissed = (source: DataSource, personId: string): Promise<Missed[]> =>
  source.query(
    `with missed as (
       select call.id as "callId", leg.id as "legId", card.checklist_id as "checklistId", result->>'itemId' as "itemId", call.started_at
       from call join leg on leg.call_id = call.id join counting_scorecard counting on counting.leg_id = leg.id
       join scorecard card on card.id = counting.scorecard_id, jsonb_array_elements(card.items) result
       where call.source = $1 and leg.person_id = $2 and result->>'outcome' = 'not_met' and result->>'source' = 'rule'),
     most as (select "checklistId", "itemId" from missed group by 1, 2 order by count(*) desc, 2 limit 1)
     select "callId", "legId", "checklistId", "itemId" from missed natural join most order by started_at desc limit 2`,
    [INVENTED_SOURCE, personId],
  );
