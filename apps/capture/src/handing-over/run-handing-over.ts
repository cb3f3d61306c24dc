/*
 * The process that hands over: it may wait for a database, decode for minutes, or die, and no packet notices
 *   It is told of sessions by the process that captures, one after the other, and answers each with what became of it. What waits for something
 *   it tries again by itself. When it dies it is started again, and told again of all that has no answer.
 */
import { NestFactory } from '@nestjs/core';
import { type LiveInstruction } from '#floor';
import { CaptureReports } from '#intake';
import { Alarms } from '#notifications';
import { endInTime, LOGGER, type Env, type Logger } from '#platform';
import { type EndedSession } from '../media/ended-session.js';
import { WaitingSessions } from '../media/waiting-sessions.js';
import { type WatchedCapture } from '../watch/capture-health.rules.js';
import { CallWords } from './live/call-words.js';
import { ConsentKeys } from './live/consent-keys.js';
import { HandOver } from './ended/hand-over.service.js';
import { HandingOverModule } from './handing-over.module.js';
import { Listeners } from './live/listeners.js';
import { LiveSound } from './live/live-sound.js';
import { LiveSessions } from './live/live-sessions.js';
import { type CaptureReport, type FromHandingOver, type ToHandingOver } from './messages.js';

/** How long something that is missing is given to come, ms. */
const AGAIN_MS = 60_000;
/** What a person has to do first. */
const LONG = new Set(['agent_unknown', 'no_source']);

export async function runHandingOver(env: Env): Promise<void> {
  const ending = endInTime();
  const waiting: EndedSession[] = [];
  const early: ToHandingOver[] = [];
  let tell = () => undefined as void;
  let live: LiveSessions | null = null;
  let write = (_report: CaptureReport): void => undefined;
  let raise: (watched: readonly WatchedCapture[]) => void = () => undefined;
  let [sound, words]: [LiveSound | null, CallWords | null] = [null, null];
  let keys: ConsentKeys | null = null;
  const hear = (message: ToHandingOver) => {
    if ('ended' in message) {
      waiting.push(message.ended);
      return tell();
    }
    // The next comes soon.
    if ('report' in message) return write(message.report);
    if ('heard' in message) {
      if (!message.heard.kept) sound?.heard(message.heard);
      return words?.heard(message.heard);
    }
    if ('standing' in message) words?.told(message.standing);
    // Told before we are ready, they wait.
    if (!live || !keys) early.push(message);
    else if ('pressed' in message) void keys.pressed(message.pressed);
    else if ('standing' in message) live.told(message.standing);
    else if ('goingOn' in message) live.toldAll(message.goingOn);
    else if ('watched' in message) raise(message.watched);
    else live.carriedOut(message.carriedOut);
  };
  process.on('message', hear);
  const context = await NestFactory.createApplicationContext(HandingOverModule.forRoot(env), {
    ...{ logger: false, abortOnError: false },
  });
  const logger = context.get<Logger>(LOGGER);
  const handOver = context.get(HandOver);
  const alarms = context.get(Alarms);
  // Told again within a minute, where there is no database now.
  raise = (watched) =>
    void alarms
      .set(watched)
      .catch((error: unknown) => logger.error({ err: error }, 'administrators could not be told'));
  const say = (answer: FromHandingOver) => void process.send?.(answer);
  const running = context.get(LiveSessions);
  write = oneAtATime(context.get(CaptureReports, { strict: false }));
  const [listened, spoken, listeners] = [context.get(LiveSound), context.get(CallWords), context.get(Listeners)];
  [sound, words] = [listened, spoken];
  const answering = context.get(ConsentKeys);
  answering.tellAnswered((answered) => say({ answered }));
  [live, keys] = [running, answering];
  early.splice(0).forEach(hear);
  ending.closeWith(async () => {
    await running.close();
    await spoken.close();
    await listeners.close();
    await context.close();
  }, logger);
  void running.run(
    (instruction: LiveInstruction) => say({ carryOut: instruction }),
    async () => {
      await answering.look();
      await listeners.look();
      say({ listenTo: listened.look(), hearWordsOf: await spoken.look() });
    },
  );
  spoken.start(process.argv[1] ?? '');
  const again = (session: EndedSession) =>
    setTimeout(() => {
      waiting.push(session);
      tell();
    }, AGAIN_MS);
  for (;;) {
    const session = waiting.shift();
    if (!session) {
      await new Promise<void>((resolve) => (tell = resolve));
      continue;
    }
    const { number } = session;
    try {
      const taking = await handOver.take(session);
      if (taking.outcome === 'waits') {
        logger.warn({ number, code: taking.code }, 'a captured session waits for what is missing');
        // Of one that is to wait for long, the other process says where it lies from now on.
        if (LONG.has(taking.code) && !WaitingSessions.has(number)) say({ waits: number });
        else again(session);
        continue;
      }
      if (taking.outcome === 'refused') logger.error({ number, code: taking.code }, 'a captured session was refused');
      else logger.info({ number }, 'a captured session was handed over');
      say({ released: number });
    } catch (error) {
      logger.error({ err: error, number }, 'a captured session could not be handed over; it is tried again');
      again(session);
    }
  }
}

/** While one is being written, maybe to a database that is away, others are let go. */
function oneAtATime(reports: CaptureReports): (report: CaptureReport) => void {
  let writing = false;
  return ({ process: name, figures }) => {
    if (writing) return;
    writing = true;
    // What is wrong with the database, the sessions that wait for it tell.
    void reports
      .write(name, figures)
      .catch(() => undefined)
      .finally(() => (writing = false));
  };
}
