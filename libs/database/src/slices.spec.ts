import { type QueryRunner } from 'typeorm';
import { inSlices } from './slices.js';

const IDS = Array.from({ length: 5001 }, (_, n) => `00000000-0000-0000-0000-${String(n + 1).padStart(12, '0')}`);

/** A table of which rows are done; a change of the rows in `refused` gets no lock. */
const tableOf = (done: Set<string>, refused: Set<string>, changed: string[][]) => {
  const query = async (sql: string, [after]: string[] = []) => {
    if (sql.startsWith('select')) {
      const todo = sql.includes('and taken is null') ? IDS.filter((id) => !done.has(id)) : IDS;
      return todo
        .filter((id) => id > after!)
        .map((id) => ({ id }))
        .slice(0, 5000);
    }
    const ids = IDS.filter((id) => sql.includes(id));
    if (ids.some((id) => refused.has(id))) throw Object.assign(new Error('lock'), { code: '55P03' });
    changed.push(ids);
    for (const id of ids) done.add(id);
  };
  return { query } as unknown as QueryRunner;
};

it('what got no lock is begun again at what is still to be done, and locks no row that is done', async () => {
  const [done, changed]: [Set<string>, string[][]] = [new Set(), []];
  const slices = {
    table: 'leg',
    change: (ids: string) => `update leg set taken = 1 where id = any(${ids})`,
    todo: 'taken is null',
  };
  await expect(inSlices(tableOf(done, new Set(IDS.slice(-1)), changed), slices)).rejects.toMatchObject({
    code: '55P03',
  });
  await inSlices(tableOf(done, new Set(), changed), slices);
  expect(changed).toEqual([IDS.slice(0, 5000), IDS.slice(-1)]);
});
