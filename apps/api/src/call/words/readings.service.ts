import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type ReadingRequest } from '#contracts';
import { RequestGrants, LegalRequestRecording, RequestGrant } from '#legal';
import { type Asker } from '#people';
import { TranscriptRow } from '#transcripts';
import { CallAccess } from '../../reach/call-access.js';
import { TranscriptQuery } from './transcript.query.js';
import { apiRefusals } from '../../refusals.js';

/** Reads words under what a legal request gave: every reading is counted, and journalled, before a word is opened. */
@Injectable()
export class Readings {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly grants: RequestGrants,
    private readonly transcripts: TranscriptQuery,
  ) {}

  /** @returns a `TranscriptView` as JSON. @throws DomainError `not_found` | `no_such_grant` | `request_grant_over` | `no_transcript` | `which_leg` */
  async read(asker: Asker, callId: string, { grantId, legId }: ReadingRequest): Promise<string> {
    const leg = await this.access.leg(asker, callId, 'legal.request', legId);
    const { personId } = asker;
    const grant = await this.source.manager.findOneBy(RequestGrant, { id: grantId, personId });
    if (!grant) throw apiRefusals.not_found();
    const listed = await this.source.manager.findBy(LegalRequestRecording, {
      ...{ requestId: grant.requestId, callId: leg.callId },
    });
    const visible = (await this.access.recordings([leg])).map(({ id }) => id);
    const ids = listed.map(({ recordingId }) => recordingId).filter((id) => visible.includes(id));
    const transcript = await this.source.manager.findOne(TranscriptRow, {
      where: { recordingId: In(ids) },
      order: { createdAt: 'DESC', version: 'DESC' },
    });
    if (!transcript) throw ids.length === 0 ? apiRefusals.not_found() : apiRefusals.no_transcript();
    const use = { grantId, personId, recordingId: transcript.recordingId, action: 'transcript' } as const;
    await this.source.transaction((tx) => this.grants.take(tx, use));
    return this.transcripts.opened(asker, transcript, grantId, leg.callId, true);
  }
}
