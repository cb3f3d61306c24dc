/*
 * How a recording comes in
 *   1. The caller reads the metadata: the API of an upload, a worker of a watched folder, capture of a session that has ended. The consent gate
 *      decides; if it is closed, the call is stored as not recorded and the audio is discarded unread.
 *   2. If the call is known, it must have the same agent and must not have been refused recording: a later statement of consent changes nothing.
 *      If the recording is known, its bytes are only hashed: the same bytes get the same ids again, others a conflict that names both hashes.
 *   3. New: the bytes stream past the watch, which follows their frames, into the vault, sealed on the way: never whole in memory, never in
 *      clear on the disk.
 *   4. One transaction writes call, leg, decision, recording, objects and journal. Of uploads that meet, the database lets one be first; the
 *      others look again.
 * A failure before the end of 4 leaves nothing behind but, after a crash, a write that the sweep knows of.
 */
import { Injectable } from '@nestjs/common';
import { type UploadMetadata, type UploadResult } from '#contracts';
import { CallEntered, isKnownFromRecordsOnly, type Call } from '#calls';
import { reaches, scopeOf } from '#people';
import { isUniqueViolation } from '#platform';
import { CertificateNumbers, type Recording } from '#recordings';
import { ResentCall } from '../corrections/resent-call.js';
import { CallRegister } from '../gate/call-register.service.js';
import { type IncomingCall } from '../gate/incoming-call.js';
import { lengthKnown, RecordingRegister, type CapturedSound } from './recording-register.service.js';
import { SoundIntake, type ReceivedFile, type SealedSound, type SoundParts } from './sound-intake.service.js';
import { type Sender } from '../sender.js';
import { uploadRefusals } from '../refusals.js';

/** One upload, past its metadata. */
export interface Upload extends SoundParts {
  metadata: UploadMetadata;
  /** Who sends it; must be allowed to for the agent's team. */
  asker: Sender;
  /** What was received where each side came in a file of its own, and the sound was joined from them: the journal names both. */
  sides?: { agent: ReceivedFile; customer: ReceivedFile };
  /** What capture knows of sound that it took as it was spoken. */
  captured?: CapturedSound;
}

@Injectable()
export class IngestService {
  constructor(
    private readonly calls: CallRegister,
    private readonly recordings: RecordingRegister,
    private readonly sound: SoundIntake,
    private readonly resent: ResentCall,
    private readonly certificates: CertificateNumbers,
  ) {}

  async take(upload: Upload): Promise<UploadResult> {
    const incoming = await this.incoming(upload);
    const known = await this.knownCall(upload, incoming);
    if (!incoming.consent.mayRecord) return this.refuseRecording(upload, incoming, known);
    if (known?.stage === 'not_recorded') throw uploadRefusals.call_not_recorded();
    const stored = await this.recordings.find(upload.metadata);
    if (stored) {
      // Call and recording were stored together, maybe since the call was looked for.
      const call = known ?? (await this.knownCall(upload, incoming));
      return this.answerSame(upload, incoming, { stored, known: call }, () => this.sound.hash(upload));
    }

    if (known) await this.calls.assertTakesSound(known.id);
    const sealed = await this.sound.seal(upload);
    try {
      return await this.record(upload, incoming, known, sealed);
    } catch (error) {
      await this.sound.discard(sealed);
      throw error;
    }
  }

  /** The rows that the call would be, with the gate's decision; nothing is stored. */
  private async incoming({ metadata, asker }: Upload): Promise<IncomingCall> {
    const { sendsFor = metadata.source } = asker;
    if (metadata.source !== sendsFor) throw uploadRefusals.source_of_another_token(sendsFor);
    const agent = await this.calls.agentOf(metadata);
    const scope = scopeOf('calls.ingest', asker.held, asker.personId);
    if (!reaches(scope, { personId: agent.id, teamId: agent.teamId })) throw this.calls.unknownAgent(metadata);
    return this.calls.prepare(metadata, agent);
  }

  /** The call, if the gate knows it. It must be this agent's, in the sender's reach: a sender neither adds to nor learns of another agent's call. */
  private async knownCall({ metadata, asker }: Upload, { leg }: IncomingCall): Promise<Call | null> {
    const call = await this.calls.find(metadata);
    if (!call || isKnownFromRecordsOnly(call)) return null;
    const known = await this.calls.legOf(call.id, leg.personId);
    const scope = scopeOf('calls.ingest', asker.held, asker.personId);
    if (!known || !reaches(scope, known)) throw uploadRefusals.call_of_another_agent();
    return call;
  }

  private async refuseRecording(upload: Upload, incoming: IncomingCall, known: Call | null): Promise<UploadResult> {
    const { metadata, asker } = upload;
    if (known?.stage === 'not_recorded') return notRecorded(known, true);
    if (known) {
      await this.calls.noteStatement(known, incoming.consent, asker.personId);
      throw uploadRefusals.call_already_recorded();
    }
    try {
      await this.calls.insertHeldBack(incoming, metadata, asker.personId);
      return notRecorded({ id: incoming.call.id, stageReason: incoming.consent.reason }, false);
    } catch (error) {
      if (!anotherWasFirst(error)) throw error;
      return this.take(upload);
    }
  }

  private async record(
    upload: Upload,
    asFirst: IncomingCall,
    known: Call | null,
    sealed: SealedSound,
  ): Promise<UploadResult> {
    try {
      return await this.recordings.record(upload, asFirst, known, sealed);
    } catch (error) {
      if (!anotherWasFirst(error)) throw error;
    }
    // Another was first: an upload with this recording, with another of the call, or with word that it may not be recorded; or records told of it.
    const incoming = await this.incoming(upload);
    const call = await this.knownCall(upload, incoming);
    if (call?.stage === 'not_recorded') throw uploadRefusals.call_not_recorded();
    if (!incoming.consent.mayRecord) {
      const held = await this.refuseRecording(upload, incoming, call);
      await this.sound.discard(sealed);
      return held;
    }
    const winner = await this.recordings.find(upload.metadata);
    if (!winner) return this.recordings.record(upload, incoming, call, sealed);
    const same = await this.answerSame(
      upload,
      incoming,
      { stored: winner, known: call },
      async () => sealed.original.sha256,
    );
    await this.sound.discard(sealed);
    return same;
  }

  private async answerSame(
    { asker, metadata }: Upload,
    { leg }: IncomingCall,
    { stored, known }: { stored: Recording; known: Call | null },
    sentSha256: () => Promise<string>,
  ): Promise<UploadResult> {
    // The recording's id is taken by another call, or by another agent of this one: whose it is, and what it holds, is not this sender's business.
    if (!known || stored.callId !== known.id || !(await this.calls.isLegOf(stored.legId, leg.personId)))
      throw uploadRefusals.recording_of_another_call();
    const sent = await sentSha256();
    if (stored.sha256 !== sent) throw uploadRefusals.recording_conflict(stored.sha256, sent);
    if (stored.destructionStartedAt) throw uploadRefusals.recording_destroyed(await this.certificates.of(stored.id));
    await this.recordings.tellStart(stored, metadata);
    const resent = await this.resent.compare(asker, { call: known, legId: stored.legId }, metadata);
    const { callId, id: recordingId, sha256, incomplete } = stored;
    const durationMs = lengthKnown(stored);
    const { stage, stageReason } = known;
    return {
      callId,
      recordingId,
      stage,
      stageReason,
      sha256,
      durationMs,
      incomplete,
      duplicate: true,
      resent,
      words: null,
    };
  }
}

const anotherWasFirst = (error: unknown): boolean => isUniqueViolation(error) || error instanceof CallEntered;

const notRecorded = ({ id, stageReason }: Pick<Call, 'id' | 'stageReason'>, duplicate: boolean): UploadResult => ({
  callId: id,
  recordingId: null,
  stage: 'not_recorded',
  stageReason,
  sha256: null,
  durationMs: null,
  incomplete: false,
  duplicate,
  resent: null,
  words: null,
});
