import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  judgesOf,
  type Bilingual,
  type Checklist,
  type ChecklistDraftDefinition,
  type ChecklistDetail,
  type ChecklistDraftView,
  type ChecklistList,
  type ChecklistSummary,
  type ChecklistVersionSummary,
  type ChecklistVersionView,
  type PhraseList,
  type Role,
} from '#contracts';
import { PERMISSIONS, scopeOf, type Asker } from '#people';
import {
  ChecklistRegister,
  ChecklistValidation,
  draftOf,
  loadChecklist,
  loadLexicons,
  SHAPES,
  SHIPPED,
  qualityRefusals,
  worthOfItems,
} from '#quality';
import { fromLibrary } from './checklist-library.query.js';
import { DRAFTS, draftSummary, nameOf, PUBLISHERS, sentBack, type DraftRow } from './draft-rows.js';
const VERSIONS = `
  select version.checklist_id as "checklistId", version.version, version.definition, version.origin, version.based_on as "basedOn",
    version.published_at as "publishedAt", ${nameOf('publisher')} as "publishedBy", version.reason,
    exists (select 1 from unnest(version.author_person_ids) author where by_one_person(author, version.published_by_person_id, version.published_at)) as "byOnePerson",
    retired.retired_at as "retiredAt", ${nameOf('retirer')} as "retiredBy", retired.reason as "retiredReason",
    retired.superseded_by as "supersededBy",
    (select count(distinct leg_id) from scorecard
       where scorecard.checklist_id = version.checklist_id and scorecard.checklist_version = version.version)::int as "judgedLegs",
    version.sha256, version.library_entry as "libraryEntry", version.library_version as "libraryVersion"
  from checklist_version version
  left join checklist_retirement retired on retired.checklist_id = version.checklist_id and retired.version = version.version
  left join person publisher on publisher.id = version.published_by_person_id
  left join person retirer on retirer.id = retired.retired_by_person_id
  where ($1::text is null or version.checklist_id = $1)
    and ($2::uuid is null or exists (select 1 from scorecard join leg on leg.id = scorecard.leg_id
      where scorecard.checklist_id = version.checklist_id and leg.person_id = $2))
  order by version.checklist_id, version.version desc`;

interface VersionRow extends Omit<ChecklistVersionSummary, 'stage' | 'publishedAt' | 'retiredAt'> {
  checklistId: string;
  definition: Checklist;
  publishedAt: Date;
  retiredAt: Date | null;
  sha256: string;
  libraryEntry: string | null;
  libraryVersion: number | null;
}

const PUBLISHING = (Object.keys(PERMISSIONS) as Role[]).filter((role) =>
  PERMISSIONS[role].includes('checklists.publish'),
);

/** Checklists, their versions and drafts, as far as the asker may read them. */
@Injectable()
export class ChecklistsQuery {
  private readonly phrasesByName = phraseList();

  constructor(
    private readonly source: DataSource,
    private readonly register: ChecklistRegister,
    private readonly validation: ChecklistValidation,
  ) {}

  async list(asker: Asker): Promise<ChecklistList> {
    const [versions, drafts] = await this.rows(asker, null);
    const ids = [...new Set([...versions, ...drafts].map(({ checklistId }) => checklistId))].sort();
    const checklists = ids.map((id) => summary(id, versions, drafts, asker));
    return {
      checklists: checklists.sort(
        (a, b) => Number(b.judging !== null) - Number(a.judging !== null) || Number(b.main) - Number(a.main),
      ),
    };
  }

  /** @throws DomainError `checklist_not_found` */
  async detail(asker: Asker, checklistId: string): Promise<ChecklistDetail> {
    const [versions, drafts] = await this.rows(asker, checklistId);
    if (versions.length + drafts.length === 0) throw qualityRefusals.checklist_not_found();
    const shipped = SHIPPED.includes(checklistId) ? loadChecklist(checklistId) : null;
    const judges = versions.find(({ retiredAt }) => retiredAt === null);
    return {
      ...summary(checklistId, versions, drafts, asker),
      versions: versions.map(versionSummary),
      shipped: shipped && judges?.sha256 !== shipped.hash ? { version: shipped.checklist.version } : null,
      library: fromLibrary(drafts[0] ?? versions[0]!),
    };
  }

  /** @throws DomainError `checklist_not_found` */
  async version(asker: Asker, checklistId: string, version: number): Promise<ChecklistVersionView> {
    const [versions] = await this.rows(asker, checklistId);
    const row = versions.find((one) => one.version === version);
    if (!row) throw qualityRefusals.checklist_not_found();
    const { checklist } = await this.register.version(checklistId, version);
    return { version, stage: versionSummary(row).stage, definition: checklist };
  }

  /** The open draft, with what the validator says of it now. @throws DomainError `no_draft` */
  async draft(asker: Asker, checklistId: string): Promise<ChecklistDraftView> {
    const [versions, drafts] = await this.rows(asker, checklistId);
    const [row] = drafts;
    if (!row) throw qualityRefusals.no_draft();
    const { definition, authors } = row;
    const publishers: { name: Bilingual }[] = await this.source.query(PUBLISHERS, [row.authorPersonIds, PUBLISHING]);
    return {
      ...{ checklistId, ...draftSummary(row, asker), definition, authors, sentBack: sentBack(row) },
      findings: await this.validation.findings(definition),
      worth: worthOfItems(definition),
      publishers: publishers.map(({ name }) => name),
      publishedItemIds: [...new Set(versions.flatMap(({ definition: one }) => itemsOf(one).map(({ id }) => id)))],
    };
  }

  /** Who saved the open draft last, or null where none is open. */
  async openDraft(
    asker: Asker,
    checklistId: string,
  ): Promise<(Pick<DraftRow, 'revision' | 'updatedBy'> & { updatedAt: string }) | null> {
    const [, [row]] = await this.rows(asker, checklistId);
    return row ? { revision: row.revision, updatedAt: row.updatedAt.toISOString(), updatedBy: row.updatedBy } : null;
  }

  /** What the open draft and the versions say, the newest first. */
  async definitions(asker: Asker, checklistId: string): Promise<ChecklistDraftDefinition[]> {
    const [versions, drafts] = await this.rows(asker, checklistId);
    return [...drafts.map(({ definition }) => definition), ...versions.map(({ definition }) => draftOf(definition))];
  }

  /** What checks can listen for, with the phrases of each. */
  phrases(): PhraseList {
    return this.phrasesByName;
  }

  private async rows(asker: Asker, checklistId: string | null): Promise<[VersionRow[], DraftRow[]]> {
    const own = ownChecklistsOnly(asker);
    const versions: VersionRow[] = await this.source.query(VERSIONS, [checklistId, own]);
    // Drafts are not for those who are judged.
    const drafts: DraftRow[] = own === null ? await this.source.query(DRAFTS, [checklistId]) : [];
    return [versions, drafts];
  }
}

const itemsOf = ({ sections }: Pick<Checklist, 'sections'>) => sections.flatMap(({ items }) => items);

function summary(
  checklistId: string,
  versions: readonly VersionRow[],
  drafts: readonly DraftRow[],
  asker: Asker,
): ChecklistSummary {
  const own = versions.filter((one) => one.checklistId === checklistId);
  const draft = drafts.find((one) => one.checklistId === checklistId);
  const judging = own.find(({ retiredAt }) => retiredAt === null) ?? null;
  const shown: Pick<Checklist, 'title' | 'judges'> =
    (judging ?? own[0])?.definition ?? (draft!.definition as Checklist);
  const { directions, main } = judgesOf(shown);
  return {
    checklistId,
    // A draft may have no title yet.
    title: { zh: shown.title.zh || checklistId, en: shown.title.en || checklistId },
    judging: judging?.version ?? null,
    directions,
    main,
    judgedLegs: own.reduce((sum, { judgedLegs }) => sum + judgedLegs, 0),
    draft: draft ? draftSummary(draft, asker) : null,
  };
}

function versionSummary({
  definition: _,
  checklistId: __,
  sha256: ___,
  libraryEntry: ____,
  libraryVersion: _____,
  publishedAt,
  retiredAt,
  ...row
}: VersionRow): ChecklistVersionSummary {
  const stage = retiredAt === null ? 'published' : 'retired';
  return { ...row, stage, publishedAt: publishedAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null };
}

function phraseList(): PhraseList {
  const { zh, en } = loadLexicons();
  const names = [...new Set([...Object.keys(zh.entries), ...Object.keys(en.entries)])].sort();
  const entries = names.map((name) => {
    const [inZh, inEn] = [zh.entries[name], en.entries[name]];
    const title = { zh: inZh?.title.zh ?? inEn?.title.zh ?? null, en: inEn?.title.en ?? inZh?.title.en ?? null };
    return { name, title, phrases: { zh: [...(inZh?.phrases ?? [])], en: [...(inEn?.phrases ?? [])] } };
  });
  const company = { zh: '公司或部门名称（公司资料）', en: 'company and department names (company profile)' };
  const shapes = Object.entries(SHAPES).map(([name, { title }]) => ({ name, title, phrases: { zh: [], en: [] } }));
  return { entries: [...entries, ...shapes, { name: 'company_profile', title: company, phrases: { zh: [], en: [] } }] };
}

/**
 * Which checklists a person reads: agents those that have judged calls of their own, all others every one, drafts included.
 * @returns the agent's person, or null
 */
export function ownChecklistsOnly(asker: Asker): string | null {
  const scope = scopeOf('checklists.read', asker.held, asker.personId);
  return scope.kind === 'some' && scope.teamIds.length === 0 ? scope.ownPersonId : null;
}
