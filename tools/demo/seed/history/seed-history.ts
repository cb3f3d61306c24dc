import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, In } from 'typeorm';
import { INVENTED_SOURCE, type Checklist } from '#contracts';
import { Call } from '#calls';
import { DatabaseModule } from '#database';
import { Person } from '#people';
import { Clock, PlatformModule, type Env } from '#platform';
import { ChecklistRegister, CountingScorecard, QualityModule } from '#quality';
import { seededRandom } from '../../../bench/seeded-random.rules.js';
import { PEOPLE, PROFILE } from '../organisation.js';
import { inventedCalls, type InventedAgent, type InventedCall } from './invented-calls.rules.js';
import { inventedResults } from './invented-results.rules.js';
import { missedItem, workOn, type ShownScore } from './people-at-work.js';
import { writeHistory, type Seat, type WrittenCall } from './write-history.js';

const SEED = 20_260_101;

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
    return { module: HistoryModule, imports: [PlatformModule.forRoot(env, 'seed'), database, QualityModule] };
  }
}

/**
 * Gives a demonstration a month behind it, once: invented calls with scores, some reviewed and some contested, so that homes, lists and
 * reports have something to show beside the eight calls that are heard.
 * @returns how many calls were written; 0 where there is a history already
 */
export async function seedHistory(env: Env): Promise<number> {
  const app = await NestFactory.createApplicationContext(HistoryModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    const source = app.get(DataSource);
    if (await source.manager.existsBy(Call, { source: INVENTED_SOURCE })) return 0;
    // The worker does the same when it starts; which of them is first does not matter.
    await app.get(ChecklistRegister).publishShipped();
    const seats = await seatsOf(source);
    const random = seededRandom(SEED);
    const calls = inventedCalls(AGENTS, app.get(Clock).now(), PROFILE.timeZone, random);
    const checklists = await mainChecklists(app);
    const scores = calls.map((call) => {
      const checklist = checklists[call.direction];
      return { call, checklist, items: inventedResults(checklist, call, random) };
    });
    const written = await source.transaction((tx) => writeHistory(tx, scores, seats));
    await somePeopleAtWork(app, written, seats);
    return written.length;
  } finally {
    await app.close();
  }
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

/** The latest scores with something to talk about: of the supervisor's own team, since the supervisor decides. */
async function somePeopleAtWork(
  app: INestApplicationContext,
  written: readonly WrittenCall[],
  seats: ReadonlyMap<string, Seat>,
): Promise<void> {
  const [analyst, supervisor] = [seats.get('analyst')?.personId, seats.get('supervisor')?.personId];
  if (!analyst || !supervisor) return;
  const shown = await shownScores(app.get(DataSource), written, seats);
  // Nothing of them is left to a person afterwards, who could not listen.
  const whole = ({ score }: ShownScore) => score.items.every(({ outcome }) => outcome !== 'insufficient');
  const latest = shown.filter((one) => missedItem(one) && whole(one)).reverse();
  const ofTeam = latest.filter(({ score }) => ['agent', 'agent2'].includes(score.call.username));
  const contested = ofTeam.slice(0, 3);
  const reviewed = latest.filter((one) => !contested.includes(one)).slice(0, 12);
  await workOn(app, { reviewed, contested }, { analyst, supervisor });
}

async function shownScores(
  source: DataSource,
  written: readonly WrittenCall[],
  seats: ReadonlyMap<string, Seat>,
): Promise<ShownScore[]> {
  const counting = await source.manager.findBy(CountingScorecard, { legId: In(written.map(({ legId }) => legId)) });
  const cards = new Map(counting.map(({ legId, scorecardId }) => [legId, scorecardId]));
  return written.flatMap((one) => {
    const scorecardId = cards.get(one.legId);
    const agentPersonId = seats.get(one.score.call.username)?.personId;
    return scorecardId && agentPersonId ? [{ ...one, scorecardId, agentPersonId }] : [];
  });
}
