/*
 * The process that hears words of calls that go on: it may be slow or die, and no packet, recording or database notices
 *   start   measures how many calls at once this machine hears, and says so; where it is none, measures again later. Where their number is set,
 *           it only hears whether there are words at all
 *   hear    the calls that were admitted and no others, from the sound that it is told; nothing is written anywhere
 *   slow    where words come late, one call less is heard from then on, until it is measured again
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { A_LAW, decodeG711 } from '#capture';
import { type CompanyProfile } from '#contracts';
import { createLogger, type Env } from '#platform';
import { NEUTRAL_PROFILE } from '#quality';
import {
  hearsAtAll,
  LIVE_WITHIN_MS,
  LiveWords,
  MEASURED_CALL,
  measureLive,
  p95,
  roomIn,
  WarmWhisper,
} from '#transcripts';
import { RecognisedCall } from './recognised-call.js';
import { scorePartialTranscript } from './judge-so-far.js';
import { type CallToHear, type FromLiveWords, type ToLiveWords } from './messages.js';

/** Where no call can be heard, or fewer than before, it is measured again after this, and then ever more seldom. */
const [AGAIN_MS, SELDOM_MS] = [2 * 60_000, 60 * 60_000];

/** How many calls are heard at once: what was measured, or what came of it since, and never more than was set. */
export const roomOf = (measured: number, fixed: number | undefined): number =>
  Math.min(fixed ?? Infinity, Math.max(0, measured));

/** @param wait before this look @param short by a measurement that was just made there is less room than before, or none */
export const nextWait = (wait: number, short: boolean): number =>
  short ? Math.min(Math.max(2 * wait, AGAIN_MS), SELDOM_MS) : AGAIN_MS;

/** Of so many utterances it is told whether they come late. */
const LOOKED_AT = 20;
/** Beyond the limit for admission: a moment of other work must not end what is being read. */
const SLOW_MS = 2 * LIVE_WITHIN_MS;

const measuredCall = (): Int16Array[] =>
  ['agent', 'customer'].map((side) => decodeG711(readFileSync(join(MEASURED_CALL, `${side}.alaw`)), A_LAW));

export async function runLiveWords(env: Env): Promise<void> {
  const logger = createLogger('live-words', env.logLevel);
  const warm = new WarmWhisper();
  const live = new LiveWords(env, warm);
  const calls = new Map<string, { heard: RecognisedCall; sides: string }>();
  const say = (answer: FromLiveWords) => void process.send?.(answer);
  let [room, most] = [0, 0];
  let late: number[] = [];
  let profile: CompanyProfile = NEUTRAL_PROFILE;
  let judge: ReturnType<typeof scorePartialTranscript> | undefined;

  const fixed = env.capture.words.calls;
  const tellRoom = (measured: number, lateMs?: readonly number[]) => {
    room = roomOf(measured, fixed);
    say({ room, ...(lateMs && { lateMs: lateMs.map((ms) => (Number.isFinite(ms) ? ms : null)) }) });
  };
  const measured = async (): Promise<void> => {
    const sides = measuredCall();
    if (fixed !== undefined) return tellRoom((await hearsAtAll(live, sides)) ? fixed : 0);
    const found = await measureLive(live, sides, availableParallelism());
    tellRoom(roomIn(found), found);
  };
  /** false: it was not measured. */
  const measure = async (): Promise<boolean> => {
    if (calls.size > 0) return false;
    try {
      await measured();
      logger.info({ calls: room }, 'calls that this machine hears at once were measured');
      return true;
    } catch (error) {
      logger.error({ err: error }, 'how many calls this machine hears could not be measured');
      return false;
    }
  };
  const noteLate = (ms: number) => {
    late = [...late, ms].slice(-LOOKED_AT);
    if (late.length < LOOKED_AT || p95(late) <= SLOW_MS) return;
    late = [];
    logger.warn({ calls: room }, 'words came late, so that one call less is heard');
    tellRoom(room - 1);
  };
  const open = (call: CallToHear) =>
    new RecognisedCall(call, {
      ...{ live, late: noteLate, judge: (...so) => (judge ??= scorePartialTranscript(profile))(...so) },
      said: (said) => say({ session: call.session, said }),
      lost: (why) => {
        calls.delete(call.session);
        say({ lost: call.session });
        if (why === 'slow') tellRoom(room - 1);
      },
    });
  const hear = (wanted: readonly CallToHear[]) => {
    // One whose sides have changed is another: it is heard from then on.
    for (const [session, { heard, sides }] of calls)
      if (!wanted.some((one) => one.session === session && sidesOf(one) === sides)) {
        heard.close();
        calls.delete(session);
      }
    for (const one of wanted)
      if (!calls.has(one.session)) calls.set(one.session, { heard: open(one), sides: sidesOf(one) });
  };

  process.on('message', (message: ToLiveWords) => {
    if ('heard' in message) calls.get(message.heard.session)?.heard.take(message.heard);
    else if ('hear' in message) hear(message.hear);
    else {
      profile = message.profile;
      judge = undefined;
    }
  });
  process.once('disconnect', () => {
    warm.close();
    process.exit(0);
  });
  for (let wait = 0; ;) {
    const isMeasured = room < Math.max(1, most) && (await measure());
    wait = nextWait(wait, isMeasured && room < Math.max(1, most));
    most = Math.max(most, room);
    await pause(wait);
  }
}

const sidesOf = ({ agentLabel, customerLabels }: CallToHear): string => JSON.stringify([agentLabel, customerLabels]);
