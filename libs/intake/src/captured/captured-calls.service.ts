/*
 * A call that was captured as it was spoken comes in like any other
 *   1. What is known of it becomes the metadata of an upload; the consent gate decides once more, by the rules in force when it began.
 *   2. Its sound goes through the one way in. The same session again gives the same bytes, and so the same ids.
 *   3. Consent that was taken back while it went on is told after it: what exists is restricted, and two people decide.
 *   4. Where the telephone system told an id of its own, records of that id are of the same call, in either order.
 *   5. A session in which nothing may be recorded leaves the call alone, "not recorded", with the reason.
 */
import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Call, callNamed, nameCall } from '#calls';
import { uploadMetadataSchema, type ConsentStatement, type UploadMetadata } from '#contracts';
import { Clock, DomainError, ENV, type Env } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { IngestService } from '../arrivals/ingest.service.js';
import { type CapturedSound } from '../arrivals/recording-register.service.js';
import { RoomForUploads } from '../arrivals/room-for-uploads.js';
import { overlap } from '../gate/overlap.rules.js';
import { assertPossibleTimes, timesOf } from '../gate/possible-times.js';
import { isLasting } from '../lasting-refusal.js';
import { senderOf } from '../sender-of-source.js';
import { CapturedLegs } from './captured-legs.service.js';

/** A captured session, as it is handed over. */
export interface CapturedCall {
  /** Without consent: as the gate is to be asked. */
  about: Omit<UploadMetadata, 'consent' | 'classification' | 'legs'>;
  /** Ids by which its telephone system knows the call, the most certain first. */
  names: readonly string[];
  consent: ConsentStatement;
  /** Consent was taken back while it went on. */
  withdrawn: ConsentStatement | null;
  /** One after the other, each of one agent; at least one. */
  talks: readonly CapturedTalk[];
}

/** What one agent had of the call. */
export interface CapturedTalk {
  recordingExternalId: string;
  leg: UploadMetadata['legs'][number];
  agentChannel: 'left' | null;
  /** null: nothing was heard, or nothing may be. */
  sound: { bytes: () => Readable; size: number; captured: Omit<CapturedSound, 'legId'> } | null;
}

/**
 * `taken`: it is in the books, recorded or not. `waits`: something is missing that can come, such as a person at the extension; it is to be
 * tried again. `refused`: it will never be taken, and a person should know.
 */
export type CapturedTaking = { outcome: 'taken' } | { outcome: 'waits' | 'refused'; code: string };

const TAKEN: CapturedTaking = { outcome: 'taken' };
/** The person, the extension or the room may come. */
const MAY_COME = new Set(['disk_full', 'upload_cut_short']);
/** The call of that id is another agent's: the session is a call of its own. */
const OF_ANOTHER = new Set(['call_of_another_agent', 'recording_of_another_call']);
/** It was handed over before, with another end: what is there stays. */
const THERE = new Set(['recording_conflict', 'call_already_recorded', 'call_not_recorded', 'recording_destroyed']);

@Injectable()
export class CapturedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly ingest: IngestService,
    private readonly legs: CapturedLegs,
    private readonly room: RoomForUploads,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Safe to run again, whenever it was killed. */
  async take(captured: CapturedCall): Promise<CapturedTaking> {
    const { consent, withdrawn, talks } = captured;
    const own = captured.about;
    const of = await this.source.manager.findOneBy(TelephonySourceRow, { name: own.source });
    if (!of) return { outcome: 'waits', code: 'no_source' };
    if (talks.some(({ leg }) => !leg.extension && !leg.staffNumber)) return { outcome: 'waits', code: 'agent_unknown' };
    const known = await this.knownAs(captured);
    let about = known === null ? own : { ...own, externalId: known };
    for (const [i, talk] of talks.entries()) {
      const { sound, leg, agentChannel, recordingExternalId } = talk;
      const metadata = { ...about, consent, legs: [leg], ...(agentChannel && { agentChannel }), recordingExternalId };
      let taking = await this.send(of, metadata, sound, i > 0);
      if (i === 0 && about !== own && taking.outcome === 'refused' && OF_ANOTHER.has(taking.code)) {
        about = own;
        taking = await this.send(of, { ...metadata, externalId: own.externalId }, sound, false);
      }
      if (taking.outcome !== 'taken') return taking;
    }
    if (about === own) await this.name(captured);
    const [first] = talks;
    if (!withdrawn || !first) return TAKEN;
    return this.send(of, { ...about, consent: withdrawn, legs: [first.leg] }, null, false);
  }

  /** The id by which a call of that time is known already. Some systems tell the same id of several calls: another time is another call. */
  private async knownAs({ about: { source, startedAt }, talks, names }: CapturedCall): Promise<string | null> {
    const { manager } = this.source;
    const end = talks.at(-1)?.leg.endedAt;
    const times = {
      beganAt: new Date(startedAt),
      alertedAt: null,
      answeredAt: null,
      endedAt: end ? new Date(end) : null,
    };
    for (const name of names) {
      const id = await callNamed(manager, source, name);
      const call = id && (await manager.findOneBy(Call, { id }));
      if (call && overlap({ ...call, beganAt: call.startedAt, alertedAt: null }, times)) return name;
    }
    return null;
  }

  /** Records that come later find it by these ids, where no other call answers to them. */
  private async name({ about: { source, externalId }, names }: CapturedCall): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await tx.findOneBy(Call, { source, externalId });
      if (!call) return;
      for (const name of names)
        if ((await callNamed(tx, source, name)) === null) await nameCall(tx, call.id, { source, ids: [name] });
    });
  }

  /** @param later is it of an agent who came to the call later? Their leg is written down first: an upload alone does not make one */
  private async send(
    of: TelephonySourceRow,
    about: Omit<UploadMetadata, 'classification'>,
    sound: CapturedTalk['sound'],
    later: boolean,
  ): Promise<CapturedTaking> {
    try {
      const read = uploadMetadataSchema.safeParse(about);
      if (!read.success) return { outcome: 'refused', code: 'metadata_invalid' };
      const metadata = read.data;
      assertPossibleTimes(timesOf(metadata), this.clock.now(), this.env.clockSkewMs);
      await this.room.assert(sound?.size ?? 0);
      const audio = async () => {
        if (!sound) throw new NothingHeard();
        return { bytes: sound.bytes(), truncated: () => false };
      };
      const legId = later ? await this.legs.seat(metadata, senderOf(of)) : null;
      await this.ingest.take({
        ...{ metadata, asker: senderOf(of), limitBytes: Number.MAX_SAFE_INTEGER, audio, transcript: async () => null },
        ...(sound && { captured: { ...sound.captured, legId } }),
      });
      return TAKEN;
    } catch (error) {
      if (error instanceof NothingHeard) return { outcome: 'refused', code: 'nothing_heard' };
      if (!(error instanceof DomainError)) throw error;
      if (THERE.has(error.code)) return TAKEN;
      if (error.code === 'unknown_extension') return { outcome: 'waits', code: 'agent_unknown' };
      if (MAY_COME.has(error.code)) return { outcome: 'waits', code: error.code };
      if (isLasting(error)) return { outcome: 'refused', code: error.code };
      throw error;
    }
  }
}

class NothingHeard extends Error {}
