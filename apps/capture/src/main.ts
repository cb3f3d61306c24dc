import 'reflect-metadata';
import { CannotStart, commandsAsRun, createLogger, endInTime, parseEnv, startFailure } from '#platform';
import { HANDING_OVER } from './handing-over/handing-over-process.js';
import { LIVE_WORDS } from './live-words/words-process.js';
import { goFirst, goLast, goWithOthers } from './priority.js';
import { startCapture } from './start-capture.js';

/** Calls as they happen: SIP, sound, spool. A process of its own, so that nothing else makes it wait or restarts it. */
async function main(): Promise<void> {
  if (process.argv[2] === HANDING_OVER) return handOver();
  if (process.argv[2] === LIVE_WORDS) return hearWords();
  goFirst();
  const ending = endInTime();
  const env = parseEnv(process.env);
  const logger = createLogger('capture', env.logLevel);
  const capture = await startCapture(env, logger, process.argv[1] ?? '').catch((error: unknown) => {
    throw inWords(error);
  });
  ending.closeWith(() => capture.close(), logger);
  if (await capture.ready) logger.info('capture ready');
}

/** Runs the hand-over process. It uses the same program; only this process loads the database code. */
async function handOver(): Promise<void> {
  goWithOthers();
  const { runHandingOver } = await import('./handing-over/run-handing-over.js');
  await runHandingOver(parseEnv(process.env));
}

/** Runs the live-transcription process at the lowest priority. */
async function hearWords(): Promise<void> {
  goLast();
  const { runLiveWords } = await import('./live-words/run-live-words.js');
  await runLiveWords(parseEnv(process.env));
}

/** The port of SIP is another setting than that of the API. */
function inWords(error: unknown): unknown {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code !== 'EADDRINUSE') return error;
  return new CannotStart(
    `Port ${port} is in use by another programme, so no call can be taken as it happens: end that, or choose another port with SHOUWEN_SIP_PORT.`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exit(1);
});
