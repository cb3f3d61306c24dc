import { type DataSource, In } from 'typeorm';
import { type Bilingual, type ScorecardView } from '#contracts';
import { Person } from '#people';
import { actedAs } from '../../people/person.sql.js';
import { candidate, ReviewRetractionRow, standings, type Scorecard } from '#quality';
import { ReviewAcknowledgementRow } from '#reviews';

/** What a card says besides its checklist and its items. */
export type CardStanding = Pick<ScorecardView, 'by' | 'basedOn' | 'standing' | 'rescored' | 'retracted'>;

/** Who made each card and why it counts or does not, by the rule that moves the pointer. */
export async function cardStandings(
  source: DataSource,
  cards: readonly Scorecard[],
): Promise<Map<string, CardStanding>> {
  const rows = await source.manager.findBy(ReviewRetractionRow, { scorecardId: In(cards.map(({ id }) => id)) });
  const back = new Map(rows.map((row) => [row.scorecardId, row]));
  const people = [
    ...new Set([
      ...cards.flatMap(({ authorPersonId }) => authorPersonId ?? []),
      ...rows.map(({ retractedByPersonId }) => retractedByPersonId),
    ]),
  ];
  const inPlace = await actedInPlace(source, cards);
  const names = new Map<string, Bilingual>();
  for (const { id, nameZh, nameEn } of await source.manager.findBy(Person, { id: In(people) }))
    names.set(id, { zh: nameZh, en: nameEn });
  const found = new Map<string, CardStanding>();
  for (const group of byChecklist(cards)) {
    const standing = standings(group.filter(({ id }) => !back.has(id)).map(candidate));
    const first = group
      .filter(({ author }) => author === 'automatic')
      .reduce<Scorecard | null>((oldest, card) => (oldest && oldest.createdAt <= card.createdAt ? oldest : card), null);
    for (const { id, author, authorPersonId, basedOnId: basedOn } of group) {
      const by = inPlace.get(id) ?? (authorPersonId === null ? null : (names.get(authorPersonId) ?? null));
      const rescored = author === 'automatic' && id !== first?.id;
      const gone = back.get(id);
      const retracted = gone
        ? {
            ...{ by: names.get(gone.retractedByPersonId)!, at: gone.retractedAt.toISOString() },
            ...{ reason: gone.reason, note: gone.note },
          }
        : null;
      const stands = retracted ? 'retracted' : (standing.get(id) ?? 'draft');
      found.set(id, { by, basedOn, standing: stands, rescored, retracted });
    }
  }
  return found;
}

/** Names of deputies who made cards, with the person in whose place they did, by card. */
async function actedInPlace(source: DataSource, cards: readonly Scorecard[]): Promise<Map<string, Bilingual>> {
  const rows: { id: string; by: Bilingual }[] = await source.query(
    `select card.id, ${actedAs('author', 'card.for_person_id')} as by from scorecard card join person author on author.id = card.author_person_id
     where card.id = any($1) and card.for_person_id is not null`,
    [cards.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, by }) => [id, by]));
}

/** The cards that compete with each other: those of one leg and checklist. */
function byChecklist(cards: readonly Scorecard[]): Scorecard[][] {
  const groups = new Map<string, Scorecard[]>();
  for (const card of cards) {
    const key = `${card.legId} ${card.checklistId}`;
    groups.set(key, [...(groups.get(key) ?? []), card]);
  }
  return [...groups.values()];
}

/** Whether agents were asked to read the reviews among the cards, and did. @param isMine is a leg the asker's own, and do they act in person? */
export async function cardAcknowledgements(
  source: DataSource,
  cards: readonly Scorecard[],
  isMine: (legId: string) => boolean,
): Promise<Map<string, NonNullable<ScorecardView['acknowledgement']>>> {
  const rows = await source.manager.findBy(ReviewAcknowledgementRow, { scorecardId: In(cards.map(({ id }) => id)) });
  return new Map(
    rows
      .filter(({ acknowledgedAt, endedAt }) => acknowledgedAt !== null || endedAt === null)
      .map(({ scorecardId, legId, askedAt, acknowledgedAt, note }) => [
        scorecardId,
        { askedAt: askedAt.toISOString(), at: acknowledgedAt?.toISOString() ?? null, note, mine: isMine(legId) },
      ]),
  );
}
