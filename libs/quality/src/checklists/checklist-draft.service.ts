/*
 * The open draft of a checklist.
 *   1. There is at most one for a checklist; every change locks the checklist first.
 *   2. Each change names the revision that its author saw. The second of two is refused with what to do, and nothing is overwritten. A draft that
 *      is begun again counts on, so that a revision is never of two drafts.
 *   3. Every save is a new revision and a draft again; validating it without errors makes it `validated` (`CHECKLIST_LIFE`).
 *   4. One journal entry for each change, in its transaction.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type ChecklistDraftDefinition,
  type ChecklistFinding,
  type DraftSave,
  type NewDraft,
  type ChecklistStage,
} from '#contracts';
import { JournalService } from '#journal';
import { Company } from '#people';
import { Clock } from '#platform';

import { ChecklistDraft, ChecklistVersion } from './checklist.entity.js';
import { ChecklistValidation } from './checklist-validation.service.js';
import { libraryEntry } from './checklist-library.js';
import { draftOf, emptyDraft, libraryDraft } from './draft-definition.rules.js';
import { loadChecklist, readChecklist } from './load-checklist.js';
import { lockChecklist, SHIPPED } from './publish-shipped.js';
import { hasErrors } from './validate/validate-checklist.rules.js';
import { qualityRefusals } from '../refusals.js';

/**
 * The states of a checklist's content and the steps between them. A draft can be changed and validated any number of times; what was changed after it was
 * validated is a draft again. Publishing makes a version, and versions are only ever retired: by a newer one, or by a person.
 */
export const CHECKLIST_LIFE = {
  draft: ['draft', 'validated'],
  validated: ['draft', 'validated', 'published'],
  published: ['retired'],
  retired: [],
} as const satisfies Record<ChecklistStage, readonly ChecklistStage[]>;

export const mayMoveStage = (from: ChecklistStage, to: ChecklistStage): boolean =>
  (CHECKLIST_LIFE[from] as readonly ChecklistStage[]).includes(to);

/** Locks the checklist and takes its draft, if it is still the revision that the asker saw. @throws DomainError `no_draft`, `draft_changed` */
export async function holdDraft(tx: EntityManager, checklistId: string, revision: number): Promise<ChecklistDraft> {
  await lockChecklist(tx, checklistId);
  const row = await tx.findOneBy(ChecklistDraft, { checklistId });
  if (!row) throw qualityRefusals.no_draft();
  if (row.revision !== revision) throw qualityRefusals.draft_changed(row.revision, revision);
  return row;
}

type Origin = Pick<ChecklistDraft, 'basedOn' | 'libraryEntry' | 'libraryVersion'>;

/** A next version goes back to the same entry of the library as the one before it. */
const origin = (latest: ChecklistVersion | null): Origin => ({
  basedOn: latest?.version ?? null,
  libraryEntry: latest?.libraryEntry ?? null,
  libraryVersion: latest?.libraryVersion ?? null,
});

@Injectable()
export class ChecklistDraftService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly validation: ChecklistValidation,
  ) {}

  /**
   * Opens a draft.
   * @throws DomainError `draft_open`, `checklist_exists`, `checklist_not_found`, `library_entry_not_found`
   */
  async open({ checklistId, from, entry }: NewDraft, personId: string): Promise<void> {
    if (from === 'library') return this.openFromLibrary(checklistId, entry, personId);
    await this.source.transaction(async (tx) => {
      await lockChecklist(tx, checklistId);
      if (await tx.existsBy(ChecklistDraft, { checklistId })) throw qualityRefusals.draft_open();
      const latest = await tx.findOne(ChecklistVersion, { where: { checklistId }, order: { version: 'DESC' } });
      if (from === 'empty' && latest) throw qualityRefusals.checklist_exists();
      const definition = this.start(checklistId, from, latest);
      await this.begin(tx, { checklistId, definition, ...origin(latest) }, personId);
    });
  }

  /** Under a new id, or as the next version of a checklist that came from the same entry. */
  private async openFromLibrary(checklistId: string, name: string | undefined, personId: string): Promise<void> {
    const entry = libraryEntry(name ?? '');
    if (!entry) throw qualityRefusals.library_entry_not_found();
    await this.source.transaction(async (tx) => {
      await lockChecklist(tx, checklistId);
      if (await tx.existsBy(ChecklistDraft, { checklistId })) throw qualityRefusals.draft_open();
      const latest = await tx.findOne(ChecklistVersion, { where: { checklistId }, order: { version: 'DESC' } });
      const isAnothers = latest !== null && latest.libraryEntry !== entry.entry;
      if (isAnothers || SHIPPED.includes(checklistId)) throw qualityRefusals.checklist_exists();
      const company = await tx.findOneBy(Company, { id: 1 });
      const definition = libraryDraft(entry.checklist, checklistId, company?.profile ?? null);
      const from = { ...origin(latest), libraryEntry: entry.entry, libraryVersion: entry.version };
      await this.begin(tx, { checklistId, definition, ...from }, personId);
      const told = { checklistId, entry: entry.entry, version: entry.version };
      await this.journal.append(tx, 'checklist.taken_from_library', told, { actorPersonId: personId });
    });
  }

  /**
   * Replaces what is in the draft.
   * @returns the new revision
   * @throws DomainError `no_draft`, `draft_changed`, `checklist_id_differs`
   */
  async save(checklistId: string, { revision, definition }: DraftSave, personId: string): Promise<number> {
    if (definition.id !== checklistId) throw qualityRefusals.checklist_id_differs();
    return this.source.transaction(async (tx) => {
      const { authorPersonIds } = await holdDraft(tx, checklistId, revision);
      const authors = [...new Set([...authorPersonIds, personId])];
      const written = { ...this.written(personId, definition, authors), revision: await nextRevision(tx, checklistId) };
      await tx.update(ChecklistDraft, { checklistId }, written);
      return this.tellSaved(tx, checklistId, written.revision, personId);
    });
  }

  /**
   * Makes a definition from a file the draft, in the place of the one that is open.
   * @param replaces the revision of the draft that the asker saw; null where they saw none
   * @returns the new revision
   * @throws DomainError `no_draft`, `draft_changed`, `draft_open`
   */
  async import(definition: ChecklistDraftDefinition, replaces: number | null, personId: string): Promise<number> {
    const checklistId = definition.id;
    if (replaces !== null) return this.save(checklistId, { revision: replaces, definition }, personId);
    return this.source.transaction(async (tx) => {
      await lockChecklist(tx, checklistId);
      if (await tx.existsBy(ChecklistDraft, { checklistId })) throw qualityRefusals.draft_open();
      const latest = await tx.findOne(ChecklistVersion, { where: { checklistId }, order: { version: 'DESC' } });
      return this.begin(tx, { checklistId, definition, ...origin(latest) }, personId);
    });
  }

  /** @throws DomainError `no_draft`, `draft_changed` */
  async discard(checklistId: string, revision: number, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await holdDraft(tx, checklistId, revision);
      await tx.delete(ChecklistDraft, { checklistId });
      await this.journal.append(
        tx,
        'checklist.draft_discarded',
        { checklistId, revision },
        { actorPersonId: personId },
      );
    });
  }

  /**
   * Says what is wrong with the draft; without errors it can be published as it is.
   * @throws DomainError `no_draft`, `draft_changed`
   */
  async validate(checklistId: string, revision: number, personId: string): Promise<ChecklistFinding[]> {
    return this.source.transaction(async (tx) => {
      const row = await holdDraft(tx, checklistId, revision);
      const findings = await this.validation.findings(row.definition as ChecklistDraftDefinition);
      const state = hasErrors(findings) ? 'draft' : 'validated';
      if (mayMoveStage(row.state, state)) await tx.update(ChecklistDraft, { checklistId }, { state });
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const told = { checklistId, revision, errors, warnings: findings.length - errors };
      await this.journal.append(tx, 'checklist.draft_validated', told, { actorPersonId: personId });
      return findings;
    });
  }

  private start(id: string, from: NewDraft['from'], latest: ChecklistVersion | null): ChecklistDraftDefinition {
    if (from === 'empty') return emptyDraft(id);
    if (from === 'latest' && latest) return draftOf(readChecklist(latest.definition).checklist);
    if (from === 'shipped' && SHIPPED.includes(id)) return draftOf(loadChecklist(id).checklist);
    throw qualityRefusals.checklist_not_found();
  }

  private async begin(
    tx: EntityManager,
    {
      definition,
      ...draft
    }: Pick<ChecklistDraft, 'checklistId' | keyof Origin> & { definition: ChecklistDraftDefinition },
    personId: string,
  ): Promise<number> {
    const written = this.written(personId, definition, [personId]);
    const revision = await nextRevision(tx, draft.checklistId);
    await tx.insert(ChecklistDraft, { ...draft, ...written, revision, createdAt: written.updatedAt });
    return this.tellSaved(tx, draft.checklistId, revision, personId);
  }

  private written(personId: string, definition: ChecklistDraftDefinition, authorPersonIds: string[]) {
    const saved = { updatedAt: this.clock.now(), updatedByPersonId: personId, authorPersonIds };
    const notAsked = { askedAt: null, askedByPersonId: null };
    return { state: 'draft' as const, definition: definition as object, ...saved, ...notAsked };
  }

  private async tellSaved(tx: EntityManager, checklistId: string, revision: number, personId: string): Promise<number> {
    await this.journal.append(tx, 'checklist.draft_saved', { checklistId, revision }, { actorPersonId: personId });
    return revision;
  }
}

/** Counts on over all drafts of the checklist. The caller has locked it. */
async function nextRevision(tx: EntityManager, checklistId: string): Promise<number> {
  const [next]: { revision: number }[] = await tx.query(
    `insert into checklist_draft_count as counted (checklist_id, revision) values ($1, 1)
     on conflict (checklist_id) do update set revision = counted.revision + 1 returning revision`,
    [checklistId],
  );
  return next!.revision;
}
