import { type DraftItem, type DraftSection } from '#contracts';

/** What an import goes on from: the open draft or a version. */
export interface Before {
  readonly sections: readonly (Named & { readonly items: readonly Named[] })[];
}
type Named = Pick<DraftItem, 'id' | 'title'>;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** 0 is a, 25 is z, 26 is ba: ids hold no figures. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCodePoint(97 + (n % 26));

/**
 * Gives each item of a spreadsheet its id: the one that its row names, else that of the item with its title, so that trends go on; else one
 * that no other item ever had. Of two rows with one title the first has the id. Sections likewise.
 *
 * @param before the open draft and the versions, the newest first
 * @returns how many items go on under an id that was there before
 */
export function giveIds(sections: readonly DraftSection[], before: readonly Before[]): number {
  const items = sections.flatMap((section) => section.items);
  const known = before.flatMap(({ sections: all }) => all.flatMap((section) => section.items));
  const ids = new Set(known.map(({ id }) => id));
  const taken = new Set(items.map(({ id }) => id).filter((id) => id !== ''));
  for (const item of items) {
    if (item.id !== '') continue;
    const same = known.find(({ id, title }) => !taken.has(id) && sameTitle(title, item.title));
    if (!same) continue;
    item.id = same.id;
    taken.add(same.id);
  }
  const kept = items.filter(({ id }) => ids.has(id)).length;
  sections.forEach((section, at) =>
    section.items.forEach((item, place) => {
      if (item.id !== '') return;
      let next = place;
      const made = () => `part_${letters(at)}.item_${letters(next)}`;
      while (taken.has(made()) || ids.has(made())) next += 1;
      item.id = made();
      taken.add(item.id);
    }),
  );
  sectionIds(sections, before);
  return kept;
}

function sectionIds(sections: readonly DraftSection[], before: readonly Before[]): void {
  const known = before.flatMap((one) => one.sections);
  const taken = new Set<string>();
  for (const section of sections) {
    const same = known.find(({ id, title }) => !taken.has(id) && sameTitle(title, section.title));
    section.id = same?.id ?? '';
    taken.add(section.id);
  }
  const others = new Set([...taken, ...known.map(({ id }) => id)]);
  sections.forEach((section, at) => {
    for (let n = at + 1; section.id === ''; n += 1) if (!others.has(`section-${n}`)) section.id = `section-${n}`;
    others.add(section.id);
  });
}

type Title = DraftItem['title'];

/** In either language: a spreadsheet of one language shows its titles in both. */
export const sameTitle = (a: Title, b: Title): boolean =>
  [a.zh, a.en].some((one) => one.trim() !== '' && [b.zh, b.en].some((other) => plain(one) === plain(other)));
