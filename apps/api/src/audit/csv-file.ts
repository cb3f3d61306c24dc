import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

export const csvFile = (name: string, lines: Readable | AsyncGenerator<string>): StreamableFile =>
  new StreamableFile(lines instanceof Readable ? lines : Readable.from(lines), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
