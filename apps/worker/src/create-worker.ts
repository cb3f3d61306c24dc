import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Env } from '#platform';
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
