import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  criticalEffect,
  type Bilingual,
  type ChecklistLibrary,
  type FromLibrary,
  type LibraryEntryView,
  type QualitySettings,
} from '#contracts';
import { Company } from '#people';
import {
  libraryDraft,
  libraryEntries,
  libraryEntry,
  qualityRefusals,
  QualitySettingsService,
  restsOn,
  worthOfItems,
  type LibraryEntry,
} from '#quality';

/** Checklists that came from the library, by the open draft or else the newest version of each. */
const TAKEN = `
  select checklist_id as "checklistId", library_entry as entry, library_version as version, definition->'title' as title
  from (select distinct on (checklist_id) * from (
      select checklist_id, library_entry, library_version, definition, 2147483647 as version from checklist_draft
      union all select checklist_id, library_entry, library_version, definition, version from checklist_version) known
    order by checklist_id, version desc) newest
  where library_entry is not null order by checklist_id`;

type Trusts = QualitySettings['trust'];

interface TakenRow {
  checklistId: string;
  entry: string;
  version: number;
  title: Bilingual;
}

/** The ready checklists by trade, and where the company has taken them. */
@Injectable()
export class ChecklistLibraryQuery {
  constructor(
    private readonly source: DataSource,
    private readonly settings: QualitySettingsService,
  ) {}

  private async trust(): Promise<Trusts> {
    return (await this.settings.current(this.source.manager)).settings.trust;
  }

  async list(): Promise<ChecklistLibrary> {
    const taken: TakenRow[] = await this.source.query(TAKEN);
    const trust = await this.trust();
    return { entries: libraryEntries().map((one) => summary(one, taken, trust)) };
  }

  /** @throws DomainError `library_entry_not_found` */
  async entry(name: string): Promise<LibraryEntryView> {
    const found = libraryEntry(name);
    if (!found) throw qualityRefusals.library_entry_not_found();
    const taken: TakenRow[] = await this.source.query(TAKEN);
    const company = await this.source.manager.findOneBy(Company, { id: 1 });
    const { title } = libraryDraft(found.checklist, found.entry, company?.profile ?? null);
    const worth = worthOfItems(found.checklist);
    return { ...summary(found, taken, await this.trust()), definition: found.checklist, worth, draftTitle: title };
  }
}

function summary({ entry, version, about, checklist }: LibraryEntry, taken: readonly TakenRow[], trust: Trusts) {
  const items = checklist.sections.flatMap((section) => section.items);
  return {
    ...{ entry, version, about, title: checklist.title, items: items.length },
    critical: items.filter((item) => criticalEffect(item, checklist) !== null).length,
    byPeople: items.filter(({ check }) => check.kind === 'human').length,
    totalWeight: items.reduce((sum, { weight }) => sum + weight, 0),
    restsOn: { zh: restsOn(checklist, 'zh', trust), en: restsOn(checklist, 'en', trust) },
    taken: taken
      .filter((one) => one.entry === entry)
      .map(({ checklistId, title, version: from }) => ({
        checklistId,
        title: { zh: title.zh || checklistId, en: title.en || checklistId },
        version: from,
      })),
  };
}

/** What is told of where a checklist came from; null where it did not, or the library no longer has that entry. */
export function fromLibrary(row: { libraryEntry: string | null; libraryVersion: number | null }): FromLibrary | null {
  const found = row.libraryEntry === null ? undefined : libraryEntry(row.libraryEntry);
  if (!found || row.libraryVersion === null) return null;
  const newer = found.version > row.libraryVersion ? found.version : null;
  return { entry: found.entry, version: row.libraryVersion, title: found.checklist.title, newer };
}
