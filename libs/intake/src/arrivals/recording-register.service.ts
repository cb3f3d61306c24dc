import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Like, type EntityManager } from 'typeorm';
import { type UploadMetadata, type UploadResult } from '#contracts';
import { Call, lockCalls, recordingCame } from '#calls';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { isCounted, Recording, RecordingTrack, RecordingUnheard, VaultService, type SoundCodec } from '#recordings';
import { CallRegister } from '../gate/call-register.service.js';
import { type IncomingCall } from '../gate/incoming-call.js';
import { uploadRefusals } from '../refusals.js';
import { type Sender } from '../sender.js';
import { type ReceivedFile, type SealedSound } from './sound-intake.service.js';

/** What capture knows of sound that it took as it was spoken. */
export interface CapturedSound {
  /** The leg that it is of; null: the agent's first. */
  legId: string | null;
  /**
   * Consent was taken back while the call went on: what is written down is restricted from the beginning. With its last recording the statement
   * is written, and the request that two people decide.
   */
  withdrawn: { statement: IncomingCall['consent'] | null } | null;
  /** The first sample, by the wall clock. */
  beganAt: Date;
  /** A channel each, the left first. */
  tracks: Omit<RecordingTrack, 'recordingId' | 'channel'>[];
  /** What was not taken or was lost, from the first sample on. */
  unheard: Omit<RecordingUnheard, 'recordingId'>[];
}

/** Writes recordings down, with the call where it is new. */
@Injectable()
export class RecordingRegister {
  constructor(
    private readonly source: DataSource,
    private readonly calls: CallRegister,
    private readonly vault: VaultService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async find(metadata: UploadMetadata): Promise<Recording | null> {
    return this.source.manager.findOneBy(Recording, { source: metadata.source, externalId: recordingIdOf(metadata) });
  }

  /** The same bytes, sent again, fill in when the recording began, where that was not told. What is known stays. */
  async tellStart({ id }: Recording, { recordingBeganAt }: UploadMetadata): Promise<void> {
    if (recordingBeganAt === undefined) return;
    const beganAt = new Date(recordingBeganAt);
    await this.source.manager.update(Recording, { id, beganAt: IsNull() }, { beganAt });
  }

  /** One transaction; a call or recording of the same identity violates a unique key, and nothing of it stays. */
  async record(
    { metadata, asker, sides, captured: sound }: Recorded,
    incoming: IncomingCall,
    known: Call | null,
    sealed: SealedSound,
  ): Promise<UploadResult> {
    const { recordingId, original, words, watch, seen } = sealed;
    const { durationMs, state, codec } = watch.verdict();
    const incomplete = state === 'incomplete';
    const sha256 = original.sha256;
    const actorPersonId = asker.personId;
    return this.source.transaction(async (tx) => {
      const callId = known?.id ?? incoming.call.id;
      if (known) {
        // Its decision may have changed while the sound came.
        await lockCalls(tx, [callId]);
        await this.calls.assertTakesSound(callId, tx);
      }
      const legId = known
        ? (sound?.legId ?? (await this.calls.legOf(known.id, incoming.leg.personId))?.id)
        : await this.calls.insert(tx, incoming, metadata, actorPersonId);
      // It was corrected to another agent while the sound came.
      if (legId === undefined) throw uploadRefusals.call_of_another_agent();
      // Before the upload's own decision: the database asks what was last said without it.
      await tx.insert(Recording, {
        ...this.rowOf(metadata, sealed),
        ...(sound && { beganAt: sound.beganAt, restricted: sound.withdrawn !== null }),
        callId,
        legId,
      });
      if (sound) await this.insertCaptured(tx, recordingId, sound);
      const consent = { ...incoming.consent, callId, decidedAt: this.clock.now() };
      if (known) await this.calls.insertDecision(tx, consent, actorPersonId);
      await this.vault.record(tx, original);
      if (words) await this.vault.record(tx, words);
      await recordingCame(tx, callId, this.clock.now());
      const captured = { recordingId, sha256, bytes: Number(original.row.plainBytes), durationMs, incomplete };
      await this.journal.append(
        tx,
        'recording.captured',
        { ...captured, ...(sides && { sides }) },
        { callId, actorPersonId },
      );
      if (sound?.withdrawn?.statement)
        await this.takeBack(tx, callId, { metadata, statement: sound.withdrawn.statement, actorPersonId });
      const { stage, stageReason } = await tx.findOneByOrFail(Call, { id: callId });
      const length = lengthKnown({ durationMs, codec, custody: 'captured' });
      const result = { callId, recordingId, stage, stageReason, sha256, durationMs: length, incomplete };
      return { ...result, duplicate: false, resent: null, words: seen?.said ?? null };
    });
  }

  /** The request restricts all that there is of the session, and lifts that again where it is refused. */
  private async takeBack(
    tx: EntityManager,
    callId: string,
    {
      metadata,
      statement,
      actorPersonId,
    }: { metadata: UploadMetadata; statement: IncomingCall['consent']; actorPersonId: string },
  ): Promise<void> {
    const call = await tx.findOneByOrFail(Call, { id: callId });
    const [session] = recordingIdOf(metadata).split('#');
    const ours = { callId, source: metadata.source, externalId: Like(`${session}%`) };
    await tx.update(Recording, { ...ours, restricted: true }, { restricted: false });
    await this.calls.noteStatementIn(tx, call, statement, actorPersonId);
  }

  private async insertCaptured(
    tx: EntityManager,
    recordingId: string,
    { tracks, unheard }: CapturedSound,
  ): Promise<void> {
    await tx.insert(
      RecordingTrack,
      tracks.map((track, channel) => ({ ...track, recordingId, channel })),
    );
    if (unheard.length > 0)
      await tx.insert(
        RecordingUnheard,
        unheard.map((span) => ({ ...span, recordingId })),
      );
  }

  private rowOf(metadata: UploadMetadata, { recordingId, keyId, original, watch, seen }: SealedSound) {
    const { channels, sampleRate, codec, durationMs, state } = watch.verdict();
    return {
      id: recordingId,
      source: metadata.source,
      externalId: recordingIdOf(metadata),
      sha256: original.sha256,
      bytes: original.row.plainBytes,
      ...{ durationMs, channels, sampleRate, codec, keyId },
      beganAt: metadata.recordingBeganAt === undefined ? null : new Date(metadata.recordingBeganAt),
      agentChannel: metadata.agentChannel ?? null,
      speakers: seen && seen.roles.length > 0 ? seen.roles : null,
      custody: 'captured' as const,
      incomplete: state === 'incomplete',
      damaged: false,
      createdAt: this.clock.now(),
    };
  }
}

/** What is written down of an upload. */
interface Recorded {
  metadata: UploadMetadata;
  asker: Sender;
  captured?: CapturedSound;
  sides?: { agent: ReceivedFile; customer: ReceivedFile };
}

/** Milliseconds of a recording, or null as long as nothing but the file's own word says so: sealing decodes it and knows. */
export function lengthKnown({
  durationMs,
  codec,
  custody,
}: Pick<Recording, 'durationMs' | 'codec' | 'custody'>): number | null {
  return custody === 'captured' && !isCounted(codec as SoundCodec) ? null : durationMs;
}

const recordingIdOf = ({ recordingExternalId, externalId }: UploadMetadata): string =>
  recordingExternalId ?? externalId;
