import { readdir } from 'node:fs/promises';
import { House } from './house.js';
import { testServer } from './postgres.js';

it('leaves nothing behind where it cannot start', async () => {
  // An address of documentation, which no machine has.
  await expect(House.open({ SHOUWEN_HOST: '203.0.113.1' })).rejects.toThrow(/EADDRNOTAVAIL/);
  expect((await readdir(testServer().folder)).filter((name) => name.startsWith('house-'))).toEqual([]);
}, 120_000);
