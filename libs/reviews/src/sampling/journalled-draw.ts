import { type EntityManager } from 'typeorm';
import { type SamplingDrawRow } from './sampling.entity.js';

/** What the journal says of a draw: a person who changes the rows of a draw does not change that. Null where it says nothing, or no more. */
export interface JournalledDraw {
  readonly planSha256: string | null;
  readonly committed: { readonly at: Date; readonly seedSha256: string } | null;
  readonly drawn: { readonly seed: string; readonly frameSha256: string; readonly picksSha256: string } | null;
}

type Entry = { event: string; at: Date; details: Record<string, string> };

/** Reads the entries that a draw has to agree with: its plan's version, its seed's commitment and the draw itself. */
export async function journalledDraw(
  tx: EntityManager,
  { id, planId, planVersion }: SamplingDrawRow,
): Promise<JournalledDraw> {
  const entries: Entry[] = await tx.query(
    `select event, at, details from journal_entry join journal_detail on entry_id = id
     where event = any(array['sampling.plan_saved', 'sampling.seed_committed', 'sampling.drawn'])
       and (details->>'drawId' = $1 or (event = 'sampling.plan_saved' and details->>'planId' = $2 and details->>'version' = $3))
     order by at, id`,
    [id, planId, String(planVersion)],
  );
  const of = (event: string) => entries.find((one) => one.event === event);
  const [saved, committed, drawn] = ['sampling.plan_saved', 'sampling.seed_committed', 'sampling.drawn'].map(of);
  return {
    planSha256: saved?.details['sha256'] ?? null,
    committed: committed ? { at: committed.at, seedSha256: committed.details['seedSha256'] ?? '' } : null,
    drawn: drawn
      ? {
          seed: drawn.details['seed'] ?? '',
          frameSha256: drawn.details['frameSha256'] ?? '',
          picksSha256: drawn.details['picksSha256'] ?? '',
        }
      : null,
  };
}
