import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type TranscriptView } from '#contracts';
import { type Asker } from '#people';
import { isHidden, TranscriptRow } from '#transcripts';
import { CallAccess } from '../../reach/call-access.js';
import { TranscriptReader } from './transcript-reader.js';
import { apiRefusals } from '../../refusals.js';

/** The newest words of a leg. */
@Injectable()
export class TranscriptQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
  ) {}

  /**
   * A `TranscriptView` as JSON. The masked transcript is put in as it is: it was checked before it was sealed, and reading an hour's words
   * only to write them again would hold up all other requests.
   *
   * @throws DomainError `not_found` | `which_leg` | `no_transcript` | `no_grant`
   */
  async view(asker: Asker, callId: string, legId?: string): Promise<string> {
    const leg = await this.access.leg(asker, callId, 'transcripts.read', legId);
    const recordings = await this.access.recordings([leg]);
    const transcript = await this.source.manager.findOne(TranscriptRow, {
      where: { recordingId: In(recordings.map(({ id }) => id)) },
      order: { createdAt: 'DESC', version: 'DESC' },
    });
    if (!transcript) throw apiRefusals.no_transcript();
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) throw apiRefusals.no_grant();
    return this.opened(asker, transcript, grantId, leg.callId);
  }

  /** A transcript opened under a grant that the caller has looked at, as JSON. `each`: every reading is written down. */
  async opened(
    asker: Asker,
    transcript: TranscriptRow,
    grantId: string,
    callId: string,
    each = false,
  ): Promise<string> {
    const { json, spans, mode, kinds } = await this.reader.open(asker, transcript, grantId, callId, each);
    const { id: transcriptId, recordingId, version, createdAt } = transcript;
    const hiding = { mode: mode === 'mask' ? mode : 'highlight', kinds } as const;
    const about: Omit<TranscriptView, 'transcript'> = {
      transcriptId,
      recordingId,
      version,
      createdAt: createdAt.toISOString(),
      redaction: { mode, spans: spans.map((span) => ({ ...span, hidden: isHidden(span, hiding) })) },
    };
    return `${JSON.stringify(about).slice(0, -1)},"transcript":${Buffer.from(json).toString('utf8')}}`;
  }
}
