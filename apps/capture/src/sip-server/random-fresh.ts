import { randomBytes, randomUUID } from 'node:crypto';
import { type Fresh } from '#capture';

export const randomFresh: Fresh = {
  session: () => randomUUID(),
  tag: () => randomBytes(8).toString('hex'),
  key: (bytes) => randomBytes(bytes),
};
