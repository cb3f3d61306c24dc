import { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const TYPE = 'text/csv; charset=utf-8';

/** A route that answers with a CSV file. */
export const CsvFile = (): MethodDecorator =>
  applyDecorators(
    Header('content-type', TYPE),
    ApiProduces('text/csv'),
    ApiOkResponse({ description: 'UTF-8 with a byte order mark.', schema: { type: 'string' } }),
  );

export const csvFile = (name: string, lines: AsyncGenerator<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines), { type: TYPE, disposition: `attachment; filename="${name}.csv"` });
