import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DatabaseModule } from '#database';
import { Company } from '#people';
import { PlatformModule, type Env } from '#platform';
import { QualityModule, ReplayService, Scorecard, ScoreLegService } from '#quality';
import { type Chosen } from './read-arguments.rules.js';
import { type Line } from './report.rules.js';

@Module({})
class RescoreModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot(env, 'rescore'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-rescore'),
      QualityModule,
    ];
    return { module: RescoreModule, imports };
  }
}

/** Cards read at once; more would only wait in memory. */
const PAGE = 200;

/**
 * Replays the chosen automatic cards, or scores the chosen legs again. Every line is told as it is known.
 * @returns all lines
 */
export async function rescore(
  env: Env,
  { chosen, check }: { chosen: Chosen; check: boolean },
  tell: (line: Line) => void = () => undefined,
): Promise<Line[]> {
  const app = await NestFactory.createApplicationContext(RescoreModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  const lines: Line[] = [];
  const add = (line: Line): void => {
    lines.push(line);
    tell(line);
  };
  try {
    const source = app.get(DataSource);
    const work = check
      ? (leg: Leg) => replayLeg(source, app.get(ReplayService), leg, add)
      : (leg: Leg) => scoreLeg(source, app.get(ScoreLegService), leg, add);
    for await (const leg of legsOf(source, chosen)) await work(leg);
  } finally {
    await app.close();
  }
  return lines;
}

interface Leg {
  readonly legId: string;
  readonly callId: string;
}

/** Every scored leg that was chosen, in the order of the calls, page by page. */
async function* legsOf(source: DataSource, chosen: Chosen): AsyncGenerator<Leg> {
  const { timeZone } = (await source.manager.findOneByOrFail(Company, { id: 1 })).profile;
  const [condition, values] =
    'callId' in chosen
      ? ['call_id = $1::uuid', [chosen.callId]]
      : [
          `started_at >= ($1::date::timestamp at time zone $3) and started_at < (($2::date + 1)::timestamp at time zone $3)`,
          [chosen.from, chosen.to, timeZone],
        ];
  let after: string | null = null;
  for (;;) {
    const page: Leg[] = await source.query(
      `select leg_id as "legId", call_id as "callId" from listed_leg where stage = 'scored' and ${condition}
         and ($${values.length + 1}::uuid is null or leg_id > $${values.length + 1}) order by leg_id limit ${PAGE}`,
      [...values, after],
    );
    yield* page;
    after = page.at(-1)?.legId ?? null;
    if (page.length < PAGE) return;
  }
}

async function replayLeg(
  source: DataSource,
  replayer: ReplayService,
  { legId, callId }: Leg,
  add: (line: Line) => void,
) {
  const where = { legId, author: 'automatic' as const };
  for (const card of await source.manager.find(Scorecard, { where, order: { createdAt: 'ASC', id: 'ASC' } }))
    add({ callId, legId, scorecardId: card.id, ...(await replayer.replay(card)) });
}

async function scoreLeg(
  source: DataSource,
  scoring: ScoreLegService,
  { legId, callId }: Leg,
  add: (line: Line) => void,
) {
  try {
    const refiled = await source.transaction((tx) => scoring.scoreAgain(tx, legId));
    add({ callId, legId, verdict: 'rescored', filed: refiled.filter(({ isNew }) => isNew).length });
  } catch (error) {
    // One call whose words are gone does not keep the others from being scored.
    add({ callId, legId, verdict: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
