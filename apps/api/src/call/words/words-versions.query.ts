import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type WordsVersion, type WordsVersionList } from '#contracts';
import { type Asker } from '#people';
import { TranscriptRow } from '#transcripts';
import { TranscriptReader } from './transcript-reader.js';
import { TranscriptQuery } from './transcript.query.js';
import { CallAccess } from '../../reach/call-access.js';
import { apiRefusals } from '../../refusals.js';

type Row = Omit<WordsVersion, 'at' | 'changed'> & { at: Date; words: number | null; changed: number | null };

const VERSIONS = `
  select transcript.id as "transcriptId", recording_id as "recordingId", version, origin, created_at as at, engine, model, words, changed,
    object_id is not null as readable,
    case when by_person_id is not null then json_build_object('zh', person.name_zh, 'en', person.name_en) end as by
  from transcript left join person on person.id = by_person_id
  where recording_id = any($1) order by created_at desc, version desc`;

/** The versions of a call's words: whose they are and what differs. The words of one are opened like the newest, under a grant. */
@Injectable()
export class WordsVersionsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
    private readonly transcripts: TranscriptQuery,
  ) {}

  /** @throws DomainError `not_found` */
  async list(asker: Asker, callId: string): Promise<WordsVersionList> {
    const recordings = await this.access.recordings(await this.access.legs(asker, callId, 'transcripts.read'));
    const rows: Row[] = await this.source.query(VERSIONS, [recordings.map(({ id }) => id)]);
    const versions = rows.map(({ words, changed, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      changed: words === null || changed === null ? null : { words, changed },
    }));
    return { versions, beingMade: recordings.some(({ rehearAskedAt }) => rehearAskedAt !== null) };
  }

  /** One version's words, as `TranscriptQuery.view` gives the newest. @throws DomainError `not_found` | `no_grant` */
  async one(asker: Asker, callId: string, transcriptId: string): Promise<string> {
    const legs = await this.access.legs(asker, callId, 'transcripts.read');
    const recordings = await this.access.recordings(legs);
    const row = await this.source.manager.findOneBy(TranscriptRow, {
      id: transcriptId,
      recordingId: In(recordings.map(({ id }) => id)),
    });
    const legId = recordings.find(({ id }) => id === row?.recordingId)?.legId;
    const leg = legs.find(({ id }) => id === legId);
    if (!row || !leg) throw apiRefusals.not_found();
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) throw apiRefusals.no_grant();
    return this.transcripts.opened(asker, row, grantId, leg.callId);
  }
}
