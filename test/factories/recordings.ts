import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { type Transcript } from '#contracts';
import { newId } from '#platform';
import { countSpoken, Recording, type ObjectKind, type VaultService } from '#recordings';
import { findSpans, REDACTION_RULES_VERSION, RedactionRow, TranscriptRow } from '#transcripts';
import { type BuiltCall } from './calls.js';

/** Bytes for each second of a built rendition, as the encoder's constant bit rate gives. */
export const BYTES_PER_SECOND = 8000;

export interface BuiltRecording {
  recordingId: string;
  rendition: Buffer;
}

/**
 * A sealed recording with a rendition and peaks in the vault, and without words: its transcription failed. The rendition is noise: what is
 * served must be these very bytes.
 */
export async function buildRecording(
  source: DataSource,
  vault: VaultService,
  call: BuiltCall,
  over: Partial<Recording> = {},
): Promise<BuiltRecording> {
  const recordingId = newId();
  const durationMs = over.durationMs ?? 60_000;
  const keyId = await vault.newRecordingKey(recordingId);
  const now = new Date();
  await source.manager.insert(Recording, {
    id: recordingId,
    callId: call.callId,
    legId: call.legId,
    source: 'test',
    externalId: recordingId,
    sha256: createHash('sha256').update(recordingId).digest('hex'),
    bytes: '960044',
    channels: 2,
    sampleRate: 16_000,
    codec: 'pcm_s16le',
    agentChannel: 'left',
    custody: 'sealed',
    incomplete: false,
    damaged: false,
    keyId,
    sealedAt: now,
    progress: null,
    createdAt: now,
    ...over,
    durationMs,
  });
  await source.query(
    `insert into work (id, job, subject_id, due_at, failed_at, created_at) values ($1, 'transcribe-recording', $2, $3, $3, $3)`,
    [newId(), recordingId, now],
  );
  const rendition = randomBytes((durationMs / 1000) * BYTES_PER_SECOND);
  const place = { recordingId, keyId };
  await store(source, vault, { ...place, kind: 'rendition', mimeType: 'audio/ogg; codecs=opus' }, rendition);
  const peaks = { format: 'shouwen.peaks/1', channels: 2, perSecond: 1, durationMs, data: [[1], [2]] };
  await store(
    source,
    vault,
    { ...place, kind: 'peaks', mimeType: 'application/json' },
    Buffer.from(JSON.stringify(peaks)),
  );
  return { recordingId, rendition };
}

/** A sealed transcript of a built recording, looked through for what must not be read. */
export async function buildTranscript(
  source: DataSource,
  vault: VaultService,
  recordingId: string,
  turns: { speaker: 'agent' | 'customer'; text: string }[],
  {
    version = 1,
    engineName = 'test',
    runId = null,
    heardMs = null,
    unreliable = [],
  }: { version?: number; engineName?: string; runId?: string | null; heardMs?: number | null } & Partial<
    Pick<Transcript, 'unreliable'>
  > = {},
): Promise<string> {
  const { keyId, durationMs } = await source.manager.findOneByOrFail(Recording, { id: recordingId });
  const engine = { name: engineName, version: '1', model: 'none' };
  const transcript: Transcript = {
    format: 'shouwen.transcript/1',
    language: 'en',
    engine,
    durationMs,
    channels: 2,
    turns: turns.map((turn, index) => ({ ...turn, index, fromMs: index * 1000, toMs: index * 1000 + 900, words: [] })),
    unreliable,
  };
  const json = Buffer.from(JSON.stringify(transcript));
  const objectId = await store(
    source,
    vault,
    { recordingId, keyId, kind: 'transcript', mimeType: 'application/json' },
    json,
  );
  const id = newId();
  await source.manager.insert(TranscriptRow, {
    id,
    recordingId,
    version,
    objectId,
    language: 'en',
    engine: engine.name,
    engineVersion: engine.version,
    model: engine.model,
    unreliable,
    spoken: countSpoken(transcript),
    runId,
    heardMs,
    createdAt: new Date(),
  });
  await source.manager.insert(RedactionRow, {
    transcriptId: id,
    rulesVersion: REDACTION_RULES_VERSION,
    spans: findSpans(transcript),
    createdAt: new Date(),
  });
  return id;
}

async function store(
  source: DataSource,
  vault: VaultService,
  object: { recordingId: string; keyId: string; kind: ObjectKind; mimeType: string },
  bytes: Buffer,
): Promise<string> {
  const written = await vault.write({ ...object, source: Readable.from([bytes]) });
  await source.transaction((tx) => vault.record(tx, written));
  return written.row.id;
}
