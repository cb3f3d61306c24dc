import type { Language, SpeakerRole } from '#contracts';
import { askThread } from './ask-thread.js';
import { labelsOf } from './name-speakers.rules.js';
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
  });
  if ('code' in answer) return null;
  if (!answer.ok) return answer;
  const { turns, engine } = answer.transcript;
  const speakers = labelsOf(turns).map((label, at) => {
    const own = turns.filter((turn) => turn.label === label);
    const ms = own.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    return { label, role: answer.roles[at] ?? null, turns: own.length, seconds: Math.round(ms / 1000) };
  });
  return { ok: true, format: engine.model, turns: turns.length, speakers };
}
