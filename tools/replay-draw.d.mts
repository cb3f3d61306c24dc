/** A draw's file, as far as it is checked. */
interface KeptDrawFile {
  plan: { content: { strata: string; size: { n: number; per: string } } };
  reviewers: number;
  seed: string;
  seedSha256: string;
  committedAt: string;
  drawnAt: string;
  frameSha256: string;
  picksSha256: string;
  frame: [string, string, number][];
  picks: string[];
}

/** What does not fit, in words; empty where all does. */
export function problemsOf(kept: KeptDrawFile): string[];
