import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Checklist, type ChecklistItem, type Language } from '#contracts';
import { Clock } from '#platform';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { judgementOf, worthOfItem } from '../checklists/item-worth.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import {
  asksForTrust,
  notTrustedBy,
  peopleAgreement,
  trustOf,
  type CountedCell,
  type NotTrustedItem,
} from './trust.rules.js';

/** In which language words are, and what heard them. */
export interface Heard {
  readonly language: Language;
  readonly engine: string;
}

export interface CellsAsked {
  readonly since: Date;
  /** Left out: however it was heard. */
  readonly heard?: Heard;
}

/** A pair with the judgement that it is about: an item whose check changed begins again. */
export interface JudgementCell extends CountedCell {
  readonly judgement: string;
}

/** Which items people have reason to trust, by item, language and engine. */
@Injectable()
export class ItemTrust {
  /** Versions never change: each is read once. */
  private readonly judgements = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly source: DataSource,
    private readonly checklists: ChecklistRegister,
    private readonly settings: QualitySettingsService,
    private readonly clock: Clock,
  ) {}

  /** Items whose results by rule give no points in calls that were heard so. */
  async notTrusted(checklist: Checklist, heard: Heard): Promise<NotTrustedItem[]> {
    const { trust } = (await this.settings.current(this.source.manager)).settings;
    const cells = await this.cells({ since: this.since(trust.windowDays), heard });
    return itemsOf(checklist).flatMap((item) => {
      const judgement = judgementOf(item);
      const own = cells.filter((cell) => cell.judgement === judgement);
      const measured = {
        people: own.length > 0 ? peopleAgreement(own) : null,
        worth: worthOfItem(item, heard.language),
      };
      const why = notTrustedBy(trustOf(item.id, measured, trust), trust, item.check);
      return why ? [{ itemId: item.id, why }] : [];
    });
  }

  /** The same for many calls of one run: counted once for each language and engine. */
  remembered(checklist: Checklist): (heard: Heard) => Promise<NotTrustedItem[]> {
    const known = new Map<string, Promise<NotTrustedItem[]>>();
    return ({ language, engine }) => {
      const key = `${language} ${engine}`;
      const found = known.get(key) ?? this.notTrusted(checklist, { language, engine });
      known.set(key, found);
      return found;
    };
  }

  since = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);

  /** What machine and people said of items in blind random draws. Draws by risk would measure how hard calls are, not how good the rule is. */
  async cells({ since, heard }: CellsAsked): Promise<JudgementCell[]> {
    const ofHeard = heard ? 'and blind.language = $2 and blind.engine = $3' : '';
    const rows: CountedCell[] = await this.source.query(
      `select blind.checklist_id as "checklistId", blind.checklist_version as version, blind.item_id as "itemId", blind.language, blind.engine,
         blind.person_outcome as human, blind.machine_outcome as to, count(*)::int as legs
       ${BLIND_RANDOM} and blind.judged_at >= $1 ${ofHeard}
       group by 1, 2, 3, 4, 5, 6, 7`,
      [since, ...(heard ? [heard.language, heard.engine] : [])],
    );
    const cells: JudgementCell[] = [];
    for (const row of rows) {
      const judgement = (await this.judgementsOf(row.checklistId, row.version)).get(row.itemId);
      if (judgement !== undefined) cells.push({ ...row, judgement });
    }
    return cells;
  }

  /** Which engines heard calls of which language since then: few, each found by one step in the index. */
  async enginesSince(since: Date): Promise<Heard[]> {
    return this.source.query(
      `with recursive heard as (
         (select language, engine from transcript order by language, engine limit 1)
         union all
         select next.language, next.engine from heard, lateral (
           select language, engine from transcript where (language, engine) > (heard.language, heard.engine)
           order by language, engine limit 1) next)
       select language, engine from heard
       where exists (select 1 from transcript words
         where words.language = heard.language and words.engine = heard.engine and words.created_at >= $1)`,
      [since],
    );
  }

  /** Versions of checklists, as `id version`, whose item of this id is judged so. */
  async versionsOf(itemId: string, judgement: string): Promise<string[]> {
    const rows: { id: string; version: number }[] = await this.source.query(
      'select distinct checklist_id as id, checklist_version as version from blind_judgement where item_id = $1',
      [itemId],
    );
    const found: string[] = [];
    for (const { id, version } of rows)
      if ((await this.judgementsOf(id, version)).get(itemId) === judgement) found.push(`${id} ${version}`);
    return found;
  }

  private async judgementsOf(checklistId: string, version: number): Promise<ReadonlyMap<string, string>> {
    const key = `${checklistId} ${version}`;
    const known = this.judgements.get(key);
    if (known) return known;
    const { checklist } = await this.checklists.version(checklistId, version);
    const found = new Map(itemsOf(checklist).map((item) => [item.id, judgementOf(item)]));
    this.judgements.set(key, found);
    return found;
  }
}

/** Items of which trust is asked. */
export const itemsOf = ({ sections }: Checklist): ChecklistItem[] =>
  sections.flatMap(({ items }) => items).filter(({ check }) => asksForTrust(check));

/**
 * What rules and acts judged together in blind reviews of random draws that still hold, of people who had not seen the result; ends within its
 * condition. What a language model decided is measured on its own.
 */
export const BLIND_RANDOM = `from blind_judgement blind join leg on leg.id = blind.leg_id
  where blind.withdrawn_at is null and not blind.seen_before and blind.drawn_at_random
    and blind.machine_source in ('rule', 'model') and not blind.by_language_model and blind.language is not null and blind.engine is not null`;
