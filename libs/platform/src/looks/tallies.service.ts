import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Folded in one statement. */
const BATCH = 5_000;

/**
 * Figures that triggers keep: what was folded, and what has changed since. Read as a table, `of` being which figure and `key` of what. One
 * statement sees both at one moment, so nothing is counted twice or missed while the clock folds.
 */
export const TALLIES = `(select of, key, n, bytes from tally union all select of, key, n, bytes from tally_change) tallies`;

/** Adds what has changed into the figures, so that reading them stays short (decision 48). */
@Injectable()
export class Tallies {
  constructor(private readonly source: DataSource) {}

  /** @returns how many changes were folded */
  async fold(): Promise<number> {
    let folded = 0;
    for (let batch = BATCH; batch === BATCH; folded += batch) {
      const [row]: { n: number }[] = await this.source.query('select fold_tallies($1) as n', [BATCH]);
      batch = row?.n ?? 0;
    }
    return folded;
  }
}
