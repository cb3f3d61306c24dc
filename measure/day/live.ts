import { type Day } from './day.js';
import { nextDue, untilQuiet, untilSeen, wake } from './clock/quiet.js';
import { nextJump } from './clock/offset.rules.js';
import { momentOf, minutesOf, spokenTime } from './calendar.rules.js';
import { setTimeout as delay } from 'node:timers/promises';
import { type Appointment } from './week.js';
import { type Memory } from './place/memory-looks.js';

/** An appointment that did not go as it should, in words. */
export interface Failure {
  at: string;
  who: string;
  what: string;
  words: string;
}

export interface Pace {
  /** Seconds of the longest jump while people work, and at night. */
  byDay: number;
  byNight: number;
  monday: Date;
  say(line: string): void;
}

/** For timers that are due after a jump to have begun. */
const WAKE_MS = 60;
/** What takes seconds takes minutes where a whole suite runs beside it. */
const QUIET_WITHIN_MS = 300_000;

/** Lives through the appointments in their order, moving the clock from one to the next. @returns what failed */
export async function live(
  day: Day,
  appointments: readonly Appointment[],
  memory: Memory,
  pace: Pace,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const inOrder = [...appointments].sort((a, b) => minutesOf(a.at) - minutesOf(b.at));
  for (const { at, who, what, do: act } of inOrder) {
    try {
      await moveTo(day, momentOf(pace.monday, at), memory, pace);
      pace.say(`${spokenTime(pace.monday, day.clock.now())}  ${who} ${what}`);
      await act(day);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      failures.push({ at, who, what, words });
      pace.say(`           FAILED: ${words}`);
    }
  }
  return failures;
}

/** Jump by jump, each only once nothing runs. */
async function moveTo(day: Day, moment: Date, memory: Memory, pace: Pace): Promise<void> {
  for (;;) {
    const { database } = day.installation;
    await untilQuiet(database, QUIET_WITHIN_MS);
    memory.look(day.installation.processes(), day.clock.now());
    const left = (moment.getTime() - day.clock.now().getTime()) / 1000;
    if (left <= 0) return;
    const hour = Math.floor(minutesSince(pace.monday, day.clock.now()) / 60) % 24;
    const most = hour >= 8 && hour < 19 ? pace.byDay : pace.byNight;
    const jump = nextJump(left, { most, nextDue: await nextDue(database) });
    day.clock.jump(jump);
    await wake(database);
    await untilSeen(database, jump, QUIET_WITHIN_MS);
    await delay(WAKE_MS);
  }
}

const minutesSince = (monday: Date, now: Date): number => (now.getTime() - monday.getTime()) / 60_000;
