/*
 * How a recording comes in
 *   1. The metadata is read and the consent gate asked. Closed: the call is written down, the sound is let run out unread.
 *   2. Known identity: the bytes are only hashed. The same: the same ids again; others: a conflict that names both hashes.
 *   3. New: the bytes stream through the WAV watch into the vault, sealed on the way: never whole in memory, never in clear on the disk.
 *   4. One transaction writes call, leg, decision, recording, objects and journal. Two uploads of one call at once: the database lets one
 *      win, the other is answered as in 2.
 * Whatever fails before the end of 4 leaves nothing behind but, after a crash, a write that the sweep knows of.
 */
import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { type UploadMetadata, type UploadResult } from '#contracts';
import { Call } from '#calls';
import { JournalService } from '#journal';
import { reaches, scopeOf, type Asker } from '#people';
import { Clock, newId } from '#platform';
import { Recording, VaultService, WavWatch, type WrittenObject } from '#recordings';
import { CallRegister } from './call-register.service.js';
import { type IncomingCall } from './incoming-call.js';
import { refusals } from './upload-refusals.js';
import { begun, once, receive, watched } from './upload-stream.js';

/** One upload, past its metadata. */
export interface Upload {
  metadata: UploadMetadata;
  /** Who sends it; must be allowed to for the agent's team. */
  asker: Asker;
  /** Reads the audio part; must be asked once. `truncated` tells, after its end, that it went over the limit. */
  audio(): Promise<{ bytes: Readable; truncated(): boolean }>;
  /** The provided words, after the audio. */
  transcript(): Promise<Buffer | null>;
  limitBytes: number;
}

type Sealed = {
  recordingId: string;
  keyId: string;
  original: WrittenObject;
  words: WrittenObject | null;
  watch: WavWatch;
};

@Injectable()
export class IngestService {
  constructor(
    private readonly source: DataSource,
    private readonly register: CallRegister,
    private readonly vault: VaultService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async take(upload: Upload): Promise<UploadResult> {
    const { metadata } = upload;
    const gate = this.register.decide(metadata);
    const agent = await this.register.agentOf(metadata);
    const scope = scopeOf('calls.ingest', upload.asker.held, upload.asker.personId);
    if (!reaches(scope, { personId: agent.id, teamId: agent.teamId })) throw this.register.unknownStaffNumber(metadata);
    const known = await this.register.find(metadata);
    if (known?.stage === 'not_recorded') {
      if (gate.mayRecord) throw refusals.heldBack();
      return notRecorded(known.id, known.stageReason, true);
    }
    if (!gate.mayRecord) return this.holdBack(upload, this.register.prepare(metadata, agent, gate));

    const stored = await this.findRecording(metadata);
    if (stored) return this.compare(upload, stored);

    const incoming = this.register.prepare(metadata, agent, gate);
    const sealed = await this.seal(upload);
    try {
      return await this.record(upload, known, incoming, sealed);
    } catch (error) {
      await this.discard(sealed);
      const winner = isUniqueViolation(error) ? await this.findRecording(metadata) : null;
      if (winner) return this.answerSame(winner, sealed.original.sha256);
      throw error;
    }
  }

  private async holdBack({ metadata, asker }: Upload, incoming: IncomingCall): Promise<UploadResult> {
    await this.source.transaction((tx) => this.register.insert(tx, incoming, metadata, asker.personId));
    return notRecorded(incoming.call.id, incoming.call.stageReason, false);
  }

  private async compare(upload: Upload, stored: Recording): Promise<UploadResult> {
    const { bytes, truncated } = await upload.audio();
    const hash = createHash('sha256');
    for await (const chunk of receive(bytes)) hash.update(chunk);
    if (truncated()) throw refusals.tooLarge(upload.limitBytes);
    return this.answerSame(stored, hash.digest('hex'));
  }

  private async seal(upload: Upload): Promise<Sealed> {
    const { metadata } = upload;
    const recordingId = newId();
    const { bytes, truncated } = await upload.audio();
    const watch = new WavWatch();
    // Nothing is made for bytes that turn out, at their beginning, to be no recording.
    const sound = await begun(watched(bytes, watch));
    const keyId = await this.vault.newRecordingKey(recordingId);
    const written: WrittenObject[] = [];
    try {
      const place = { recordingId, keyId, keyIsNew: true };
      const original = await this.vault.write({ ...place, kind: 'original', mimeType: 'audio/wav', source: sound });
      written.push(original);
      if (truncated()) throw refusals.tooLarge(upload.limitBytes);
      assertUsable(watch, metadata);
      const text = await upload.transcript();
      const words =
        text &&
        (await this.vault.write({ ...place, kind: 'provided-words', mimeType: 'text/plain', source: once(text) }));
      return { recordingId, keyId, original, words, watch };
    } catch (error) {
      for (const { row } of written) await this.vault.discard(row.id);
      await this.vault.discardKey(keyId);
      throw error;
    }
  }

  private async record(
    upload: Upload,
    known: Call | null,
    incoming: IncomingCall,
    sealed: Sealed,
  ): Promise<UploadResult> {
    const { metadata } = upload;
    const actorPersonId = upload.asker.personId;
    const { recordingId, keyId, original, words, watch } = sealed;
    const { channels, sampleRate, codec, durationMs, state } = watch.verdict();
    const sha256 = original.sha256;
    const incomplete = state === 'incomplete';
    return this.source.transaction(async (tx) => {
      if (!known) await this.register.insert(tx, incoming, metadata, actorPersonId);
      const callId = known?.id ?? incoming.call.id;
      const [leg]: { id: string }[] = await tx.query(
        'select id from leg where call_id = $1 order by position limit 1',
        [callId],
      );
      await tx.insert(Recording, {
        id: recordingId,
        callId,
        legId: leg?.id ?? incoming.leg.id,
        source: metadata.source,
        externalId: metadata.recordingExternalId ?? metadata.externalId,
        sha256,
        bytes: original.row.plainBytes,
        durationMs,
        channels,
        sampleRate,
        codec,
        agentChannel: metadata.agentChannel ?? null,
        custody: 'captured',
        incomplete,
        damaged: false,
        keyId,
        createdAt: this.clock.now(),
      });
      await this.vault.record(tx, original);
      if (words) await this.vault.record(tx, words);
      await tx.update(Call, { id: callId, stage: 'known' }, { stage: 'recorded', stageAt: this.clock.now() });
      const captured = { recordingId, sha256, bytes: Number(original.row.plainBytes), durationMs, incomplete };
      await this.journal.append(tx, 'recording.captured', captured, { callId, actorPersonId });
      return {
        callId,
        recordingId,
        stage: 'recorded',
        stageReason: null,
        sha256,
        durationMs,
        incomplete,
        duplicate: false,
      };
    });
  }

  private async answerSame(stored: Recording, sentSha256: string): Promise<UploadResult> {
    if (stored.sha256 !== sentSha256) throw refusals.conflict(stored.sha256, sentSha256);
    const { callId, id: recordingId, sha256, durationMs, incomplete } = stored;
    const { stage, stageReason } = await this.source.manager.findOneByOrFail(Call, { id: callId });
    return { callId, recordingId, stage, stageReason, sha256, durationMs, incomplete, duplicate: true };
  }

  private async findRecording(metadata: UploadMetadata): Promise<Recording | null> {
    const externalId = metadata.recordingExternalId ?? metadata.externalId;
    return this.source.manager.findOneBy(Recording, { source: metadata.source, externalId });
  }

  private async discard({ original, words, keyId }: Sealed): Promise<void> {
    await this.vault.discard(original.row.id);
    if (words) await this.vault.discard(words.row.id);
    await this.vault.discardKey(keyId);
  }
}

function assertUsable(watch: WavWatch, metadata: UploadMetadata): void {
  const { state, channels } = watch.verdict();
  if (state === 'damaged') throw refusals.noSound();
  if (channels === 1 && metadata.agentChannel) throw refusals.notTwoChannels(metadata);
  if (channels === 2 && !metadata.agentChannel) throw refusals.agentChannelMissing();
}

const notRecorded = (callId: string, stageReason: string | null, duplicate: boolean): UploadResult => ({
  callId,
  recordingId: null,
  stage: 'not_recorded',
  stageReason,
  sha256: null,
  durationMs: null,
  incomplete: false,
  duplicate,
});

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
