import { type DataSource } from 'typeorm';

/** Has a sweep that walks through old rows come to its end, or never been needed? */
export async function hasWalked(source: DataSource, sweep: string): Promise<boolean> {
  const rows: unknown[] = await source.query('select 1 from sweep_walk where sweep = $1 and ended_at is null', [sweep]);
  return rows.length === 0;
}

export async function endWalk(source: DataSource, sweep: string): Promise<void> {
  await source.query('update sweep_walk set ended_at = now() where sweep = $1', [sweep]);
}
