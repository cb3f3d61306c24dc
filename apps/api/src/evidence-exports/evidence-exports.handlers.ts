import { StreamableFile } from '@nestjs/common';
import { evidenceExportsRoutes } from '#contracts';
import { ExportDownloads } from '#legal';
import { openedStream } from '../call/audio/opened-stream.js';
import { cutOffWhenOver } from '../call/audio/liveness-watch.js';
import { implement } from '../routes/implement.js';
import { EvidenceExportsQuery } from './evidence-exports.query.js';

/** Packages of evidence, made for approved requests. */
export const evidenceExportsHandlers = implement(
  evidenceExportsRoutes,
  [EvidenceExportsQuery, ExportDownloads],
  (query, downloads) => ({
    list: ({ asker }) => query.list(asker),
    download: async ({ asker, exportId, reply }) => {
      const { fileName, bytes, content } = await downloads.start(asker, exportId);
      // Its end, also of a download that broke off, tells the journal what left.
      const sent = await openedStream(content);
      cutOffWhenOver(reply.raw, () => downloads.isLive(asker, exportId));
      void reply.header('cache-control', 'no-store');
      const disposition = `attachment; filename="${fileName}"`;
      return new StreamableFile(sent, { type: 'application/zip', length: bytes, disposition });
    },
    readiness: ({ asker, exportId }) => downloads.assertReady(asker, exportId),
    retry: ({ asker, exportId }) => downloads.retry(asker, exportId),
  }),
);
