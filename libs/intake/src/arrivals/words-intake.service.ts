import { Injectable } from '@nestjs/common';
import { knownLanguage, type SpeakerRole, type UploadMetadata, wordsRefusalWords, type WordsSent } from '#contracts';
import { MAX_RECORDING_MS } from '#recordings';
import { lookAtWords, toldFromWords } from '#transcripts';

/** Words that came with an upload, looked at before it is answered. */
export interface SeenWords {
  said: WordsSent;
  /** For each label, in the order in which they first speak. Empty where the words name no speaker, or cannot be used. */
  roles: (SpeakerRole | null)[];
}

export interface WordsToSee {
  bytes: Buffer;
  metadata: Pick<UploadMetadata, 'language' | 'speakers'>;
  channels: number;
  /** Milliseconds, or null as long as only the file's own word says it. */
  durationMs: number | null;
}

/** Says at once what will happen with words: that they cannot be used, and why, or whom one has to ask about. */
@Injectable()
export class WordsIntake {
  /** @returns null when it cannot be told now; the worker looks again */
  async look({ bytes, metadata, channels, durationMs }: WordsToSee): Promise<SeenWords | null> {
    const { speakers = {} } = metadata;
    // It was not given: the words show it as far as their shape is concerned, and the worker tells it for good.
    const language = knownLanguage(metadata.language) ?? toldFromWords(bytes.toString('utf8')).language ?? 'zh';
    const seen = await lookAtWords({
      ...{ bytes, language, channels, durationMs: durationMs ?? MAX_RECORDING_MS },
      names: new Map(Object.entries(speakers)),
    });
    if (seen === null) return null;
    if (!seen.ok) {
      const { code, at } = seen.refusal;
      return { said: { usable: false, code, at, message: wordsRefusalWords(seen.refusal) }, roles: [] };
    }
    const { format, turns, speakers: heard } = seen;
    const roles = heard.map(({ role }) => role);
    const ask = channels === 1 && roles.includes(null);
    return { said: { usable: true, format, turns, speakers: heard, ask }, roles };
  }
}
