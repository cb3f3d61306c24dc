import { untilThere } from './until-there.js';

const wait = async () => undefined;

it('tries again until it succeeds, and tells of each failure', async () => {
  let tries = 0;
  const told: string[] = [];
  const work = async () => {
    tries += 1;
    if (tries < 3) throw new Error(`away ${tries}`);
    return 'there';
  };
  const { signal } = new AbortController();
  expect(await untilThere(work, (error) => told.push((error as Error).message), { ended: signal, wait })).toBe('there');
  expect(told).toEqual(['away 1', 'away 2']);
});

it('ends where it is asked to', async () => {
  const ending = new AbortController();
  const work = async () => {
    ending.abort();
    throw new Error('away');
  };
  expect(await untilThere(work, () => undefined, { ended: ending.signal })).toBeNull();
});
