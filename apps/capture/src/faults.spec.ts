import { Faults } from './faults.js';

it('goes on after what throws, counts it, and tells of the first of each kind', () => {
  const told: string[] = [];
  const faults = new Faults((error, doing) => told.push(`${doing}: ${(error as Error).message}`));
  const done: string[] = [];
  for (const [doing, message] of [
    ['packet', 'one'],
    ['packet', 'two'],
    ['tick', 'three'],
    ['tick', ''],
  ] as const)
    faults.survive(doing, () => {
      if (message) throw new Error(message);
      done.push(doing);
    });
  expect(told).toEqual(['packet: one', 'tick: three']);
  expect([...faults.counts]).toEqual([
    ['packet', 2],
    ['tick', 1],
  ]);
  expect(done).toEqual(['tick']);
});
