import { type DataSource, In } from 'typeorm';
import { type Bilingual, type ScorecardView } from '#contracts';
import { Person } from '#people';
import { candidate, standings, type Scorecard } from '#quality';

/** What a card says besides its checklist and its items. */
export type CardStanding = Pick<ScorecardView, 'by' | 'basedOn' | 'standing' | 'rescored'>;

/** Who made each card and why it counts or does not, by the rule that moves the pointer. */
export async function cardStandings(
  source: DataSource,
  cards: readonly Scorecard[],
): Promise<Map<string, CardStanding>> {
  const people = [...new Set(cards.flatMap(({ authorPersonId }) => authorPersonId ?? []))];
  const names = new Map<string, Bilingual>();
  for (const { id, nameZh, nameEn } of await source.manager.findBy(Person, { id: In(people) }))
    names.set(id, { zh: nameZh, en: nameEn });
  const found = new Map<string, CardStanding>();
  for (const group of byChecklist(cards)) {
    const standing = standings(group.map(candidate));
    const first = group
      .filter(({ author }) => author === 'automatic')
      .reduce<Scorecard | null>((oldest, card) => (oldest && oldest.createdAt <= card.createdAt ? oldest : card), null);
    for (const { id, author, authorPersonId, basedOnId: basedOn } of group) {
      const by = authorPersonId === null ? null : (names.get(authorPersonId) ?? null);
      const rescored = author === 'automatic' && id !== first?.id;
      found.set(id, { by, basedOn, standing: standing.get(id) ?? 'draft', rescored });
    }
  }
  return found;
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
