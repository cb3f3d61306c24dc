import { Injectable } from '@nestjs/common';
import {
  type ChecklistDraftDefinition,
  type ChecklistImport,
  type ChecklistRows,
  type ImportedChecklist,
  type ImportedRows,
} from '#contracts';
import { type Asker } from '#people';
import {
  BenchThread,
  ChecklistDraftService,
  ChecklistValidation,
  fileOver,
  fromRows,
  type ChecklistFile,
} from '#quality';
import { ChecklistsQuery } from './checklists.query.js';
import { apiRefusals } from '../refusals.js';

/** Takes a checklist from a file: first read and told about, then kept as the draft. */
@Injectable()
export class ChecklistImporter {
  constructor(
    private readonly thread: BenchThread,
    private readonly validation: ChecklistValidation,
    private readonly drafts: ChecklistDraftService,
    private readonly query: ChecklistsQuery,
  ) {}

  /** @throws DomainError `yaml_refused`, `draft_open`, `draft_changed`, `no_draft` */
  async import(asker: Asker, { yaml, apply, replaces = null }: ChecklistImport): Promise<ImportedChecklist> {
    const file = await this.read(yaml);
    const [before = null] = await this.query.definitions(asker, file.id);
    const read = fileOver(file, before);
    if ('problems' in read) throw apiRefusals.yaml_refused(read.problems);
    return this.take(asker, { ...read, before }, apply, replaces);
  }

  /** The same from the rows of a spreadsheet, whose items keep the ids that they have; with problems nothing is kept. @throws DomainError as `import` does */
  async importRows(asker: Asker, body: ChecklistRows): Promise<ImportedRows> {
    const all = await this.query.definitions(asker, body.checklistId);
    const { definition, problems, keptIds } = fromRows(body, all);
    const apply = body.apply && problems.length === 0;
    const taken = await this.take(asker, { definition, before: all[0] ?? null }, apply, body.replaces ?? null);
    return { ...taken, problems: [...problems], keptIds };
  }

  private async take(
    asker: Asker,
    { definition, before }: { definition: ChecklistDraftDefinition; before: ChecklistDraftDefinition | null },
    apply: boolean,
    replacing: number | null,
  ): Promise<ImportedChecklist> {
    const findings = await this.validation.findings(definition);
    const revision = apply ? await this.drafts.import(definition, replacing, asker.personId) : null;
    const replaces = apply ? null : await this.query.openDraft(asker, definition.id);
    return { checklistId: definition.id, definition, before, findings, replaces, revision };
  }

  /** In the bench's thread: a file of a stranger takes as long as it takes. */
  private async read(text: string): Promise<ChecklistFile> {
    const answer = await this.thread.ask({ kind: 'yaml', text });
    if (answer.kind !== 'yaml') throw new Error('the bench answered something else than YAML');
    if ('problems' in answer.read) throw apiRefusals.yaml_refused(answer.read.problems);
    return answer.read.file;
  }
}
