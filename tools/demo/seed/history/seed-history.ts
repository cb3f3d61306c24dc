import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, In } from 'typeorm';
import { INVENTED_SOURCE, type Checklist } from '#contracts';
import { Call } from '#calls';
import { CoachingModule } from '#coaching';
import { DatabaseModule } from '#database';
import { Person } from '#people';
import { Clock, PlatformModule, type Env } from '#platform';
import { ChecklistRegister, ItemTrust, QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { markNotTrusted } from '#quality/rules';
import { seededRandom } from '../../../../measure/bench/seeded-random.rules.js';
import { PEOPLE, PROFILE } from '../organisation.js';
import { inventedCalls, type InventedAgent, type InventedCall } from './invented-calls.rules.js';
import { inventedResults } from './invented-results.rules.js';
import { seedCoaching } from './seed-coaching.js';
import { seedCalibration } from './seed-calibration.js';
import { seedDraws } from './seed-draws.js';
import { workOn, type InventedCard } from './people-at-work.js';
import { writeHistory, type InventedScore, type Seat } from './write-history.js';

const SEED = 20_260_101;
/** Invented results are trusted as far as those of calls that the recogniser of the demonstration heard. */
const HEARD_BY = 'faster-whisper';

const AGENTS: readonly InventedAgent[] = [
  { username: 'agent', language: 'zh', skill: 0.9, gain: 0.04 },
  { username: 'agent2', language: 'en', skill: 0.78, gain: 0.12 },
  { username: 'agent3', language: 'zh', skill: 0.86, gain: 0 },
  { username: 'agent4', language: 'zh', skill: 0.82, gain: -0.06 },
];

@Module({})
class HistoryModule {
  static forRoot(env: Env): DynamicModule {
    const database = DatabaseModule.forRoot(env.databaseUrl, 'shouwen-seed');
    return {
      module: HistoryModule,
      imports: [PlatformModule.forRoot(env, 'seed'), database, QualityModule, ReviewsModule, CoachingModule],
    };
  }
}

/**
 * Gives a demonstration a month behind it, once: invented calls with scores, some reviewed and some contested, so that homes, lists and
 * reports have something to show beside the eight calls that are heard.
 * @param ownerUrl of the owner of the database, for draws of weeks that are over
 * @returns how many calls were written; 0 where there is a history already
 */
export async function seedHistory(env: Env, ownerUrl: string): Promise<number> {
  const app = await NestFactory.createApplicationContext(HistoryModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const source = app.get(DataSource);
    const seats = await seatsOf(source);
    const written = (await source.manager.existsBy(Call, { source: INVENTED_SOURCE }))
      ? 0
      : await writeMonth(app, seats);
    await somePeopleAtWork(app, seats);
    const [quality, analyst] = [seats.get('quality')?.personId, seats.get('analyst')?.personId];
    if (quality && analyst) await seedDraws(app, ownerUrl, { quality, analyst });
    const [supervisor, agent] = [seats.get('supervisor')?.personId, seats.get('agent')?.personId];
    if (quality && analyst && supervisor && agent)
      await seedCalibration(app, agent, { quality, reviewers: [analyst, supervisor] });
    return written;
  } finally {
    await app.close();
  }
}

async function writeMonth(app: INestApplicationContext, seats: ReadonlyMap<string, Seat>): Promise<number> {
  // The worker does the same when it starts; which of them is first does not matter.
  await app.get(ChecklistRegister).publishShipped();
  const random = seededRandom(SEED);
  const calls = inventedCalls(AGENTS, app.get(Clock).now(), PROFILE.timeZone, random);
  const checklists = await mainChecklists(app);
  const trust = app.get(ItemTrust);
  const [inbound, outbound] = [trust.remembered(checklists.inbound), trust.remembered(checklists.outbound)];
  const scores: InventedScore[] = [];
  for (const call of calls) {
    const checklist = checklists[call.direction];
    const notTrusted = await { inbound, outbound }[call.direction]({ language: call.language, engine: HEARD_BY });
    scores.push({ call, checklist, items: markNotTrusted(inventedResults(checklist, call, random), notTrusted) });
  }
  await app.get(DataSource).transaction((tx) => writeHistory(tx, scores, seats));
  return scores.length;
}

async function seatsOf(source: DataSource): Promise<Map<string, Seat>> {
  const staff = new Map(PEOPLE.map(({ staffNumber, username }) => [staffNumber, username]));
  const people = await source.manager.findBy(Person, { staffNumber: In([...staff.keys()]) });
  return new Map(people.map(({ id, staffNumber, teamId }) => [staff.get(staffNumber) ?? '', { personId: id, teamId }]));
}

async function mainChecklists(app: INestApplicationContext): Promise<Record<InventedCall['direction'], Checklist>> {
  const main = async (direction: InventedCall['direction']) => {
    const [first] = await app.get(ChecklistRegister).judging(direction);
    if (!first) throw new Error(`no checklist judges ${direction} calls`);
    return first.checklist;
  };
  return { inbound: await main('inbound'), outbound: await main('outbound') };
}

/**
 * Has people work on the latest scores with something to talk about: of the supervisor's own team, since the supervisor decides. Scores that
 * were worked on before are passed over, so that what was broken off is completed.
 */
async function somePeopleAtWork(app: INestApplicationContext, seats: ReadonlyMap<string, Seat>): Promise<void> {
  const [analyst, supervisor] = [seats.get('analyst')?.personId, seats.get('supervisor')?.personId];
  if (!analyst || !supervisor) return;
  const agents = ['agent', 'agent2'].flatMap((username) => seats.get(username) ?? []);
  const team = agents.map(({ personId }) => personId);
  const latest = await latestScores(app.get(DataSource));
  const contested = latest.filter(({ agentPersonId }) => team.includes(agentPersonId)).slice(0, 3);
  const reviewed = latest.filter((one) => !contested.includes(one)).slice(0, 12);
  const untouched = ({ worked }: InventedCard) => !worked;
  await workOn(
    app,
    { reviewed: reviewed.filter(untouched), contested: contested.filter(untouched) },
    { analyst, supervisor },
  );
  await seedCoaching(app, latest, { supervisor, agents });
}

/** Automatic cards of invented calls that missed something and left nothing to a person, who could not listen: the latest first. */
const latestScores = (source: DataSource): Promise<InventedCard[]> =>
  source.query(
    `select call.id as "callId", call.language, leg.id as "legId", leg.person_id as "agentPersonId", card.id as "scorecardId",
       card.checklist_id as "checklistId", missed.item_id as "itemId",
       exists (select 1 from scorecard other where other.leg_id = leg.id and other.author <> 'automatic')
         or exists (select 1 from dispute where dispute.leg_id = leg.id) as worked
     from call join leg on leg.call_id = call.id join scorecard card on card.leg_id = leg.id and card.author = 'automatic' and card.trusted
     cross join lateral (select result->>'itemId' as item_id from jsonb_array_elements(card.items) with ordinality results (result, n)
       where result->>'outcome' = 'not_met' and result->>'source' = 'rule' and not result ? 'notTrusted' order by n limit 1) missed
     where call.source = $1 and call.started_at > now() - interval '10 days' and (card.counts->>'insufficient')::int = 0
     order by call.started_at desc, call.id limit 60`,
    [INVENTED_SOURCE],
  );
