import { z } from 'zod';
import { exportGoneReasonSchema } from '../http/evidence-exports.js';
import { event } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of packages of evidence. */
export const exportEvents = {
  /** A package of evidence is there; `manifestSha256` names all that is in it. */
  'evidence_export.built': event(
    z.object({
      exportId: id,
      requestId: id,
      grantId: id,
      manifestSha256: sha256,
      bytes: z.number().int(),
      recordings: z.number().int(),
    }),
    {
      says: { zh: '{{ref}} 的证据包已制作', en: 'Package of evidence made for {{ref}}' },
    },
  ),
  'evidence_export.failed': event(z.object({ exportId: id, requestId: id, failure: z.string().regex(/^[a-z_]+$/) }), {
    says: { zh: '{{ref}} 的证据包未能制作', en: 'Package of evidence for {{ref}} could not be made' },
  }),
  'evidence_export.retried': event(z.object({ exportId: id, requestId: id }), {
    says: { zh: '{{who}} 重新制作 {{ref}} 的证据包', en: '{{who}} had the package for {{ref}} made again' },
    opens: ({ requestId }) => [{ job: 'build-export', subjectId: requestId }],
  }),
  /** Bytes of a package begin to leave; the second entry of the same download says how many did. */
  'evidence_export.download_started': event(z.object({ exportId: id, downloadId: id, grantId: id }), {
    says: { zh: '{{who}} 开始下载证据包 {{ref}}', en: '{{who}} began to download a package, {{ref}}' },
  }),
  'evidence_export.downloaded': event(
    z.object({
      exportId: id,
      downloadId: id,
      bytes: z.number().int(),
      complete: z.boolean(),
    }),
    {
      says: { zh: '{{who}} 下载证据包 {{ref}}', en: '{{who}} downloaded a package, {{ref}}' },
    },
  ),
  'evidence_export.destroyed': event(z.object({ exportId: id, reason: exportGoneReasonSchema }), {
    says: { zh: '{{ref}} 的证据包已失效', en: 'The package for {{ref}} ended' },
  }),
  /** A recording was put into a package of evidence, under this grant. */
  'recording.exported': event(
    z.object({
      exportId: id,
      recordingId: id,
      grantId: id,
      rendition: z.enum(['masked', 'original']),
    }),
    {
      says: { zh: '放入了交给{{who}}的证据包', en: '{{who}} was given it in a package of evidence' },
      ofCall: true,
    },
  ),
  /** A hash was about to be sent to the time-stamping authority that the operator named. */
  'timestamp.asked': event(z.object({ exportId: id, host: z.string() }), {
    says: { zh: '向 {{host}} 申请时间戳', en: 'A time stamp was asked for, from {{host}}' },
  }),
};
