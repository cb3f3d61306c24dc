import {
  type ClientToServerEvents,
  deltaSchema,
  helloSchema,
  type LiveArea,
  type ServerToClientEvents,
} from '#contracts';
import { type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import { CALLS, notifyCallChanged } from './calls.js';
import { WAITING, WHOLE, DRAWN, MEANS } from './reviews.js';
import { RUNS } from './runs.js';
import { NOTIFICATIONS } from './notifications.js';
import { COMMITMENTS } from './commitments.js';
import { AREAS, BEST_CALLS, COACHING, DISPUTES, LEGAL, LIVE_CALLS } from './areas.js';
import { countFrom, type Counting, countOn } from './push.rules.js';
import { isOver, type Later, rereading } from './rereading.js';

/** Deltas come in bursts while a call travels; one reading answers them all. */
const GATHER_MS = 120;

/** A mass of destructions is a mass of events: what is read of an area is read again this often at most. */
const AREA_MS = 1_500;

/** Reports count thousands of calls: they are read again this long after they were read, however many change. */
const REPORTS_MS = 5_000;
/** Those of a period that is over hardly change: a late call, a review. */
const REPORTS_OVER_MS = 60_000;

/** The queue of drawn calls is read again this long after it was read, however many calls change. */
const QUEUE_MS = 5_000;
/** The same of which calls wait as a whole. */
const WHOLE_MS = 30_000;

/** How far a run is, is told for each step and each team that it reaches: it is read again this long after it was read. */
const RUNS_MS = 1_000;

/** What a message of the feed may have changed. After a greeting all of it is read again, as messages may have been missed before it. */
const TOUCHED: Record<'call' | 'told' | 'run' | 'live' | 'seldom' | LiveArea, readonly QueryKey[]> = {
  call: [CALLS.lists, CALLS.figures, COMMITMENTS, WAITING],
  told: [NOTIFICATIONS, COACHING, BEST_CALLS, DISPUTES, LEGAL],
  run: [RUNS.all],
  live: [LIVE_CALLS],
  /** Of calls as well, and read again at intervals of their own. */
  seldom: [DRAWN, MEANS, WHOLE],
  ...AREAS,
};

/** Turns the messages of a socket into queries to read again. @param today the site's day. @returns what ends it */
export function follow(
  socket: Pick<Socket<ServerToClientEvents, ClientToServerEvents>, 'on'>,
  client: QueryClient,
  today: () => string,
  later?: Later,
): () => void {
  let counting: Counting | null = null;
  const gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const areas = new Map<LiveArea, ReturnType<typeof setTimeout>>();
  const readTouched = (...touched: (keyof typeof TOUCHED)[]) => {
    for (const queryKey of touched.flatMap((one) => TOUCHED[one])) void client.invalidateQueries({ queryKey });
  };
  const readEverything = (spares: (query: { queryKey: QueryKey }) => boolean = () => true) => {
    void client.invalidateQueries({ queryKey: CALLS.all, predicate: spares });
    const others = Object.values(TOUCHED).flat();
    for (const queryKey of others) if (queryKey[0] !== CALLS.all[0]) void client.invalidateQueries({ queryKey });
  };
  const readAreaAgain = (area: LiveArea) => {
    areas.delete(area);
    readTouched(area);
  };
  const reports = [false, true].map((over) =>
    rereading(() => countAgain(over), over ? REPORTS_OVER_MS : REPORTS_MS, later),
  );
  const listAt = (queryKey: QueryKey, everyMs: number) =>
    rereading(() => client.invalidateQueries({ queryKey }), everyMs, later);
  const seldom = [...reports, listAt(DRAWN, QUEUE_MS), listAt(WHOLE, WHOLE_MS)];
  const runs = listAt(RUNS.all, RUNS_MS);
  const countAgain = (over: boolean): Promise<void> => {
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => isOver(queryKey, today()) === over;
    const which = { queryKey: CALLS.reports, predicate };
    // A count that runs goes on; it may have begun before the change, so that another follows.
    if (client.isFetching(which) > 0) reports[over ? 1 : 0]?.changed();
    return client.invalidateQueries(which, { cancelRefetch: false });
  };
  const readAgain = () => {
    timer = undefined;
    for (const callId of gathered) void client.invalidateQueries({ queryKey: CALLS.one(callId) });
    gathered.clear();
    readTouched('call');
  };
  socket.on('hello', (message) => {
    // What was read before this greeting may be older than the counting: read it again, also after every reconnect. Scores that were read
    // a moment ago are spared at first, as every reading of their quotes is journalled.
    const first = counting === null;
    counting = countFrom(helloSchema.parse(message));
    readEverything(({ queryKey }) => !(first && queryKey.includes('scorecards')));
  });
  socket.on('delta', (message) => {
    const delta = deltaSchema.parse(message);
    const step = countOn(counting, delta);
    counting = step.counting;
    if (step.refresh === 'everything') readEverything();
    if (delta.kind === 'run') return runs.changed();
    if (delta.kind === 'told' || delta.kind === 'live') return readTouched(delta.kind);
    if (delta.kind === 'area') {
      if (!areas.has(delta.area)) areas.set(delta.area, setTimeout(readAreaAgain, AREA_MS, delta.area));
      return;
    }
    notifyCallChanged(delta.callId);
    if (step.refresh !== 'everything') gathered.add(delta.callId);
    timer ??= setTimeout(readAgain, GATHER_MS);
    for (const one of seldom) one.changed();
  });
  return () => {
    clearTimeout(timer);
    areas.forEach(clearTimeout);
    for (const one of [...seldom, runs]) one.stop();
  };
}
