import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ProcessingBoard } from '#contracts';
import { TALLIES } from '#platform';

/** What is stored, by kind of object: the bytes of the plaintext; sealing adds a header, and a tag for every 64 KiB. */
@Injectable()
export class StorageBoardQuery {
  constructor(private readonly source: DataSource) {}

  kinds(): Promise<ProcessingBoard['storage']> {
    return this.source.query(
      `select key as kind, sum(n)::int as objects, sum(bytes)::float8 as bytes from ${TALLIES}
       where of = 'object' group by key having sum(n) > 0 order by bytes desc`,
    );
  }
}
