import { type FastifyRequest } from 'fastify';
import { MAX_TABLE_BYTES, peopleRefusals } from '#people';
import { apiRefusals } from '../refusals.js';

/** The one file of a multipart request. @param fileSize bytes at most. @throws DomainError `not_multipart`, `part_missing`, `file_too_large` */
export async function uploadedFile(request: FastifyRequest, fileSize = MAX_TABLE_BYTES): Promise<Buffer> {
  if (!request.isMultipart()) throw apiRefusals.upload_not_multipart();
  const part = await request.file({ limits: { fileSize, files: 1, fields: 0, headerPairs: 20 } });
  if (!part) throw apiRefusals.file_part_missing();
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw peopleRefusals.file_too_large(fileSize);
  return bytes;
}
