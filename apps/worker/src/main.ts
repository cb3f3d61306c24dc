import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { armFaultPoint, endInTime, LOGGER, parseEnv, startFailure, type Logger } from '#platform';
import { ChecklistRegister, ScoreLegService } from '#quality';
import { JobsRole } from './jobs-role.js';
import { Schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

/** The background work. Ends in order, and in time, on SIGTERM, SIGINT and SIGHUP; killed, it loses nothing: see libs/platform/src/jobs. */
async function main(): Promise<void> {
  const ending = endInTime();
  const env = parseEnv(process.env);
  armFaultPoint(env.faultPoint);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  const logger = app.get<Logger>(LOGGER);
  ending.closeWith(() => app.close(), logger);
  await app.get(ChecklistRegister).publishShipped();
  await app.get(ScoreLegService).warm();
  await app.get(JobsRole).start();
  await app.get(Schedules).start();
  logger.info('worker ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
