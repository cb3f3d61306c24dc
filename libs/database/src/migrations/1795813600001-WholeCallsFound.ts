import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { inSlices } from '../slices.js';

/** As the rule has it for cards that are written from now on: open for a reason of the call, without a place. */
const found = (ids: string): string => `
  update awaiting_person waiting set whole = true
  from scorecard card
  where waiting.id = any(${ids}) and waiting.closed_at is null and card.id = waiting.scorecard_id and exists (
    select 1 from jsonb_array_elements(card.items) item
    where item->>'outcome' = 'insufficient' and item->>'source' <> 'human' and jsonb_array_length(item->'evidence') = 0
      and item->>'reason' in ('words_unreliable','speakers_unknown','speakers_unnamed','one_side_missing','too_few_words','language_unsupported'))
`;

/** Which of the calls that wait do so as a whole (`WholeCallsWait`): their cards are read some at a time. */
export class WholeCallsFound1795813600001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Once this was a part of the migration before: what had the one after it has been through.
    const [{ had }]: [{ had: boolean }] = await runner.query(`select to_regclass('service_token') is not null as had`);
    if (!had) {
      const todo = 'closed_at is null and not whole';
      await inSlices(runner, { table: 'awaiting_person', change: found, todo });
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
