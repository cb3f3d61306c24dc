import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recording, traceOpus, VaultService } from '#recordings';
import { RedactionPolicyService, SensitiveSpans, TranscriptRow } from '#transcripts';
import { runInThread } from '#platform';
import { ExitGate, type ExitName, type ExitQuestion } from '../../exits/index.js';
import { type PackageFile } from '../package-writer.js';
import { type Custody } from './custody.query.js';
import { legalRefusals } from '../../refusals.js';
import { type TranscriptFiles, type TranscriptQuestion } from './transcript-files.rules.js';
import { writeTranscript } from './write-transcript.js';
import { type Manifest } from '../manifest.rules.js';

/** Writes a transcript's files in a thread of their own: setting an hour of words takes up to seconds. @throws ThreadFailed */
const askTranscriptThread = (question: TranscriptQuestion, signal: AbortSignal): Promise<TranscriptFiles> =>
  runInThread(
    { name: 'write-transcript', beside: import.meta.url, inPlace: writeTranscript, wallMs: 120_000, memoryMb: 512 },
    question,
    signal,
  );

/** By MIME type of the original. */
const EXTENSIONS: Record<string, string> = {
  'audio/wav': 'wav',
  'audio/basic': 'au',
  'audio/aiff': 'aiff',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/amr': 'amr',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
};
/** Words by the original's right: card codes stay hidden, because they must not be kept. */
const ORIGINAL = { mode: 'highlight', kinds: [] } as const;

export interface FilesOfRecording {
  files: PackageFile[];
  /** What the package lacks of this recording, and why: closed words. */
  omitted: { what: string; why: string }[];
}

/** What a package holds of one recording: the original where it was approved, a copy for listening, and the words. */
@Injectable()
export class RecordingFiles {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly exits: ExitGate,
    private readonly spans: SensitiveSpans,
    private readonly policy: RedactionPolicyService,
  ) {}

  async of(custody: Custody, order: PackageOrder): Promise<FilesOfRecording> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: custody.recordingId });
    const place = `recordings/${recording.callId}/${recording.id}`;
    if (recording.destructionStartedAt)
      return {
        files: [],
        omitted: ['original', 'listening_copy', 'transcript'].map((what) => ({ what, why: 'gone' })),
      };
    // What was made of it is made of its parts now.
    if (recording.splitAt) {
      const { files, omitted } = await this.original(recording, custody, place, order);
      const inParts = ['listening_copy', 'transcript'].map((what) => ({ what, why: 'split' }));
      return { files, omitted: [...omitted, ...inParts] };
    }
    const parts = [
      await this.original(recording, custody, place, order),
      await this.listeningCopy(recording, place, order),
      await this.transcript(recording, custody, place, order),
    ];
    return { files: parts.flatMap(({ files }) => files), omitted: parts.flatMap(({ omitted }) => omitted) };
  }

  private async original({ id }: Recording, { keptSha256 }: Custody, place: string, order: PackageOrder) {
    if (order.request.rendition !== 'original') return without('original', 'not_approved');
    const answer = await this.exits.original(questionOf('package_original', id, order));
    if ('refuse' in answer) return without('original', whyOf(answer.refuse));
    const object = await this.vault.find(id, 'original');
    if (!object) return without('original', 'gone');
    const path = `${place}/original.${EXTENSIONS[object.mimeType.split(';')[0] ?? ''] ?? 'bin'}`;
    const open = async () => asSealed(this.vault.read(object, answer.warrant), keptSha256);
    return withFiles({ path, what: 'original', open });
  }

  /** The only file that says whom it was given to: the original's bytes must stay what they were. */
  private async listeningCopy(recording: Recording, place: string, order: PackageOrder) {
    const sound = await this.exits.sound(questionOf('package_listening_copy', recording.id, order));
    if ('refuse' in sound) return without('listening_copy', whyOf(sound.refuse));
    const object = await this.vault.find(recording.id, sound.kind);
    if (!object) return without('listening_copy', 'gone');
    const { nameEn, nameZh, staffNumber } = order.requestedBy;
    const trace = [
      `GIVEN_TO=${[...new Set([nameZh, nameEn])].join(' / ')} (${staffNumber})`,
      `SHOUWEN_EXPORT=${order.exportId}`,
    ];
    const open = async () => traceOpus(this.vault.read(object, sound.warrant), trace);
    return withFiles({ path: `${place}/listening.ogg`, what: 'listening_copy', open });
  }

  private async transcript({ id }: Recording, custody: Custody, place: string, order: PackageOrder) {
    const [row] = await this.source.manager.find(TranscriptRow, {
      where: { recordingId: id },
      order: { version: 'DESC' },
      take: 1,
    });
    if (!row) return without('transcript', 'no_words');
    const answer = await this.exits.words(questionOf('package_transcript', id, order));
    if ('refuse' in answer) return without('transcript', whyOf(answer.refuse));
    let pdf: Buffer = Buffer.alloc(0);
    const open = async () => {
      const object = await this.vault.named(row.objectId);
      const [words, stored, policy] = await Promise.all([
        this.vault.readAll(object, answer.warrant),
        this.spans.stored(row.id),
        this.policy.current(),
      ]);
      const { mode, kinds } = answer.original ? ORIGINAL : policy;
      const { callId, legId, recordingId, startedAt, keptSha256 } = custody;
      const about = { exportId: order.exportId, requestCode: order.request.code };
      const question = { words, spans: stored?.spans ?? null, mode, kinds };
      const written = await askTranscriptThread(
        { ...question, about: { ...about, callId, legId, recordingId, startedAt, keptSha256 } },
        order.signal,
      );
      pdf = Buffer.from(written.pdf);
      return Buffer.from(written.json);
    };
    return withFiles(
      { path: `${place}/transcript.json`, what: 'transcript', open },
      { path: `${place}/transcript.pdf`, what: 'transcript', open: async () => pdf },
    );
  }
}

const questionOf = <E extends ExitName>(exit: E, recordingId: string, order: PackageOrder): ExitQuestion<E> => ({
  exit,
  asker: { personId: order.requestedBy.personId, held: [] },
  recordingId,
  grantId: order.request.grantId,
});

/** What is destroyed is left out, and the manifest says so; without the grant no package is made at all. */
function whyOf(refusal: string): string {
  if (refusal === 'no_grant') throw legalRefusals.request_grant_over();
  return refusal === 'key_destroyed' ? 'gone' : refusal;
}

const withFiles = (...files: PackageFile[]): FilesOfRecording => ({ files, omitted: [] });
const without = (what: string, why: string): FilesOfRecording => ({ files: [], omitted: [{ what, why }] });

/** The bytes, which must come to the hash that was sealed: no package is made of anything else. */
async function* asSealed(bytes: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw legalRefusals.object_damaged();
}

/** What a package is made for; everything in it follows from this and from what is stored. */
export interface PackageOrder {
  exportId: string;
  request: Manifest['request'];
  requestedBy: Manifest['requestedBy'];
  recordingIds: readonly string[];
  builtAt: Date;
  signal: AbortSignal;
}
