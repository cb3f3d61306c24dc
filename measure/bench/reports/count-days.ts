import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { DatabaseModule } from '#database';
import { PlatformModule, type Env } from '#platform';
import { CountedDays, ReviewsModule } from '#reviews';
import { NEWEST } from '../list/many-calls.js';

@Module({})
class CountingModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot(env, 'bench'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-bench'),
      ReviewsModule,
    ];
    return { module: CountingModule, imports };
  }
}

/** Counts every day as the worker does, and leaves the newest as it is in working hours: changed a moment ago. @returns milliseconds */
export async function countDays(env: Env, owner: pg.Client): Promise<number> {
  const app = await NestFactory.createApplicationContext(CountingModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    // The calls were written just now; on days on which much changes the worker waits.
    await owner.query(`update day_to_recount set marked_at = marked_at - interval '1 hour'`);
    const started = performance.now();
    while ((await app.get(CountedDays).count()) > 0);
    const took = performance.now() - started;
    await owner.query('insert into day_to_recount (at) values ($1)', [NEWEST]);
    await owner.query('vacuum analyze');
    return took;
  } finally {
    await app.close();
  }
}
