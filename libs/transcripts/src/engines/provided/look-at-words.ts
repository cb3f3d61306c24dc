import type { Language, SpeakerRole } from '#contracts';
import { askThread } from './ask-thread.js';
import type { ProvidedRefusal } from './provided-words.js';

export interface WordsInHand {
  bytes: Buffer;
  language: Language;
  durationMs: number;
  channels: number;
  /** What the sender says of the labels. */
  names: ReadonlyMap<string, SpeakerRole>;
}

export type LookedAt =
  | {
      ok: true;
      format: string;
      turns: number;
      /** In the order in which they first speak. */
      speakers: { label: string; role: SpeakerRole | null; turns: number; seconds: number }[];
    }
  | { ok: false; refusal: ProvidedRefusal };

/** Looks at words before there is anything to fit them to. @returns null when that did not work, for any reason */
export async function lookAtWords({ names, ...words }: WordsInHand): Promise<LookedAt | null> {
  const answer = await askThread({
    ...words,
    recordedSampleRate: 0,
    speakers: { roles: [], names, speech: null },
    engine: { name: 'provided', version: '' },
    packed: true,
  });
  if ('code' in answer) return null;
  if (!answer.ok) return answer;
  const { transcript, turnCount, voices, roles } = answer;
  const speakers = voices.map((voice, at) => ({ ...voice, role: roles[at] ?? null }));
  return { ok: true, format: transcript.engine.model, turns: turnCount, speakers };
}
