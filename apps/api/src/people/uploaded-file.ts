import { type FastifyRequest } from 'fastify';
import { fileTooLarge, MAX_TABLE_BYTES } from '#people';
import { DomainError } from '#platform';

/** The one file of a multipart request. @throws DomainError `not_multipart`, `part_missing`, `file_too_large` */
export async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw notMultipart();
  const part = await request.file({ limits: { fileSize: MAX_TABLE_BYTES, files: 1, fields: 0, headerPairs: 20 } });
  if (!part) throw fileMissing();
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw fileTooLarge(MAX_TABLE_BYTES);
  return bytes;
}

const notMultipart = () =>
  new DomainError('not_multipart', 'unsupported_media', {
    zh: '请用 multipart/form-data 上传一个文件。',
    en: 'Send one file as multipart/form-data.',
  });
const fileMissing = () =>
  new DomainError('part_missing', 'bad_input', {
    zh: '请求里没有文件。',
    en: 'There is no file in the request.',
  });
