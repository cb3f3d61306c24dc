import { Controller, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { evidenceExportsRoutes, type EvidenceExportList } from '#contracts';
import { ExportDownloads } from '#legal';
import { openedStream } from '../content/opened-stream.js';
import { cutOffWhenOver } from '../plays/liveness-watch.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { EvidenceExportsQuery } from './evidence-exports.query.js';

/** Packages of evidence, made for approved requests. */
@Controller()
export class EvidenceExportsController {
  constructor(
    private readonly query: EvidenceExportsQuery,
    private readonly downloads: ExportDownloads,
  ) {}

  @Route(evidenceExportsRoutes.list)
  list({ asker }: Asked<typeof evidenceExportsRoutes.list>): Promise<EvidenceExportList> {
    return this.query.list(asker);
  }

  @RawRoute(evidenceExportsRoutes.download)
  async download(
    { asker, exportId }: Asked<typeof evidenceExportsRoutes.download>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes, content } = await this.downloads.start(asker, exportId);
    // Its end, also of a download that broke off, tells the journal what left.
    const sent = await openedStream(content);
    cutOffWhenOver(reply.raw, () => this.downloads.isLive(asker, exportId));
    void reply
      .header('content-type', 'application/zip')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(sent);
  }

  @Route(evidenceExportsRoutes.readiness)
  readiness({ asker, exportId }: Asked<typeof evidenceExportsRoutes.readiness>): Promise<void> {
    return this.downloads.assertReady(asker, exportId);
  }

  @Route(evidenceExportsRoutes.retry)
  retry({ asker, exportId }: Asked<typeof evidenceExportsRoutes.retry>): Promise<void> {
    return this.downloads.retry(asker, exportId);
  }
}
