import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Call, Leg } from '#calls';
import { transcriptSchema, type Transcript } from '#contracts';
import { CalendarService, CompanyService } from '#people';
import { VaultService } from '#recordings';
import { TranscriptRow } from '#transcripts';
import { placePromises, type PlacedPromise } from './place-promises.rules.js';

const AUTHORITY = { kind: 'system', job: 'find-commitments' } as const;

export interface LegPromises {
  leg: Leg;
  transcript: TranscriptRow;
  promises: PlacedPromise[];
}

/** Reads a leg's newest words in the name of the job, and finds the promises in them by the company's calendar as it is now. */
@Injectable()
export class LegPromisesService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly company: CompanyService,
    private readonly calendar: CalendarService,
  ) {}

  /** @returns null while the leg has no transcript */
  async ofLeg(legId: string): Promise<LegPromises | null> {
    const { manager } = this.source;
    const leg = await manager.findOneByOrFail(Leg, { id: legId });
    const call = await manager.findOneByOrFail(Call, { id: leg.callId });
    const transcript = await this.newest(legId);
    if (!transcript) return null;
    const calendar = await this.calendar.workCalendar(await this.company.profile());
    const startedAt = leg.answeredAt ?? call.startedAt;
    const when = { startedAt, endedAt: leg.endedAt ?? startedAt, calendar };
    return { leg, transcript, promises: placePromises(await this.read(transcript), when) };
  }

  private newest(legId: string): Promise<TranscriptRow | null> {
    return this.source.manager
      .createQueryBuilder(TranscriptRow, 'transcript')
      .innerJoin('recording', 'recording', 'recording.id = transcript.recording_id')
      .where('recording.leg_id = :legId', { legId })
      .orderBy('transcript.created_at', 'DESC')
      .addOrderBy('transcript.id', 'DESC')
      .getOne();
  }

  private async read({ objectId }: TranscriptRow): Promise<Transcript> {
    const object = await this.vault.named(objectId);
    return transcriptSchema.parse(JSON.parse((await this.vault.readAll(object, AUTHORITY)).toString('utf8')));
  }
}
