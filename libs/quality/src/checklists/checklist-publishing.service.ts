import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ChecklistDraftDefinition, type PublishDraft, type RetireChecklist } from '#contracts';
import { JournalService } from '#journal';
import { assertTwoPeople, markOf } from '#people';
import { Clock } from '#platform';
import { holdDraft, mayMoveStage } from './checklist-draft.service.js';
import { ChecklistValidation } from './checklist-validation.service.js';
import { ChecklistDraft, ChecklistRetirement, ChecklistVersion } from './checklist.entity.js';
import { readChecklist } from './load-checklist.js';
import { lockChecklist, supersede } from './publish-shipped.js';
import { hasErrors } from './validate/validate-checklist.rules.js';
import { qualityRefusals } from '../refusals.js';

const NOT_SENT_BACK = { sentBackAt: null, sentBackByPersonId: null, sentBackReason: null };

/** Which checklists judge is decided for all of them: two that are published at once must see each other. */
const ALL = '*';

/** One that was sent back and asked for again meanwhile has a history that the reader did not see. */
function assertSameRequest(asked: Date, read: string | undefined): void {
  if (read !== undefined && new Date(read).getTime() !== asked.getTime()) throw qualityRefusals.other_request();
}

/**
 * Publishes drafts and retires versions, each with a person's reason. The next leg that is scored is judged by what was published; cards that
 * were filed stay what they are.
 */
@Injectable()
export class ChecklistPublishing {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly validation: ChecklistValidation,
  ) {}

  /**
   * Makes a draft the next version; the one before it is retired in the same transaction. An author asked for it, and another person does it.
   * @returns the new version
   * @throws DomainError `no_draft`, `draft_changed`, `not_asked`, `other_request`, `author_publishes`, `checklist_has_errors`
   */
  async publish(checklistId: string, { revision, reason, askedAt }: PublishDraft, personId: string): Promise<number> {
    return this.source.transaction(async (tx) => {
      await lockChecklist(tx, ALL);
      const draft = await holdDraft(tx, checklistId, revision);
      const asked = draft.askedAt !== null && mayMoveStage(draft.state, 'published') ? draft.askedAt : null;
      const now = this.clock.now();
      const wrote = draft.authorPersonIds.includes(personId);
      // An author who did not ask yet hears first that another publishes.
      const eyes =
        wrote &&
        (await assertTwoPeople(
          tx,
          { personId, at: asked ?? now },
          { personId, at: now },
          qualityRefusals.author_publishes,
        ));
      if (asked === null) throw qualityRefusals.not_asked();
      assertSameRequest(asked, askedAt);
      // What was in order when it was validated may not be any more: another checklist may have become main.
      const findings = await this.validation.findings(draft.definition as ChecklistDraftDefinition);
      if (hasErrors(findings))
        throw qualityRefusals.checklist_has_errors(findings.filter(({ severity }) => severity === 'error'));
      const version = (await this.newest(tx, checklistId)) + 1;
      const { checklist, hash: sha256 } = readChecklist({ ...(draft.definition as object), version });
      await tx.insert(ChecklistVersion, {
        ...{ checklistId, version, sha256, definition: checklist as object, publishedAt: now, reason },
        ...{ origin: 'company', basedOn: draft.basedOn, publishedByPersonId: personId },
        ...{ authorPersonIds: draft.authorPersonIds, libraryEntry: draft.libraryEntry },
        libraryVersion: draft.libraryVersion,
      });
      await supersede(tx, { checklistId, version }, this.journal, now);
      await tx.delete(ChecklistDraft, { checklistId });
      await this.journal.append(
        tx,
        'checklist.published',
        { checklistId, version, sha256, ...markOf(eyes) },
        { actorPersonId: personId },
      );
      return version;
    });
  }

  /**
   * An author says that the draft is ready: it is validated, and waits for another person.
   * @throws DomainError `no_draft`, `draft_changed`, `not_an_author`, `checklist_has_errors`
   */
  async ask(checklistId: string, revision: number, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const draft = await holdDraft(tx, checklistId, revision);
      if (!draft.authorPersonIds.includes(personId)) throw qualityRefusals.not_an_author();
      const findings = await this.validation.findings(draft.definition as ChecklistDraftDefinition);
      if (hasErrors(findings))
        throw qualityRefusals.checklist_has_errors(findings.filter(({ severity }) => severity === 'error'));
      const asked = { state: 'validated' as const, askedAt: this.clock.now(), askedByPersonId: personId };
      await tx.update(ChecklistDraft, { checklistId }, { ...asked, ...NOT_SENT_BACK });
      await this.journal.append(
        tx,
        'checklist.publication_asked',
        { checklistId, revision },
        { actorPersonId: personId },
      );
    });
  }

  /** A draft that waits goes back to those who wrote it, with a reason for them to read. @throws DomainError `no_draft`, `draft_changed`, `not_asked`, `other_request` */
  async sendBack(
    checklistId: string,
    { revision, reason, askedAt: read }: PublishDraft,
    personId: string,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { askedAt } = await holdDraft(tx, checklistId, revision);
      if (askedAt === null) throw qualityRefusals.not_asked();
      assertSameRequest(askedAt, read);
      const back = { sentBackAt: this.clock.now(), sentBackByPersonId: personId, sentBackReason: reason };
      await tx.update(ChecklistDraft, { checklistId }, { askedAt: null, askedByPersonId: null, ...back });
      await this.journal.append(tx, 'checklist.sent_back', { checklistId, revision }, { actorPersonId: personId });
    });
  }

  /** From now on the checklist judges no calls, until a version is published again. @throws DomainError `not_published` */
  async retire(checklistId: string, { version, reason }: RetireChecklist, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockChecklist(tx, ALL);
      await lockChecklist(tx, checklistId);
      const published = await tx.existsBy(ChecklistVersion, { checklistId, version });
      const retired = await tx.existsBy(ChecklistRetirement, { checklistId, version });
      if (!published || !mayMoveStage(retired ? 'retired' : 'published', 'retired'))
        throw qualityRefusals.not_published();
      const row = { checklistId, version, retiredAt: this.clock.now(), retiredByPersonId: personId, reason };
      await tx.insert(ChecklistRetirement, { ...row, supersededBy: null });
      const told = { checklistId, version, supersededBy: null };
      await this.journal.append(tx, 'checklist.retired', told, { actorPersonId: personId });
    });
  }

  private async newest(tx: EntityManager, checklistId: string): Promise<number> {
    return (await tx.maximum(ChecklistVersion, 'version', { checklistId })) ?? 0;
  }
}
