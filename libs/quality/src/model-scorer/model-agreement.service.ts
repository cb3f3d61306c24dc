import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Language, type Outcome } from '#contracts';
import { Clock } from '#platform';
import { type Scorecard } from '../scorecard.entity.js';
import { ModelAgreementRow, ProposalLookRow } from './model-agreement.entity.js';
import { PROMPT_VERSION } from './prompt.rules.js';
import { type Reviewed, type ReviewedInLanguage } from './proofs.rules.js';

/** An item of a leg that a model has a proposal for. */
export interface ProposedItem {
  readonly legId: string;
  readonly checklistId: string;
  readonly itemId: string;
}

/**
 * What was answered without having seen the proposal counts. What was answered after a look counts only against the model: who has seen an
 * answer tends to give it. Of several answers to one item of one leg the latest of these.
 */
const COUNTED = `
  select distinct on (leg_id, checklist_id, item_id, question_key, model, served, prompt_version) *
  from model_agreement where blind or proposed <> said
  order by leg_id, checklist_id, item_id, question_key, model, served, prompt_version, reviewed_at desc, scorecard_id desc`;

/** How far people agree with what a model proposes, from their reviews. */
@Injectable()
export class ModelAgreement {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What was said of a model's answers to these questions, by today's prompt. */
  async of(model: string, questionKeys: readonly string[]): Promise<Reviewed[]> {
    return this.source.query(
      `select item_id as "itemId", question_key as "questionKey", served, proposed, said, count(*)::int as times
       from (${COUNTED}) counted where model = $1 and prompt_version = $2 and question_key = any($3)
       group by item_id, question_key, served, proposed, said order by item_id, served, proposed, said`,
      [model, PROMPT_VERSION, questionKeys],
    );
  }

  /** All that was said, of every model, question and prompt there has been. */
  async all(): Promise<ReviewedInLanguage[]> {
    return this.source.query(
      `select item_id as "itemId", question_key as "questionKey", language, model, served,
         prompt_version as "promptVersion", proposed, said, count(*)::int as times
       from (${COUNTED}) counted
       group by item_id, question_key, language, model, served, prompt_version, proposed, said
       order by item_id, language, model, served, prompt_version, proposed, said`,
    );
  }

  /** Takes down what a review says of the proposals of the card that it rests on, in the review's transaction. */
  async note(
    tx: EntityManager,
    base: Scorecard,
    review: Pick<Scorecard, 'id' | 'authorPersonId'>,
    answers: readonly { itemId: string; outcome: Outcome }[],
  ): Promise<void> {
    const proposals = answers.flatMap((answer) => {
      const proposal = base.items.find(({ itemId }) => itemId === answer.itemId)?.proposal;
      return proposal && proposal.state !== 'none' ? [{ ...answer, proposal }] : [];
    });
    if (proposals.length === 0) return;
    const { legId, checklistId } = base;
    const seen = await this.seenBy(tx, base, review.authorPersonId);
    const [call]: { language: Language }[] = await tx.query('select language from transcript where id = $1', [
      base.transcriptId,
    ]);
    if (!call) return;
    await tx.insert(
      ModelAgreementRow,
      proposals.map(({ itemId, outcome: said, proposal }) => {
        const { model, served, promptVersion, questionKey, outcome: proposed, state } = proposal;
        const blind = state === 'proposed' && !seen.has(itemId);
        const about = { scorecardId: review.id, itemId, legId, checklistId, language: call.language };
        return {
          ...about,
          model,
          served,
          promptVersion,
          questionKey,
          proposed,
          said,
          blind,
          reviewedAt: this.clock.now(),
        };
      }),
    );
  }

  /** A person looks before they answer. Repeating it changes nothing. */
  async look(item: ProposedItem, personId: string): Promise<void> {
    await this.source.manager
      .createQueryBuilder()
      .insert()
      .into(ProposalLookRow)
      .values({ ...item, personId, lookedAt: this.clock.now() })
      .orIgnore()
      .execute();
  }

  /** The items of a leg whose proposals a person may see: they looked, or a person has answered, and cards have shown it since. */
  async seenBy(
    tx: EntityManager,
    { legId, checklistId }: Pick<Scorecard, 'legId' | 'checklistId'>,
    personId: string | null,
  ): Promise<ReadonlySet<string>> {
    const rows: { item_id: string }[] = await tx.query(
      `select item_id from proposal_look where leg_id = $1 and checklist_id = $2 and person_id = $3
       union select item_id from model_agreement where leg_id = $1 and checklist_id = $2`,
      [legId, checklistId, personId],
    );
    return new Set(rows.map((row) => row.item_id));
  }
}
