import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TelephonySourceRow } from '#telephony';
import { type SeenFile } from '#telephony/rules';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { readSmall } from './folder-root.js';
import { jsonPieces } from './json-pieces.rules.js';
import { type Taking } from './recordings-of-folders.service.js';

/** Parsing more would hold the process up; a system that writes more writes lines. */
const LARGEST = 2 * 1024 * 1024;

/** Takes files of records that are read whole: JSON, which has no lines to go by. */
@Injectable()
export class WholeRecords {
  constructor(
    private readonly source: DataSource,
    private readonly records: TelephonyRecords,
  ) {}

  async take(sourceId: string, root: string, { name, size }: SeenFile): Promise<Taking> {
    if (size > LARGEST) return { reason: 'too_large' };
    const text = await readSmall(root, name, LARGEST);
    if (text === null) return 'waits';
    let found = false;
    for (const piece of jsonPieces(text)) {
      const of = await this.source.manager.findOneByOrFail(TelephonySourceRow, { id: sourceId });
      const read = this.records.read(of, { name: name.slice(name.lastIndexOf('/') + 1), text: piece });
      found ||= read !== null;
      if (read) await this.records.take(of, read.records, read.unread.length);
    }
    return found ? 'taken' : { reason: 'other_format' };
  }
}
