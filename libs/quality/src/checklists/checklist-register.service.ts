import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { ChecklistVersion } from '../scorecard.entity.js';
import { loadChecklist, type LoadedChecklist } from './load-checklist.js';

/** Checklists that come with the product. */
const SHIPPED = ['standard-inbound'] as const;

/** Which shipped checklist judges a call of this direction; none yet for the others. */
const CHECKLIST_FOR: Partial<Record<'inbound' | 'outbound' | 'internal', (typeof SHIPPED)[number]>> = {
  inbound: 'standard-inbound',
};

/** Published checklists. A version that was published never changes: shipping another content under its number refuses to start. */
@Injectable()
export class ChecklistRegister {
  private readonly shipped = new Map<string, LoadedChecklist>(SHIPPED.map((name) => [name, loadChecklist(name)]));

  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  forDirection(direction: 'inbound' | 'outbound' | 'internal'): LoadedChecklist | null {
    return this.shipped.get(CHECKLIST_FOR[direction] ?? '') ?? null;
  }

  /** Writes the shipped versions down, once; safe at every start of every process. */
  async publishShipped(): Promise<void> {
    for (const loaded of this.shipped.values()) await this.publish(loaded);
  }

  private async publish({ checklist, hash }: LoadedChecklist): Promise<void> {
    const { id: checklistId, version } = checklist;
    await this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`checklist ${checklistId}`]);
      const stored = await tx.findOneBy(ChecklistVersion, { checklistId, version });
      if (stored && stored.sha256 !== hash) {
        throw new Error(
          `checklist ${checklistId} version ${version} is published with other contents: give the new ones a new version`,
        );
      }
      if (stored) return;
      const row = {
        checklistId,
        version,
        sha256: hash,
        definition: checklist as object,
        publishedAt: this.clock.now(),
      };
      await tx.insert(ChecklistVersion, row);
      await this.journal.append(tx, 'checklist.published', { checklistId, version, sha256: hash });
    });
  }
}
