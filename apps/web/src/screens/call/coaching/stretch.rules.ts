/** A little before and after what is meant, so that it is not met in mid-breath. */
const LEAD_MS = 2000;
const AFTER_MS = 3000;

/** The stretch that is proposed for a moment: around the span or, where there is none, from the place where the player is. */
export function proposedStretch(
  span: { fromMs: number; toMs: number } | null,
  atMs: number,
  durationMs: number,
): { fromMs: number; toMs: number } {
  const { fromMs, toMs } = span ?? { fromMs: atMs, toMs: atMs + 8000 };
  const end = Math.min(durationMs, toMs + AFTER_MS);
  return { fromMs: Math.min(end, Math.max(0, fromMs - LEAD_MS)), toMs: end };
}
