import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Call, Leg } from '#calls';
import { CalendarService, CompanyService } from '#people';
import { VaultService } from '#recordings';
import { newestOfLeg, sealedWords, type TranscriptRow } from '#transcripts';
import { type PlacedCommitment } from './place-commitments.rules.js';
import { CommitmentsThread } from './commitments-thread.js';

const AUTHORITY = { kind: 'system', job: 'find-commitments' } as const;

export interface LegPromises {
  leg: Leg;
  transcript: TranscriptRow;
  promises: PlacedCommitment[];
}

/** Reads a leg's newest words in the name of the job, and finds the promises in them by the company's calendar as it is now. */
@Injectable()
export class LegCommitmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly company: CompanyService,
    private readonly calendar: CalendarService,
    private readonly thread: CommitmentsThread,
  ) {}

  /** @returns null while the leg has no transcript */
  async ofLeg(legId: string): Promise<LegPromises | null> {
    const { manager } = this.source;
    const leg = await manager.findOneByOrFail(Leg, { id: legId });
    const call = await manager.findOneByOrFail(Call, { id: leg.callId });
    const transcript = await newestOfLeg(manager, legId);
    if (!transcript) return null;
    const calendar = await this.calendar.workCalendar(await this.company.profile());
    const startedAt = leg.answeredAt ?? call.startedAt;
    const when = { startedAt, endedAt: leg.endedAt ?? startedAt, calendar };
    const words = await sealedWords(this.vault, transcript, AUTHORITY);
    return { leg, transcript, promises: await this.thread.find({ words, when }) };
  }
}
