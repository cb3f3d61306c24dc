import 'reflect-metadata';
import {
  commandsAsRun,
  armFaultPoint,
  endInTime,
  LOGGER,
  parseEnv,
  startFailure,
  type Logger,
  type Env,
} from '#platform';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChecklistRegister, ScoreLegService } from '#quality';
import { JobsRole } from './jobs-role.js';
import { Schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

/** The background work as one object, which does nothing before {@link beginWork}. The caller closes it. */
export const createWorker = (env: Env): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(WorkerModule.forRoot(env), { logger: false, abortOnError: false });

export async function beginWork(worker: INestApplicationContext): Promise<void> {
  await worker.get(ChecklistRegister).publishShipped();
  await worker.get(ScoreLegService).warm();
  await worker.get(JobsRole).start();
  await worker.get(Schedules).start();
}

/** The background work. Ends in order, and in time, on SIGTERM, SIGINT and SIGHUP; killed, it loses nothing: see libs/platform/src/jobs. */
async function main(): Promise<void> {
  const ending = endInTime();
  const env = parseEnv(process.env);
  armFaultPoint(env.faultPoint);
  const worker = await createWorker(env);
  const logger = worker.get<Logger>(LOGGER);
  ending.closeWith(() => worker.close(), logger);
  await beginWork(worker);
  logger.info('worker ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
