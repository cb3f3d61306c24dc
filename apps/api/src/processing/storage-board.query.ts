import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ProcessingBoard } from '#contracts';

/** What is stored, by kind of object: the bytes of the plaintext; sealing adds a header, and a tag for every 64 KiB. */
@Injectable()
export class StorageBoardQuery {
  constructor(private readonly source: DataSource) {}

  kinds(): Promise<ProcessingBoard['storage']> {
    return this.source.query(
      `select kind, count(*)::int as objects, coalesce(sum(plain_bytes), 0)::float8 as bytes
       from stored_object group by kind order by bytes desc`,
    );
  }
}
