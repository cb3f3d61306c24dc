import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { evidenceExportListSchema, type EvidenceExportList } from '#contracts';
import { ExportDownloads } from '#legal';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { unwrapFailure } from '../content/unwrapping.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { cutOffWhenOver } from '../plays/liveness-watch.js';
import { EvidenceExportsQuery } from './evidence-exports.query.js';

class EvidenceExportListDto extends createZodDto(evidenceExportListSchema) {}

/** Packages of evidence, made for approved requests. */
@ApiTags('legal')
@Controller('api/v1/evidence-exports')
export class EvidenceExportsController {
  constructor(
    private readonly query: EvidenceExportsQuery,
    private readonly downloads: ExportDownloads,
  ) {}

  @ApiOperation({ summary: 'Packages of evidence: one’s own, or those within reach, the newest first' })
  @Get()
  @Access({ permission: 'legal.read' })
  @ZodResponse({ status: 200, type: EvidenceExportListDto })
  list(@CurrentAsker() asker: Asker): Promise<EvidenceExportList> {
    return this.query.list(asker);
  }

  @ApiOperation({
    summary: 'The package itself, for whoever it was approved for',
    description:
      'Takes a fresh proof. Each download counts, and is in the journal before its first byte and after its last.',
  })
  @Get(':exportId/package')
  @Access({ permission: 'legal.request', stepUp: true })
  @ApiProduces('application/zip')
  @ApiOkResponse({ description: 'A zip.', schema: { type: 'string', format: 'binary' } })
  @ApiProblem(409, 'It is not ready, its grant is over, or its downloads are used up.')
  async download(
    @CurrentAsker() asker: Asker,
    @Param('exportId', IdPipe) exportId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes, content } = await this.downloads.start(asker, exportId);
    const first = await content.next().catch((error: unknown) => {
      throw unwrapFailure(error);
    });
    cutOffWhenOver(reply.raw, () => this.downloads.isLive(asker, exportId));
    void reply
      .header('content-type', 'application/zip')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(joined(first, content)));
  }

  @ApiOperation({
    summary: 'Says that the package may be taken now, without taking it',
    description: 'Asks for the fresh proof that a download needs: what a browser saves cannot ask for one on its way.',
  })
  @Get(':exportId/readiness')
  @Access({ permission: 'legal.request', stepUp: true })
  @NoContent()
  @ApiProblem(409, 'It is not ready, its grant is over, or its downloads are used up.')
  readiness(@CurrentAsker() asker: Asker, @Param('exportId', IdPipe) exportId: string): Promise<void> {
    return this.downloads.assertReady(asker, exportId);
  }

  @ApiOperation({ summary: 'Has a package made again that could not be made' })
  @Post(':exportId/retry')
  @Access({ permission: 'legal.request' })
  @NoContent()
  @ApiProblem(409, 'It did not fail.')
  retry(@CurrentAsker() asker: Asker, @Param('exportId', IdPipe) exportId: string): Promise<void> {
    return this.downloads.retry(asker, exportId);
  }
}

async function* joined(
  first: IteratorResult<Buffer, void>,
  rest: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    // Also when nobody took the rest: only its end tells the journal what left.
    await rest.return();
  }
}
