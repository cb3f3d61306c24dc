import { type MultipartFile, type MultipartValue } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { MAX_PROVIDED_BYTES, TWO_CHANNELS } from '#transcripts';
import { uploadMetadataSchema, withRingTimes, type UploadMetadata } from '#contracts';
import { uploadRefusals } from '#intake/rules';
import { multipartRefusals } from './multipart-refusals.js';

const METADATA_BYTES = 256 * 1024;

const read = (value: unknown): UploadMetadata => withRingTimes(uploadMetadataSchema.parse(value));

type Part = MultipartFile | MultipartValue;

/** The parts of an upload in the order in which they must come. The audio is a stream that has not been read. */
export class UploadParts {
  private readonly parts;

  constructor(request: FastifyRequest, maxUploadBytes: number) {
    if (!request.isMultipart()) throw multipartRefusals.not_multipart();
    const limits = {
      fileSize: maxUploadBytes,
      fieldSize: METADATA_BYTES,
      files: 4,
      fields: 4,
      parts: 5,
      headerPairs: 50,
    };
    this.parts = request.parts({ limits });
  }

  /** @throws DomainError when the first part is not the metadata, ZodError when it does not fit */
  async metadata(): Promise<UploadMetadata> {
    const part = await this.next();
    if (!part) throw multipartRefusals.part_missing('metadata');
    if (part.fieldname !== 'metadata') {
      if (part.type === 'file') part.file.resume();
      throw multipartRefusals.metadata_must_come_first();
    }
    // A part that is declared as JSON has been parsed already.
    if (part.type === 'field' && typeof part.value === 'object') return read(part.value);
    const text = part.type === 'file' ? await readText(part, METADATA_BYTES) : String(part.value);
    return read(parseJson(text));
  }

  async audio(): Promise<MultipartFile> {
    const part = await this.next();
    if (!part) throw multipartRefusals.part_missing('audio');
    if (part.type !== 'file' || part.fieldname !== 'audio') throw multipartRefusals.unknown_part(part.fieldname);
    return part;
  }

  /** The words that came with the call, or null. Must be asked after the audio was read: parts come in order. */
  async transcript(): Promise<Buffer | null> {
    const part = await this.next();
    if (!part) return null;
    if (part.fieldname === 'transcriptLeft' || part.fieldname === 'transcriptRight') return this.twoChannels(part);
    if (part.fieldname !== 'transcript') throw multipartRefusals.unknown_part(part.fieldname);
    const bytes = await wordsOf(part);
    await this.end();
    return bytes;
  }

  /** A file for each channel, kept as one. One of them alone would have half of the call silent. */
  private async twoChannels(first: Part): Promise<Buffer> {
    const files = new Map([[first.fieldname, await wordsOf(first)]]);
    const second = await this.next();
    const other = first.fieldname === 'transcriptLeft' ? 'transcriptRight' : 'transcriptLeft';
    if (!second) throw multipartRefusals.part_missing(other);
    if (second.fieldname !== other) throw multipartRefusals.unknown_part(second.fieldname);
    files.set(other, await wordsOf(second));
    await this.end();
    const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
    const both = { format: TWO_CHANNELS, left: text('transcriptLeft'), right: text('transcriptRight') };
    const bytes = Buffer.from(JSON.stringify(both));
    if (bytes.length > MAX_PROVIDED_BYTES) throw multipartRefusals.transcript_too_large();
    return bytes;
  }

  private async end(): Promise<void> {
    const extra = await this.next();
    if (extra) throw multipartRefusals.unknown_part(extra.fieldname);
  }

  private async next() {
    try {
      const { value, done } = await this.parts.next();
      return done ? null : value;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'FST_INVALID_JSON_FIELD_ERROR') throw multipartRefusals.metadata_unreadable();
      if (code?.endsWith('_LIMIT')) throw multipartRefusals.unknown_part('…');
      throw uploadRefusals.upload_cut_short(error);
    }
  }
}

async function wordsOf(part: Part): Promise<Buffer> {
  const bytes = part.type === 'file' ? await readBytes(part, MAX_PROVIDED_BYTES) : fieldBytes(part);
  if (!bytes) throw multipartRefusals.transcript_too_large();
  return bytes;
}

/** A field is cut at the size of the metadata; words that were cut are refused, never scored. */
function fieldBytes({ value, valueTruncated }: MultipartValue): Buffer | null {
  if (valueTruncated) return null;
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw multipartRefusals.metadata_unreadable();
  }
}

async function readText(part: MultipartFile, limit: number): Promise<string | null> {
  return (await readBytes(part, limit))?.toString('utf8') ?? null;
}

async function readBytes(part: MultipartFile, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
  }
  return bytes <= limit && !part.file.truncated ? Buffer.concat(chunks) : null;
}
