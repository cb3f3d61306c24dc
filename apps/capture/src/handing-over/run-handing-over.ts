/*
 * The process that hands over: it may wait for a database, decode for minutes, or die, and no packet notices
 *   The capture process sends it sessions, one after the other, and it answers each with what became of it. What waits for something it tries
 *   again by itself. When it dies it is started again, and gets all that has no answer once more.
 */
import { NestFactory } from '@nestjs/core';
import { type LiveInstruction } from '#floor';
import { CaptureReports } from '#intake';
import { Alarms } from '#notifications';
import { endInTime, LOGGER, type Env, type Logger } from '#platform';
import { WaitingSessions, type EndedSession } from '../media/waiting-sessions.js';
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
  let wake = () => undefined as void;
  /** Until the context is ready, messages wait; figures and sound do not, as the next ones come soon. */
  let receive = (message: ToHandingOver): void => {
    if (!('report' in message) && !('heard' in message)) early.push(message);
  };
  process.on('message', (message: ToHandingOver) => receive(message));
  const context = await NestFactory.createApplicationContext(HandingOverModule.forRoot(env), {
    ...{ logger: false, abortOnError: false },
  });
  const logger = context.get<Logger>(LOGGER);
  const handOver = context.get(HandOver);
  const alarms = context.get(Alarms);
  const live = context.get(LiveSessions);
  const [sound, words, listeners] = [context.get(LiveSound), context.get(CallWords), context.get(Listeners)];
  const keys = context.get(ConsentKeys);
  const write = oneAtATime(context.get(CaptureReports, { strict: false }));
  const say = (answer: FromHandingOver) => void process.send?.(answer);
  keys.onAnswered((answered) => say({ answered }));
  receive = (message) => {
    if ('ended' in message) {
      waiting.push(message.ended);
      wake();
    } else if ('report' in message)
      write({ ...message.report, figures: { ...message.report.figures, words: words.figures } });
    else if ('heard' in message) {
      sound.heard(message.heard);
      words.heard(message.heard);
    } else if ('pressed' in message) void keys.pressed(message.pressed);
    else if ('standing' in message) {
      words.told(message.standing);
      live.told(message.standing);
    } else if ('goingOn' in message) live.toldAll(message.goingOn);
    else if ('watched' in message)
      // Sent again within a minute, where there is no database now.
      void alarms
        .set(message.watched)
        .catch((error: unknown) => logger.error({ err: error }, 'administrators could not be notified'));
    else live.carriedOut(message.carriedOut);
  };
  early.splice(0).forEach(receive);
  ending.closeWith(async () => {
    await live.close();
    await words.close();
    await listeners.close();
    await context.close();
  }, logger);
  void live.run(
    (instruction: LiveInstruction) => say({ carryOut: instruction }),
    async () => {
      await keys.look();
      await listeners.look();
      say({ listenTo: sound.look(), hearWordsOf: await words.look() });
    },
  );
  words.start(process.argv[1] ?? '');
  const again = (session: EndedSession) =>
    setTimeout(() => {
      waiting.push(session);
      wake();
    }, AGAIN_MS);
  for (;;) {
    const session = waiting.shift();
    if (!session) {
      await new Promise<void>((resolve) => (wake = resolve));
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
