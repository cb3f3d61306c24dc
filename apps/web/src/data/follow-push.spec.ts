import { describe, expect, it } from '@jest/globals';
import { type Delta, type Hello } from '#contracts';
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { follow } from './follow-push.js';
import { RUNS } from './runs.js';

const runId = '01a233be-e323-70da-a170-874fd6cec8eb';
const teams = Array.from({ length: 20 }, (_, n) => `team:${n}`);

/** A socket whose messages and waits the test decides, and how often runs were read again. */
function followed() {
  const client = new QueryClient();
  const read: (QueryKey | undefined)[] = [];
  client.invalidateQueries = async (which) => void read.push(which?.queryKey);
  const heard = new Map<string, (message: unknown) => void>();
  const socket = { on: (name: string, to: (message: unknown) => void) => heard.set(name, to) };
  const waits = new Set<() => void>();
  const later = (run: () => void) => {
    waits.add(run);
    return () => void waits.delete(run);
  };
  const stop = follow(socket as never, client, () => '2026-12-01', later);
  const hello: Hello = { epoch: 'one', rooms: Object.fromEntries(teams.map((room) => [room, 0])) };
  heard.get('hello')?.(hello);
  read.length = 0;
  const times = () => read.filter((key) => key === RUNS.all).length;
  const further = (seq: number) => {
    for (const room of teams) heard.get('delta')?.({ epoch: 'one', room, seq, kind: 'run', runId } satisfies Delta);
  };
  const wait = async () => {
    const all = [...waits];
    waits.clear();
    for (const run of all) run();
    await new Promise((done) => setImmediate(done));
  };
  return { stop, times, further, wait };
}

describe('how far a run is', () => {
  it('is read once, however many teams are told and however fast it goes', async () => {
    const { stop, times, further, wait } = followed();
    for (let seq = 1; seq <= 10; seq++) further(seq);
    expect(times()).toBe(0);
    await wait();
    expect(times()).toBe(1);
    further(11);
    await wait();
    expect(times()).toBe(2);
    stop();
  });

  it('is read no more once the page is left', async () => {
    const { stop, times, further, wait } = followed();
    further(1);
    stop();
    await wait();
    expect(times()).toBe(0);
  });
});
