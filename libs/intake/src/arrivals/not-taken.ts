import { type DomainError } from '#platform';
import { type UnsupportedAudioError, unsupportedWords } from '#recordings';
import { uploadRefusals } from '../refusals.js';

/** What a file that is not taken is refused with. */
export function notTaken({ found }: UnsupportedAudioError): DomainError {
  if (found.looksLike === 'empty') return uploadRefusals.recording_empty();
  if (found.problem?.code === 'too_long') return uploadRefusals.recording_too_long();
  if (found.problem?.code === 'index_last_too_large') return uploadRefusals.recording_index_last();
  return uploadRefusals.recording_unsupported(unsupportedWords(found));
}
