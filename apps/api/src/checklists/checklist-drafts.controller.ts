import { Controller } from '@nestjs/common';
import {
  checklistDraftsRoutes,
  type ChecklistDraftView,
  type ImportedChecklist,
  type ImportedRows,
  type PublishedDraft,
} from '#contracts';
import { ChecklistDraftService, ChecklistPublishing } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ChecklistImporter } from './checklist-import.service.js';
import { ChecklistsQuery } from './checklists.query.js';

/** How checklists change: one open draft, which becomes the next version. */
@Controller()
export class ChecklistDraftsController {
  constructor(
    private readonly query: ChecklistsQuery,
    private readonly drafts: ChecklistDraftService,
    private readonly publishing: ChecklistPublishing,
    private readonly importer: ChecklistImporter,
  ) {}

  @Route(checklistDraftsRoutes.open)
  async open({ asker, body }: Asked<typeof checklistDraftsRoutes.open>): Promise<ChecklistDraftView> {
    await this.drafts.open(body, asker.personId);
    return this.query.draft(asker, body.checklistId);
  }

  @Route(checklistDraftsRoutes.import)
  import({ asker, body }: Asked<typeof checklistDraftsRoutes.import>): Promise<ImportedChecklist> {
    return this.importer.import(asker, body);
  }

  @Route(checklistDraftsRoutes.importRows)
  importRows({ asker, body }: Asked<typeof checklistDraftsRoutes.importRows>): Promise<ImportedRows> {
    return this.importer.importRows(asker, body);
  }

  @Route(checklistDraftsRoutes.draft)
  draft({ asker, checklistId }: Asked<typeof checklistDraftsRoutes.draft>): Promise<ChecklistDraftView> {
    return this.query.draft(asker, checklistId);
  }

  @Route(checklistDraftsRoutes.save)
  async save({ asker, checklistId, body }: Asked<typeof checklistDraftsRoutes.save>): Promise<ChecklistDraftView> {
    await this.drafts.save(checklistId, body, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @Route(checklistDraftsRoutes.discard)
  async discard({
    asker,
    checklistId,
    query: { revision },
  }: Asked<typeof checklistDraftsRoutes.discard>): Promise<void> {
    await this.drafts.discard(checklistId, revision, asker.personId);
  }

  @Route(checklistDraftsRoutes.validate)
  async validate({
    asker,
    checklistId,
    body: { revision },
  }: Asked<typeof checklistDraftsRoutes.validate>): Promise<ChecklistDraftView> {
    await this.drafts.validate(checklistId, revision, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @Route(checklistDraftsRoutes.ask)
  async ask({
    asker,
    checklistId,
    body: { revision },
  }: Asked<typeof checklistDraftsRoutes.ask>): Promise<ChecklistDraftView> {
    await this.publishing.ask(checklistId, revision, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @Route(checklistDraftsRoutes.sendBack)
  async sendBack({
    asker,
    checklistId,
    body,
  }: Asked<typeof checklistDraftsRoutes.sendBack>): Promise<ChecklistDraftView> {
    await this.publishing.sendBack(checklistId, body, asker.personId);
    return this.query.draft(asker, checklistId);
  }

  @Route(checklistDraftsRoutes.publish)
  async publish({ asker, checklistId, body }: Asked<typeof checklistDraftsRoutes.publish>): Promise<PublishedDraft> {
    return { checklistId, version: await this.publishing.publish(checklistId, body, asker.personId) };
  }

  @Route(checklistDraftsRoutes.retire)
  async retire({ asker, checklistId, body }: Asked<typeof checklistDraftsRoutes.retire>): Promise<void> {
    await this.publishing.retire(checklistId, body, asker.personId);
  }
}
