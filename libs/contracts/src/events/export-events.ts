import { z } from 'zod';
import { exportGoneReasonSchema } from '../evidence-exports.js';
import { event } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of packages of evidence. */
export const exportEvents = {
  /** A package of evidence is there; `manifestSha256` names all that is in it. */
  'evidence_export.built': event('{{ref}} 的证据包已制作', 'Package of evidence made for {{ref}}', {
    exportId: id,
    requestId: id,
    grantId: id,
    manifestSha256: sha256,
    bytes: z.number().int(),
    recordings: z.number().int(),
  }),
  'evidence_export.failed': event('{{ref}} 的证据包未能制作', 'Package of evidence for {{ref}} could not be made', {
    exportId: id,
    requestId: id,
    failure: z.string().regex(/^[a-z_]+$/),
  }),
  'evidence_export.retried': event(
    '{{who}} 重新制作 {{ref}} 的证据包',
    '{{who}} had the package for {{ref}} made again',
    { exportId: id, requestId: id },
    { opens: ({ requestId }) => [{ job: 'build-export', subjectId: requestId }] },
  ),
  /** Bytes of a package begin to leave; the second entry of the same download says how many did. */
  'evidence_export.download_started': event(
    '{{who}} 开始下载证据包 {{ref}}',
    '{{who}} began to download a package, {{ref}}',
    { exportId: id, downloadId: id, grantId: id },
  ),
  'evidence_export.downloaded': event('{{who}} 下载证据包 {{ref}}', '{{who}} downloaded a package, {{ref}}', {
    exportId: id,
    downloadId: id,
    bytes: z.number().int(),
    complete: z.boolean(),
  }),
  'evidence_export.destroyed': event('{{ref}} 的证据包已失效', 'The package for {{ref}} ended', {
    exportId: id,
    reason: exportGoneReasonSchema,
  }),
  /** A recording was put into a package of evidence, under this grant. */
  'recording.exported': event(
    '放入交给 {{who}} 的证据包',
    '{{who}} was given it in a package of evidence',
    { exportId: id, recordingId: id, grantId: id, rendition: z.enum(['masked', 'original']) },
    { ofCall: true },
  ),
  /** A hash was about to be sent to the time-stamping authority that the operator named. */
  'timestamp.asked': event('向 {{host}} 申请时间戳', 'A time stamp was asked for, from {{host}}', {
    exportId: id,
    host: z.string(),
  }),
};
