import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Claimed,
  type NewRetraction,
  type NewReview,
  type PublishedReview,
  type ReviewAnswer,
  type ReviewEffect,
} from '#contracts';
import { type Leg, agentLeg, type AgentLeg } from '#calls';
import { placeOf, reaches, scopeOf, type Asker } from '#people';
import { AwaitingPersonRow, Scorecard } from '#quality';
import { type Commitment } from '#commitments';
import { ClaimService, humanEvidence, RetractReview, ReviewAssignmentRow, ReviewService } from '#reviews';
import { TranscriptRow } from '#transcripts';

import { answererOf } from '../commitments/commitment-row.js';
import { TranscriptReader } from '../call/words/transcript-reader.js';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';

/** Lets people judge within the teams they may, and turns the words that they point at into coordinates. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
    private readonly reviews: ReviewService,
    private readonly claims: ClaimService,
    private readonly retraction: RetractReview,
  ) {}

  async preview(asker: Asker, callId: string, review: NewReview): Promise<ReviewEffect> {
    const leg = await this.leg(asker, callId, review.legId);
    const answers = review.answers.map((answer) => ({ ...plain(answer), evidence: [] }));
    return this.reviews.preview({ ...review, callId: leg.callId, answers, promises: undefined }, asker.personId);
  }

  /** @throws DomainError `not_found`, `no_grant`, `place_not_in_words`, and what `ReviewService.publish` refuses */
  async publish(asker: Asker, callId: string, review: NewReview): Promise<PublishedReview> {
    const leg = await this.leg(asker, callId, review.legId);
    await this.checkCompletes(review);
    const evidenceOf = await this.evidence(asker, leg, review);
    const answers = review.answers.map((answer) => ({ ...plain(answer), evidence: evidenceOf(answer) }));
    const promises = review.promises && {
      given: review.promises,
      answererOf: ({ ownerPersonId, offeredToPersonId, teamId }: Commitment) =>
        answererOf(asker, { ownerPersonId, offeredToPersonId, teamIds: [teamId, leg.teamId] }),
    };
    return this.reviews.publish({ ...review, callId: leg.callId, answers, promises }, asker.personId);
  }

  /** @throws DomainError `not_found`, and what `RetractReview.retract` refuses */
  async retract(asker: Asker, callId: string, scorecardId: string, given: NewRetraction): Promise<void> {
    const card = await this.source.manager.findOneBy(Scorecard, { id: scorecardId });
    const leg = await this.leg(asker, callId, card?.legId ?? callId);
    const lastWord = reaches(scopeOf('disputes.decide_last', asker.held, asker.personId), leg);
    await this.retraction.retract(leg.callId, scorecardId, given, {
      personId: asker.personId,
      placeOf: placeOf(asker),
      lastWord,
    });
  }

  /** @throws DomainError `not_found`, and what `ClaimService.claim` refuses */
  async claim(asker: Asker, waitingId: string): Promise<Claimed> {
    return this.claims.claim(await this.waiting(asker, waitingId), asker.personId);
  }

  async release(asker: Asker, waitingId: string): Promise<void> {
    await this.claims.release(await this.waiting(asker, waitingId), asker.personId);
  }

  private async leg(asker: Asker, callId: string, legId: string): Promise<AgentLeg> {
    const legs = await this.access.legs(asker, callId, 'scorecards.judge');
    const leg = legs.find(({ id }) => id === legId);
    if (!leg || leg.personId === null) throw apiRefusals.not_found();
    return agentLeg(leg);
  }

  /** An assignment of another leg or checklist is none of this review's. */
  private async checkCompletes({ completes, legId, checklistId }: NewReview): Promise<void> {
    if (completes === undefined) return;
    const found = await this.source.manager.existsBy(ReviewAssignmentRow, { id: completes, legId, checklistId });
    if (!found) throw apiRefusals.not_found();
  }

  private async waiting(asker: Asker, id: string): Promise<AwaitingPersonRow> {
    const row = await this.source.manager.findOneBy(AwaitingPersonRow, { id });
    if (!row) throw apiRefusals.not_found();
    const [leg]: { call_id: string }[] = await this.source.query('select call_id from leg where id = $1', [row.legId]);
    await this.leg(asker, leg?.call_id ?? row.legId, row.legId);
    return row;
  }

  /** Places are checked against the words that the card was made from; without places, no words are opened. */
  private async evidence(asker: Asker, leg: Leg, { basedOn, answers }: NewReview) {
    if (answers.every(({ places }) => places.length === 0)) return () => [];
    const card = await this.source.manager.findOneBy(Scorecard, { id: basedOn, legId: leg.id });
    const row = card && (await this.source.manager.findOneBy(TranscriptRow, { id: card.transcriptId ?? basedOn }));
    if (!row) throw apiRefusals.not_found();
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) throw apiRefusals.no_grant();
    const transcript = await this.reader.transcript(asker, row, grantId, leg.callId);
    return (answer: ReviewAnswer) => {
      const evidence = humanEvidence(transcript, row.version, answer.places);
      if (!evidence) throw apiRefusals.place_not_in_words(answer.itemId);
      return evidence;
    };
  }
}

const plain = ({ itemId, outcome, reason, note }: ReviewAnswer) => {
  return { itemId, outcome, reason: reason ?? null, note: note ?? null };
};
