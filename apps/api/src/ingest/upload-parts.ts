import { type MultipartFile } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { uploadMetadataSchema, type UploadMetadata } from '#contracts';
import { refusals } from './upload-refusals.js';

const METADATA_BYTES = 256 * 1024;
export const TRANSCRIPT_BYTES = 16 * 1024 ** 2;

/** The parts of an upload in the order in which they must come. The audio is a stream that has not been read. */
export class UploadParts {
  private readonly parts;

  constructor(request: FastifyRequest, maxUploadBytes: number) {
    if (!request.isMultipart()) throw refusals.notMultipart();
    const limits = {
      fileSize: maxUploadBytes,
      fieldSize: METADATA_BYTES,
      files: 3,
      fields: 3,
      parts: 4,
      headerPairs: 50,
    };
    this.parts = request.parts({ limits, throwFileSizeLimit: false });
  }

  /** @throws DomainError when the first part is not the metadata, ZodError when it does not fit */
  async metadata(): Promise<UploadMetadata> {
    const part = await this.next();
    if (!part) throw refusals.partMissing('metadata');
    if (part.fieldname !== 'metadata') {
      if (part.type === 'file') part.file.resume();
      throw refusals.metadataFirst();
    }
    const text = part.type === 'file' ? await readText(part, METADATA_BYTES) : part.value;
    if (typeof text !== 'string') throw refusals.metadataUnreadable();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw refusals.metadataUnreadable();
    }
    return uploadMetadataSchema.parse(json);
  }

  async audio(): Promise<MultipartFile> {
    const part = await this.next();
    if (!part) throw refusals.partMissing('audio');
    if (part.type !== 'file' || part.fieldname !== 'audio') throw refusals.unknownPart(part.fieldname);
    return part;
  }

  /** The words that came with the call, or null. Must be asked after the audio was read: parts come in order. */
  async transcript(): Promise<Buffer | null> {
    const part = await this.next();
    if (!part) return null;
    if (part.fieldname !== 'transcript') throw refusals.unknownPart(part.fieldname);
    if (part.type !== 'file') return Buffer.from(String(part.value));
    const bytes = await readBytes(part, TRANSCRIPT_BYTES);
    if (!bytes) throw refusals.transcriptTooLarge();
    const extra = await this.next();
    if (extra) throw refusals.unknownPart(extra.fieldname);
    return bytes;
  }

  private async next() {
    try {
      const { value, done } = await this.parts.next();
      return done ? null : value;
    } catch (error) {
      throw refusals.cutShort(error);
    }
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
