import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  checklistSchema,
  judgesOf,
  type Checklist,
  type ScorecardList,
  type ScorecardView,
  type Transcript,
} from '#contracts';
import { Call, withheldLegs, type Leg } from '#calls';
import { placeOf, reaches, scopeOf, type Asker } from '#people';
import { Clock, DomainError } from '#platform';
import { ChecklistVersion, CountingScorecard, Scorecard, worthOfItem } from '#quality';
import { isTheirs, ReviewAnswerRow, takenItems, takenOn, noteLooks, WithheldResults } from '#reviews';
import { originOf } from '#reviews/rules';
import { TranscriptRow } from '#transcripts';
import { CallAccess, partsOf } from '../../reach/call-access.js';
import { BlindCardsQuery } from './blind-cards.query.js';
import { cardAcknowledgements, cardStandings } from './card-facts.js';
import { personAnswers } from './person-answers.js';
import { ProposalSight } from './proposal-sight.js';
import { scorecardView } from './scorecard-view.rules.js';
import { TranscriptReader } from '../words/transcript-reader.js';

const GONE: readonly string[] = ['key_destroyed', 'expired'];

interface Words {
  version: number;
  transcript: Transcript | null;
}

/** The judgements of a call's visible legs: those that count first, the main checklist's before others, then the newest; retracted ones last. */
@Injectable()
export class ScorecardsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
    private readonly sight: ProposalSight,
    private readonly withheld: WithheldResults,
    private readonly blind: BlindCardsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` */
  async list(asker: Asker, callId: string): Promise<ScorecardList> {
    const legs = await this.access.legs(asker, callId, 'scorecards.read');
    const where = { legId: In(legs.map(({ id }) => id)) };
    const withheld = new Set(await this.withheld.of(asker));
    const found = await this.source.manager.find(Scorecard, { where, order: { id: 'DESC' } });
    const cards = found.filter(({ legId }) => !withheld.has(legId));
    await this.noteLooks(asker, legs, cards);
    const counting = new Set((await this.source.manager.findBy(CountingScorecard, where)).map((c) => c.scorecardId));
    const words = await this.words(asker, legs, cards);
    const calls = await this.source.manager.findBy(Call, { id: In(partsOf(legs)) });
    const standing = await cardStandings(this.source, cards);
    const isMine = (legId: string) =>
      !asker.acting && legs.some(({ id, personId }) => id === legId && personId === asker.personId);
    const acknowledged = await cardAcknowledgements(this.source, cards, isMine);
    const answers = await personAnswers(this.source, cards, standing);
    const seen = await this.sight.of(asker, legs, cards);
    const taken = await takenItems(
      this.source.manager,
      legs.map(({ id }) => id),
      this.clock.now(),
    );
    const said = await this.source.manager.findBy(ReviewAnswerRow, { scorecardId: In(cards.map(({ id }) => id)) });
    const scorecards: ScorecardView[] = [];
    for (const card of cards) {
      const { version, transcript } = words.get(card.transcriptId ?? '') ?? { version: null, transcript: null };
      const { id, legId, author, points, maxPoints, coverage, counts: outcomes } = card;
      const createdAt = card.createdAt.toISOString();
      const known = { scorecardId: id, legId, author, createdAt, points, maxPoints, coverage, outcomes };
      const checklist = await this.checklist(card);
      const leg = legs.find((one) => one.id === legId);
      const language = calls.find(({ id: of }) => of === leg?.callId)?.language ?? null;
      const mayRetract =
        author === 'review' &&
        standing.get(id)?.retracted === null &&
        leg !== undefined &&
        (await this.mayRetract(asker, leg, card));
      const place = {
        withheld: false,
        acknowledgement: acknowledged.get(id) ?? null,
        mayRetract,
        counts: counting.has(id),
        main: judgesOf(checklist).main,
        ...standing.get(id)!,
      };
      scorecards.push(
        scorecardView(
          { ...known, transcriptVersion: version, ...place },
          checklist,
          card.items,
          {
            worthOf: (item) => language && worthOfItem(item, language),
            ...{ transcript, seen: seen.get(id) ?? null },
            taken: takenOn(taken, card, (itemId) => originOf(card, cards, said, itemId).id),
          },
          answers.get(id),
        ),
      );
    }
    const first = (card: ScorecardView) =>
      Number(card.counts) * 2 + Number(card.main) - 4 * Number(card.retracted !== null);
    // An agent who is to score their own call first does so in coaching, and not on a card.
    const own = await withheldLegs(this.source, asker.personId);
    const blind = await this.blind.of(found.filter(({ legId }) => withheld.has(legId) && !own.includes(legId)));
    const toScoreFirst = legs.map(({ id }) => id).filter((id) => own.includes(id));
    const calibrating = (await this.withheld.calibrating(asker)).filter(({ legId }) =>
      legs.some(({ id }) => id === legId),
    );
    const inOrder = [...scorecards, ...blind].sort((a, b) => first(b) - first(a));
    return { scorecards: inOrder, withheld: toScoreFirst, calibrating: [...calibrating] };
  }

  /** What a person who judges was shown once, they do not judge blind any more. */
  private async noteLooks(asker: Asker, legs: readonly Leg[], cards: readonly Scorecard[]): Promise<void> {
    const scope = scopeOf('scorecards.judge', asker.held, asker.personId);
    const seen = legs.filter((leg) => reaches(scope, leg) && cards.some(({ legId }) => legId === leg.id));
    await noteLooks(
      this.source.manager,
      seen.map(({ id }) => id),
      asker.personId,
      this.clock.now(),
    );
  }

  /** Their own, and a quality manager any; never of a call that they took. */
  private async mayRetract(asker: Asker, leg: Leg, card: Scorecard): Promise<boolean> {
    const lastWord = reaches(scopeOf('disputes.decide_last', asker.held, asker.personId), leg);
    return (isTheirs(card, placeOf(asker)) || lastWord) && (await this.sight.judges(asker, leg));
  }

  /** The scored transcripts by id; the words themselves only where the asker may read them. */
  private async words(asker: Asker, legs: readonly Leg[], cards: readonly Scorecard[]) {
    const ids = cards.flatMap(({ transcriptId }) => transcriptId ?? []);
    const rows = await this.source.manager.findBy(TranscriptRow, { id: In(ids) });
    const words = new Map<string, Words>();
    for (const row of rows) {
      const legId = cards.find(({ transcriptId }) => transcriptId === row.id)?.legId;
      const leg = legs.find(({ id }) => id === legId);
      const grantId = leg ? await this.reader.grantFor(asker, leg) : null;
      const transcript = !leg || grantId === null ? null : await this.wordsOf(asker, row, grantId, leg.callId);
      words.set(row.id, { version: row.version, transcript });
    }
    return words;
  }

  /** Destroyed or past their time, words are shown no more; what the card says of the agent stays. */
  private async wordsOf(asker: Asker, row: TranscriptRow, grantId: string, callId: string): Promise<Transcript | null> {
    return this.reader.transcript(asker, row, grantId, callId).catch((error: unknown) => {
      if (error instanceof DomainError && GONE.includes(error.code)) return null;
      throw error;
    });
  }

  private async checklist({ checklistId, checklistVersion: version }: Scorecard): Promise<Checklist> {
    const row = await this.source.manager.findOneByOrFail(ChecklistVersion, { checklistId, version });
    return checklistSchema.parse(row.definition);
  }
}
