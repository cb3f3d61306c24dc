import { Injectable } from '@nestjs/common';
import { type ItemPiece, type ItemPieceAnswer, type VariedExamples, type VariedItem } from '#contracts';
import { CompanyService, profileHash, type Asker } from '#people';
import { BenchThread, qualityRefusals } from '#quality';
import { type Varied } from '#quality/rules';
import { apiRefusals } from '../refusals.js';
import { sumOfJudged, type JudgedLeg } from './judged-sums.rules.js';
import { TrialPieces } from './trial-pieces.service.js';

/** An item of a draft tried: on drawn calls, as a phrase list is, and on its own examples said otherwise. */
@Injectable()
export class ItemTrials {
  constructor(
    private readonly pieces: TrialPieces,
    private readonly thread: BenchThread,
    private readonly company: CompanyService,
  ) {}

  /** @throws DomainError `checklist_id_differs`, `draft_unreadable`, `bench_busy`, `bench_failed` */
  async piece(asker: Asker, checklistId: string, piece: ItemPiece): Promise<ItemPieceAnswer> {
    const { definition: draft, itemId, legIds } = piece;
    const profile = await this.company.profile();
    const question = { kind: 'item' as const, draft, itemId, profile, profileHash: profileHash(profile) };
    const judged: JudgedLeg[] = [];
    for await (const opened of this.pieces.of(asker, checklistId, piece)) {
      const answer = await this.thread.ask({ ...question, calls: opened.map(({ words }) => words) });
      if (answer.kind === 'unreadable') throw apiRefusals.draft_unreadable(answer.what);
      if (answer.kind !== 'judged_item') throw new Error('the bench answered something else than a trial');
      judged.push(...answer.calls.map((one, i) => ({ ...one, call: opened[i]!.call })));
    }
    return sumOfJudged(judged, new Set(legIds).size);
  }

  /** @throws DomainError `checklist_id_differs`, `draft_unreadable`, `bench_busy`, `bench_failed` */
  async variants(checklistId: string, { definition: draft, itemId }: VariedItem): Promise<VariedExamples> {
    if (draft.id !== checklistId) throw qualityRefusals.checklist_id_differs();
    const answer = await this.thread.ask({ kind: 'examples', draft, itemId });
    if (answer.kind === 'unreadable') throw apiRefusals.draft_unreadable(answer.what);
    if (answer.kind !== 'varied') throw new Error('the bench answered something else than variants');
    return { variants: answer.variants.map(({ like, ...one }) => ({ ...one, taken: takenFor(like) })) };
  }
}

const takenFor = (like: Varied['like']): VariedExamples['variants'][number]['taken'] =>
  like === null ? 'missed' : like.verdict === 'unsure' ? 'asked' : like.verdict;
