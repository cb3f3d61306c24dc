/*
 * A call that was captured as it was spoken comes in like any other
 *   1. What is known of it becomes the metadata of an upload; the consent gate decides once more, by the rules in force when it began.
 *   2. Its sound goes through the one way in. The same session again gives the same bytes, and so the same ids.
 *   3. Consent that was taken back while it went on is told after it: what exists is restricted, and two people decide.
 *   4. A session in which nothing may be recorded leaves the call alone, "not recorded", with the reason.
 */
import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uploadMetadataSchema, type ConsentStatement, type UploadMetadata } from '#contracts';
import { Clock, DomainError, ENV, type Env } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { IngestService } from '../arrivals/ingest.service.js';
import { type CapturedSound } from '../arrivals/recording-register.service.js';
import { RoomForUploads } from '../arrivals/room-for-uploads.js';
import { assertPossibleTimes, timesOf } from '../gate/possible-times.js';
import { isLasting } from '../lasting-refusal.js';
import { senderOf } from '../sender-of-source.js';

/** A captured session, as it is handed over. */
export interface CapturedCall {
  /** Without consent: as the gate is to be asked. */
  about: Omit<UploadMetadata, 'consent' | 'classification'>;
  consent: ConsentStatement;
  /** Consent was taken back while it went on. */
  withdrawn: ConsentStatement | null;
  /** null: nothing was heard, or nothing may be. */
  sound: { bytes: () => Readable; size: number; captured: CapturedSound } | null;
}

/**
 * `taken`: it is in the books, recorded or not. `waits`: something is missing that can come, such as a person at the extension; it is to be
 * tried again. `refused`: it will never be taken, and a person should know.
 */
export type CapturedTaking = { outcome: 'taken' } | { outcome: 'waits' | 'refused'; code: string };

const TAKEN: CapturedTaking = { outcome: 'taken' };
/** The person, the extension or the room may come. */
const MAY_COME = new Set(['unknown_extension', 'unknown_staff_number', 'disk_full', 'upload_cut_short']);
/** It was handed over before, with another end: what is there stays. */
const THERE = new Set(['recording_conflict', 'call_already_recorded', 'call_not_recorded', 'recording_destroyed']);

@Injectable()
export class CapturedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly ingest: IngestService,
    private readonly room: RoomForUploads,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Safe to run again, whenever it was killed. */
  async take({ about, consent, withdrawn, sound }: CapturedCall): Promise<CapturedTaking> {
    const of = await this.source.manager.findOneBy(TelephonySourceRow, { name: about.source });
    if (!of) return { outcome: 'waits', code: 'no_source' };
    const [leg] = about.legs;
    if (!leg?.extension && !leg?.staffNumber) return { outcome: 'waits', code: 'agent_unknown' };
    const taking = await this.send(of, { ...about, consent }, sound);
    if (taking.outcome !== 'taken' || !withdrawn) return taking;
    return this.send(of, { ...about, consent: withdrawn }, null);
  }

  private async send(
    of: TelephonySourceRow,
    about: Omit<UploadMetadata, 'classification'>,
    sound: CapturedCall['sound'],
  ): Promise<CapturedTaking> {
    try {
      const metadata = uploadMetadataSchema.parse(about);
      assertPossibleTimes(timesOf(metadata), this.clock.now(), this.env.clockSkewMs);
      await this.room.assert(sound?.size ?? 0);
      const audio = async () => {
        if (!sound) throw new NothingHeard();
        return { bytes: sound.bytes(), truncated: () => false };
      };
      const captured = sound && { captured: sound.captured };
      const limitBytes = Number.MAX_SAFE_INTEGER;
      await this.ingest.take({
        metadata,
        asker: senderOf(of),
        limitBytes,
        audio,
        transcript: async () => null,
        ...captured,
      });
      return TAKEN;
    } catch (error) {
      if (error instanceof NothingHeard) return { outcome: 'refused', code: 'nothing_heard' };
      if (!(error instanceof DomainError)) throw error;
      if (THERE.has(error.code)) return TAKEN;
      if (MAY_COME.has(error.code)) return { outcome: 'waits', code: error.code };
      if (isLasting(error)) return { outcome: 'refused', code: error.code };
      throw error;
    }
  }
}

class NothingHeard extends Error {}
