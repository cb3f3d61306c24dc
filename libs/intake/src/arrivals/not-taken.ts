import { ENV, lookAtDisks, platformRefusals, type DomainError, type Env } from '#platform';
import { unsupportedWords, type UnsupportedAudioError } from '#recordings';
import { Inject, Injectable } from '@nestjs/common';
import { uploadRefusals } from '../refusals.js';

/** Looks for room before anything of an upload is taken. */
@Injectable()
export class RoomForUploads {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** @param coming bytes, as the request says. @throws DomainError `disk_full` */
  async assert(coming: number): Promise<void> {
    const disks = await lookAtDisks(this.env, Number.isSafeInteger(coming) ? coming : 0);
    if (disks.some(({ refuses, state }) => refuses && state === 'full')) throw platformRefusals.disk_full();
  }
}

/** Kinds of refusals that another look alone does not change. */
const LASTING = new Set(['bad_input', 'conflict', 'gone', 'too_large', 'unsupported_media', 'forbidden', 'not_found']);

export const isLasting = ({ kind }: DomainError): boolean => LASTING.has(kind);

/** What a file that is not taken is refused with. */
export function notTaken({ found }: UnsupportedAudioError): DomainError {
  if (found.looksLike === 'empty') return uploadRefusals.recording_empty();
  if (found.problem?.code === 'too_long') return uploadRefusals.recording_too_long();
  if (found.problem?.code === 'index_last_too_large') return uploadRefusals.recording_index_last();
  return uploadRefusals.recording_unsupported(unsupportedWords(found));
}
