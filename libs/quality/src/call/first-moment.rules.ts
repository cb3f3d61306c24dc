import { type Evidence } from '#contracts';

/** Where in the recording a result can be heard, milliseconds; null for facts of the whole leg and for what was not found anywhere. */
export function firstMoment(evidence: readonly Evidence[]): number | null {
  const words = evidence.find((e) => e.kind === 'words');
  if (words?.kind === 'words') return words.fromMs;
  const measured = evidence.find((e) => e.kind === 'fact' && e.span);
  return measured?.kind === 'fact' ? (measured.span?.fromMs ?? null) : null;
}
