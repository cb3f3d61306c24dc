/*
 * A call that was captured as it was spoken comes in like any other
 *   1. What is known of it becomes the metadata of an upload; the consent gate decides once more, by the rules in force when it began.
 *   2. Its sound goes through the one way in. The same session again gives the same bytes, and so the same ids.
 *   3. Consent that was taken back while it went on is told with it: what exists is restricted from the first moment, and two people decide.
 *   4. A talk whose agent is not known, or that is refused, is a leg without a recording, and a gap with the reason. Its sound waits where it lies
 *      until the agent is known, for as long as it may.
 *   5. Where the telephone system told an id of its own, records of that id are of the same call, in either order.
 *   6. A session in which nothing may be recorded leaves the call alone, "not recorded", with the reason.
 */
import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Call, callNamed, nameCall } from '#calls';
import { lastDecision } from '#consent';
import { uploadMetadataSchema, type CaptureLoss, type ConsentStatement, type UploadMetadata } from '#contracts';
import { Clock, DomainError, ENV, type Env } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { IngestService } from '../arrivals/ingest.service.js';
import { type CapturedSound } from '../arrivals/recording-register.service.js';
import { overlap } from '../gate/overlap.rules.js';
import { assertPossibleTimes, timesOf } from '../gate/possible-times.js';
import { isLasting, RoomForUploads } from '../arrivals/not-taken.js';
import { senderOf } from '../sender.js';
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
  /** It has waited for as long as it may: what is not taken now is given up. */
  final: boolean;
  /** One after the other, each of one agent; at least one. */
  talks: readonly CapturedTalk[];
}

/** What one agent had of the call. */
export interface CapturedTalk {
  recordingExternalId: string;
  leg: UploadMetadata['legs'][number];
  agentChannel: 'left' | null;
  /** null: nothing was heard, or nothing may be. */
  sound: { bytes: () => Readable; size: number; captured: Omit<CapturedSound, 'legId' | 'withdrawn'> } | null;
}

/**
 * `taken`: it is in the books, recorded or not. `waits`: something is missing that can come, such as a person at the extension; it is to be
 * tried again. `refused`: it will never be taken, and a person should know.
 */
export type CapturedTaking = { outcome: 'taken' } | CapturedLoss;
interface CapturedLoss {
  outcome: 'waits' | 'refused';
  code: string;
}

/** A full disk or a cut transfer may pass. */
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
    const of = await this.source.manager.findOneBy(TelephonySourceRow, { name: captured.about.source });
    const known = await this.knownAs(captured);
    let call = known === null ? captured : { ...captured, about: { ...captured.about, externalId: known } };
    const all: CapturedTaking[] = [];
    for (const [i, talk] of captured.talks.entries()) {
      const last = i === captured.talks.length - 1;
      let taking = await this.talk(of, call, talk, last);
      if (i === 0 && call !== captured && taking.outcome === 'refused' && OF_ANOTHER.has(taking.code)) {
        call = captured;
        taking = await this.talk(of, call, talk, last);
      }
      all.push(taking);
      const loss = lossOf(taking, call.final);
      const heard = talk.sound !== null || taking.outcome === 'refused';
      if (loss) await this.legs.note(of, call.about, talk.leg, heard ? loss : null);
    }
    const heard = captured.talks.findLast((_, i) => all[i]?.outcome === 'taken');
    if (of && heard) all.push(await this.takeBack(of, call, heard));
    await this.name(call.about, [captured.about.externalId, ...captured.names]);
    const losses = all.filter((one) => one.outcome !== 'taken');
    const waits = losses.find(
      ({ outcome, code }) => outcome === 'waits' && (code !== 'agent_unknown' || isHeard(call)),
    );
    if (waits && call.final) return { ...waits, outcome: 'refused' };
    return waits ?? losses.find(({ outcome }) => outcome === 'refused') ?? { outcome: 'taken' };
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

  /** Records that come later, and who listened in on the session, are found by these ids, where no other call answers to them. */
  private async name({ source, externalId }: CapturedCall['about'], names: readonly string[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await callNamed(tx, source, externalId);
      if (call === null) return;
      for (const name of names)
        if ((await callNamed(tx, source, name)) === null) await nameCall(tx, call, { source, ids: [name] });
    });
  }

  private async talk(
    of: TelephonySourceRow | null,
    { about, consent, withdrawn, final }: CapturedCall,
    { sound, leg, agentChannel, recordingExternalId }: CapturedTalk,
    last: boolean,
  ): Promise<CapturedTaking> {
    if (!of) return { outcome: 'waits', code: 'no_source' };
    if (!leg.extension && !leg.staffNumber) return { outcome: 'waits', code: 'agent_unknown' };
    const metadata = { ...about, consent, legs: [leg], ...(agentChannel && { agentChannel }), recordingExternalId };
    try {
      await this.send(of, metadata, sound, { withdrawn, last });
      return { outcome: 'taken' };
    } catch (error) {
      return refusalOf(error, final);
    }
  }

  /** Notes that consent was taken back, where that is not the last word of it yet: the last talk may have been there before, or wait. */
  private async takeBack(
    of: TelephonySourceRow,
    { about, withdrawn, final }: CapturedCall,
    { leg, recordingExternalId }: CapturedTalk,
  ): Promise<CapturedTaking> {
    const callId = withdrawn && (await callNamed(this.source.manager, about.source, about.externalId));
    if (!callId) return { outcome: 'taken' };
    try {
      if ((await lastDecision(this.source.manager, callId)).state !== 'withdrawn')
        await this.send(of, { ...about, consent: withdrawn, legs: [leg], recordingExternalId }, null);
      return { outcome: 'taken' };
    } catch (error) {
      return refusalOf(error, final);
    }
  }

  /** @throws what the way in refuses */
  private async send(
    of: TelephonySourceRow,
    about: Omit<UploadMetadata, 'classification'>,
    sound: CapturedTalk['sound'],
    { withdrawn, last }: { withdrawn: ConsentStatement | null; last: boolean } = { withdrawn: null, last: false },
  ): Promise<void> {
    const read = uploadMetadataSchema.safeParse(about);
    if (!read.success) throw new Unusable('metadata_invalid');
    const [metadata, asker] = [read.data, senderOf(of)];
    assertPossibleTimes(timesOf(metadata), this.clock.now(), this.env.clockSkewMs);
    await this.room.assert(sound?.size ?? 0);
    const audio = async () => {
      if (!sound) throw new Unusable('nothing_heard');
      return { bytes: sound.bytes(), truncated: () => false };
    };
    const legId = await this.legs.seat(metadata, asker);
    const statement = withdrawn && last ? await this.legs.statementOf(metadata, withdrawn) : null;
    const captured = sound && { ...sound.captured, legId, withdrawn: withdrawn && { statement } };
    const upload = { metadata, asker, limitBytes: Number.MAX_SAFE_INTEGER, audio, transcript: async () => null };
    try {
      await this.ingest.take({ ...upload, ...(captured && { captured }) });
    } catch (error) {
      if (!(error instanceof DomainError && THERE.has(error.code))) throw error;
    }
  }
}

/** Whether it can still be taken; a fault is tried again, until it has been for as long as it may. @throws that fault */
function refusalOf(error: unknown, final: boolean): CapturedTaking {
  if (error instanceof Unusable) return { outcome: 'refused', code: error.code };
  if (error instanceof DomainError) {
    if (error.code === 'unknown_extension') return { outcome: 'waits', code: 'agent_unknown' };
    if (MAY_COME.has(error.code)) return { outcome: 'waits', code: error.code };
    if (isLasting(error)) return { outcome: 'refused', code: error.code };
  }
  if (final) return { outcome: 'refused', code: 'failed' };
  throw error;
}

/** What the gap says; null: there is none. */
function lossOf(taking: CapturedTaking, final: boolean): CaptureLoss | null {
  if (taking.outcome === 'refused') return 'refused';
  if (taking.outcome !== 'waits' || taking.code !== 'agent_unknown')
    return final && taking.outcome === 'waits' ? 'given_up' : null;
  return final ? 'given_up' : 'agent_unknown';
}

const isHeard = ({ talks }: CapturedCall): boolean => talks.some(({ sound }) => sound !== null);

/** Nothing can be made of it. */
class Unusable extends Error {
  constructor(readonly code: 'metadata_invalid' | 'nothing_heard') {
    super(code);
  }
}
