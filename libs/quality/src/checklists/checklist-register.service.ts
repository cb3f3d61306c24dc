import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { judgesOf, type CallDirection } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';

import { ChecklistDraft, ChecklistVersion } from './checklist.entity.js';
import { loadChecklist, readChecklist, type LoadedChecklist } from './load-checklist.js';
import { publishShipped, SHIPPED } from './publish-shipped.js';
import { type TakenOut } from './validate/told.rules.js';
import { qualityRefusals } from '../refusals.js';

/** The open draft of a checklist as it was last saved. */
export interface OpenDraft {
  readonly revision: number;
  readonly definition: unknown;
  /** Read and ready to judge, under the number it would be published as; null while it cannot be read. */
  readonly loaded: LoadedChecklist | null;
}

/**
 * Which checklists there are. Published versions never change, so what was read once is kept; which of them judge is asked of the database
 * every time, so that a version published a moment ago judges the next call.
 */
@Injectable()
export class ChecklistRegister {
  private readonly read = new Map<string, LoadedChecklist>();

  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The checklists that judge calls of this direction now: published, not retired, the newest version of each, the main one first. */
  async judging(direction: CallDirection): Promise<LoadedChecklist[]> {
    const judging = (await this.published()).filter(({ checklist }) =>
      judgesOf(checklist).directions.includes(direction),
    );
    return judging.sort(
      (a, b) =>
        Number(judgesOf(b.checklist).main) - Number(judgesOf(a.checklist).main) ||
        (a.checklist.id < b.checklist.id ? -1 : 1),
    );
  }

  /** Every checklist that judges calls now, by its newest version. */
  async published(): Promise<LoadedChecklist[]> {
    const rows: { checklistId: string; version: number }[] = await this.source.query(
      `select distinct on (checklist_id) checklist_id as "checklistId", version from checklist_version
       where not exists (select 1 from checklist_retirement retired
         where retired.checklist_id = checklist_version.checklist_id and retired.version = checklist_version.version)
       order by checklist_id, version desc`,
    );
    return Promise.all(rows.map(({ checklistId, version }) => this.version(checklistId, version)));
  }

  /**
   * A published version, retired or not.
   * @throws DomainError `checklist_not_found`
   */
  async version(checklistId: string, version: number): Promise<LoadedChecklist> {
    const key = `${checklistId} ${version}`;
    const known = this.read.get(key);
    if (known) return known;
    const row = await this.source.manager.findOneBy(ChecklistVersion, { checklistId, version });
    if (!row) throw qualityRefusals.checklist_not_found();
    const loaded = { checklist: readChecklist(row.definition).checklist, hash: row.sha256 };
    this.read.set(key, loaded);
    return loaded;
  }

  /** Items that some version had and the newest has no more, each as it was last. */
  async takenOut(checklistId: string): Promise<TakenOut[]> {
    const rows = await this.source.manager.find(ChecklistVersion, {
      ...{ select: { version: true }, where: { checklistId }, order: { version: 'DESC' } },
    });
    const [newest, ...older] = await Promise.all(rows.map(({ version }) => this.version(checklistId, version)));
    const seen = new Set(newest ? itemsOf(newest).map(({ id }) => id) : []);
    return older.flatMap((loaded) =>
      itemsOf(loaded).flatMap(({ id, title }) => {
        if (seen.has(id)) return [];
        seen.add(id);
        return [{ id, title, version: loaded.checklist.version }];
      }),
    );
  }

  /** @returns null when no draft is open */
  async draft(checklistId: string): Promise<OpenDraft | null> {
    const row = await this.source.manager.findOneBy(ChecklistDraft, { checklistId });
    if (!row) return null;
    const { revision, definition } = row;
    const newest = await this.source.manager.maximum(ChecklistVersion, 'version', { checklistId });
    try {
      return { revision, definition, loaded: readChecklist({ ...(definition as object), version: (newest ?? 0) + 1 }) };
    } catch {
      return { revision, definition, loaded: null };
    }
  }

  /** Publishes the versions that come with the product, once; safe at every start of every process. */
  async publishShipped(): Promise<void> {
    for (const name of SHIPPED) {
      await this.source.transaction((tx) => publishShipped(tx, loadChecklist(name), this.journal, this.clock.now()));
    }
  }
}

const itemsOf = ({ checklist: { sections } }: LoadedChecklist) => sections.flatMap(({ items }) => items);
