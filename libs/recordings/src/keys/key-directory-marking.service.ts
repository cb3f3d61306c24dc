/*
 * An installation of before the marks gets them when it first starts: each directory that holds the keys which the database names.
 * A folder that an unmounted disk left behind holds none of them and stays unmarked, so that nothing is written into it.
 */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, FileKeyStore, KEY_STORE, LOGGER, markerOf, markKeyDirectories, type Logger } from '#platform';

/** Recordings whose keys are looked for: some of the oldest, some of the newest, and some from anywhere between. */
const LOOKED_FOR = 60;
/** A copy may have lost a file; a folder that is not the one it should be has lost nearly all. */
const ENOUGH = 0.9;

/** By the ends of the primary key, and by a place in it: no more than a few rows are read, however many there are. */
const SOME_KEYS = `
  select distinct key_id from (
    (select key_id from recording order by id limit $1) union all (select key_id from recording order by id desc limit $1)
    union all (select key_id from recording where key_id >= $2 order by key_id limit $1)) looked_for`;

@Injectable()
export class KeyDirectoryMarking implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const copy of ['first', 'second'] as const) {
      if (await markerOf(this.keys.paths[copy])) continue;
      if (await this.holdsItsKeys(copy)) await markKeyDirectories(this.keys.paths, this.clock.now(), [copy]);
      else this.logger.error({ directory: this.keys.paths[copy] }, 'a key directory has no mark: is its disk mounted?');
    }
  }

  private async holdsItsKeys(copy: 'first' | 'second'): Promise<boolean> {
    const from = `${Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}-0000-0000-0000-000000000000`;
    const rows: { key_id: string }[] = await this.source.query(SOME_KEYS, [LOOKED_FOR, from]);
    const entries = await Promise.all(rows.map(({ key_id }) => this.keys.find(key_id)));
    const there = entries.filter((entry) => entry[copy] !== 'missing').length;
    return there >= ENOUGH * entries.length;
  }
}
