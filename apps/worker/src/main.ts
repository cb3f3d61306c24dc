import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { armFaultPoint, LOGGER, parseEnv, type Logger } from '#platform';
import { ChecklistRegister, ScoreLegService } from '#quality';
import { JobsRole } from './jobs-role.js';
import { Schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

/** Everything that nobody waits for. Stops cleanly on SIGTERM and SIGINT; killed, it loses nothing: see libs/platform/src/jobs. */
async function main(): Promise<void> {
  const env = parseEnv(process.env);
  armFaultPoint(env.faultPoint);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const logger = app.get<Logger>(LOGGER);
  await app.get(ChecklistRegister).publishShipped();
  await app.get(ScoreLegService).warm();
  await app.get(JobsRole).start();
  app.get(Schedules).start(logger);
  logger.info('worker ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
