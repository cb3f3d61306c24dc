import type { Bilingual, ProcessingBoard, ScheduleName, WorkerPresence } from '#contracts';

/** Work that is due for this long without a worker taking it is an alarm: a restart anywhere is over by then. */
export const STUCK_AFTER_SECONDS = 120;
export const SKEW_ALARM_MS = 2000;
/** Languages that the product promises to transcribe. */
const LANGUAGES = ['zh', 'en'] as const;

export type Alarm = { grave: boolean } & (
  | { kind: 'no_worker' }
  | { kind: 'stuck'; seconds: number }
  | { kind: 'silent'; count: number; at: string }
  | { kind: 'skew'; host: string; seconds: number }
  | { kind: 'no_engine' | 'demonstration'; language: 'zh' | 'en' }
  | { kind: 'versions'; versions: string[] }
  | { kind: 'schedule'; name: ScheduleName; late: boolean }
  | { kind: 'part'; part: keyof ProcessingBoard['parts']; words: Bilingual }
);

/** What a person should look at, gravest first; empty when all is well. */
export function alarmsOf(board: ProcessingBoard): Alarm[] {
  const alive = board.workers.filter(({ silent }) => !silent);
  const alarms = [
    ...workAlarms(board, alive),
    ...workerAlarms(board.workers, alive),
    ...engineAlarms(alive),
    ...partAlarms(board),
    ...scheduleAlarms(board),
  ];
  return alarms.sort((a, b) => Number(b.grave) - Number(a.grave));
}

/** A queue that is worked off is no alarm, however long it is: how old it is, the screen says beside it. */
function workAlarms({ oldestDue, jobs }: ProcessingBoard, alive: readonly WorkerPresence[]): Alarm[] {
  if (alive.length === 0) return [{ kind: 'no_worker', grave: true }];
  const moves = jobs.some(({ running }) => running > 0);
  if (moves || oldestDue === null || oldestDue.seconds < STUCK_AFTER_SECONDS) return [];
  return [{ kind: 'stuck', seconds: oldestDue.seconds, grave: true }];
}

function workerAlarms(all: readonly WorkerPresence[], alive: readonly WorkerPresence[]): Alarm[] {
  const silent = all.filter((worker) => worker.silent).toSorted((a, b) => b.heartbeatAt.localeCompare(a.heartbeatAt));
  const versions = [...new Set(alive.map(({ version }) => version))].sort();
  return [
    ...silent
      .slice(0, 1)
      .map(({ heartbeatAt: at }): Alarm => ({ kind: 'silent', count: silent.length, at, grave: false })),
    ...alive
      .filter(({ clockSkewMs }) => Math.abs(clockSkewMs) > SKEW_ALARM_MS)
      .map(({ host, clockSkewMs }): Alarm => ({ kind: 'skew', host, seconds: clockSkewMs / 1000, grave: false })),
    ...(versions.length > 1 ? [{ kind: 'versions', versions, grave: false } as const] : []),
  ];
}

/** An engine that hears nothing itself (`provided`) transcribes no language. */
function engineAlarms(alive: readonly WorkerPresence[]): Alarm[] {
  if (alive.length === 0) return [];
  const engines = alive
    .flatMap((worker) => worker.engines)
    .filter(({ name, enabled }) => enabled && name !== 'provided');
  return LANGUAGES.flatMap((language): Alarm[] => {
    const able = engines.filter(({ available, languages }) => available && languages.includes(language));
    if (able.length === 0) return [{ kind: 'no_engine', language, grave: false }];
    return able.some(({ production }) => production) ? [] : [{ kind: 'demonstration', language, grave: false }];
  });
}

/** An alarm that a part of the board already shows is not repeated. */
const SAID_BY: Partial<Record<ScheduleName, keyof ProcessingBoard['parts']>> = {
  'back-up-database': 'backup',
  'try-restoring': 'restoreDrill',
  'check-objects': 'integrity',
  'check-keys': 'keyCheck',
};

function scheduleAlarms({ schedules, parts }: ProcessingBoard): Alarm[] {
  return schedules.flatMap(({ name, health }): Alarm[] => {
    const part = SAID_BY[name];
    if ((health !== 'late' && health !== 'failing') || (part && !parts[part].ok)) return [];
    return [{ kind: 'schedule', name, late: health === 'late', grave: true }];
  });
}

function partAlarms({ parts }: ProcessingBoard): Alarm[] {
  return (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part): Alarm[] => {
    const { ok, detail, warning } = parts[part];
    if (!ok) return [{ kind: 'part', part, words: detail, grave: true }];
    return warning ? [{ kind: 'part', part, words: warning, grave: false }] : [];
  });
}
