import { setImmediate as turn } from 'node:timers/promises';
import { mock } from 'node:test';
import { Clock, type Logger } from '#platform';
import { type PushFeed } from '../push/push-feed.js';
import { FloorFeed } from './floor-feed.js';
import { type TeamFloor, type TeamSight } from './team-floor.js';

const TEAM = '0199d3a0-0000-7000-8000-000000000001';

const sight = (): TeamSight => ({
  line: {
    ...{ name: { zh: '客服一组', en: 'Team A' }, agents: [], legs: [], stays: [], queues: [] },
    ...{ recordsAt: null, silent: [], acknowledged: [], captures: [], paused: [] },
  },
  service: {
    total: { offered: 0, answered: 0, abandoned: 0, inTime: null, abandonment: null },
    settings: { withinSeconds: 20, targetPercent: 80 },
  } as unknown as TeamSight['service'],
  results: { troubles: [], points: new Map() },
  promises: { overdue: 0, dueToday: 0, withoutTime: 0, next: [] },
  ...{ day: '2026-12-01', dayStart: Date.parse('2026-11-30T16:00:00Z') },
});

describe('the feed of floors', () => {
  let elapsed = 0;
  let looksOn = true;
  let reads = 0;
  let commit: (teamIds: 'every') => void;
  let feed: FloorFeed;

  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    mock.method(performance, 'now', () => elapsed);
    [looksOn, reads, elapsed] = [true, 0, 0];
    const floor = {
      sight: () => {
        reads += 1;
        return Promise.resolve(sight());
      },
    };
    const live = { onTeams: (listener: typeof commit) => void (commit = listener) };
    feed = new FloorFeed(floor as unknown as TeamFloor, live as unknown as PushFeed, new Clock(), {} as Logger);
    feed.listen({ looksOn: () => looksOn, told: () => undefined });
    feed.onModuleInit();
    await feed.open(TEAM);
  });
  afterEach(() => {
    feed.onApplicationShutdown();
    mock.timers.reset();
    mock.restoreAll();
  });

  const pass = async (ms: number) => {
    elapsed += ms;
    mock.timers.tick(ms);
    await turn();
  };

  it('reads a team of a busy line four times a second at most, and the last change too', async () => {
    for (let ms = 0; ms < 1000; ms += 10) {
      commit('every');
      await pass(10);
    }
    expect(reads - 1).toBe(4);
    await pass(250);
    expect(reads - 1).toBe(5);
    await pass(5000);
    expect(reads - 1).toBe(5);
  });

  it('lets go of a floor whose screen left as it was opened, however busy its team is', async () => {
    looksOn = false;
    for (let seconds = 0; seconds < 15; seconds += 1) {
      commit('every');
      await pass(1000);
    }
    expect(feed.whole(TEAM, 'line')).toBeNull();
    const before = reads;
    commit('every');
    await pass(1000);
    expect(reads).toBe(before);
  });
});
