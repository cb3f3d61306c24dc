import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  type Checklist,
  type ChecklistItem,
  type ItemTrustRow,
  type Language,
  type TrustView,
} from '#contracts';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { judgementOf, worthOfItem } from '../checklists/item-worth.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { toldKappa } from '../agreement/kappa.rules.js';
import { wilson } from '../agreement/share-interval.rules.js';
import { ItemTrust, itemsOf, type Heard, type JudgementCell } from './item-trust.service.js';
import { notTrustedBy, peopleAgreement, trustOf, type PeopleAgreement, type TrustSettings } from './trust.rules.js';

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Which items of the checklists in force are trusted, by language and engine, and what that rests on. */
@Injectable()
export class TrustQuery {
  constructor(
    private readonly source: DataSource,
    private readonly checklists: ChecklistRegister,
    private readonly settings: QualitySettingsService,
    private readonly trust: ItemTrust,
  ) {}

  async view(): Promise<TrustView> {
    const { trust } = (await this.settings.current(this.source.manager)).settings;
    const since = this.trust.since(trust.windowDays);
    const cells = await this.trust.cells({ since });
    const inUse = await this.trust.enginesSince(since);
    const published = await this.checklists.published();
    const items = published.flatMap(({ checklist }) =>
      itemsOf(checklist).flatMap((item) =>
        LANGUAGES.flatMap((language) => rowsOf({ checklist, item, language }, { cells, inUse }, trust)),
      ),
    );
    return { settings: trust, since: since.toISOString(), items };
  }

  /** Items of which a result that is not met costs no points now, by id: in which languages, and in which of the checklists that have the item. */
  async accusingNoOne(): Promise<ReadonlyMap<string, AccusesNoOne>> {
    const { items } = await this.view();
    const found = new Map<string, AccusesNoOne>();
    for (const itemId of new Set(items.map((row) => row.itemId))) {
      const all = items.filter((row) => row.itemId === itemId);
      const untrusted = all.filter(({ counts }) => counts !== 'all');
      if (untrusted.length === 0) continue;
      const checklists = new Map(untrusted.map(({ checklist: { id, title } }) => [id, title]));
      const everywhere = all.every(({ checklist }) => checklists.has(checklist.id));
      const languages = new Set(untrusted.map(({ language }) => language));
      found.set(itemId, { languages: [...languages], checklists: everywhere ? [] : [...checklists.values()] });
    }
    return found;
  }
}

export interface AccusesNoOne {
  readonly languages: readonly Language[];
  /** Titles of those checklists; none where that holds for every checklist with the item. */
  readonly checklists: readonly Bilingual[];
}

interface Place {
  checklist: Checklist;
  item: ChecklistItem;
  language: Language;
}

interface Known {
  cells: readonly JudgementCell[];
  inUse: readonly Heard[];
}

/** One for each engine that heard calls of the language lately, or that people's reviews know; without any, one for all. */
function rowsOf(place: Place, { cells, inUse }: Known, settings: TrustSettings): ItemTrustRow[] {
  const judgement = judgementOf(place.item);
  const own = cells.filter((one) => one.judgement === judgement && one.language === place.language);
  const heard = inUse.filter(({ language }) => language === place.language);
  const engines = [...new Set([...own, ...heard].map(({ engine }) => engine))].sort();
  if (engines.length === 0) return [rowOf(place, { engine: null, people: null }, settings)];
  return engines.map((engine) => {
    const judged = own.filter((one) => one.engine === engine);
    return rowOf(place, { engine, people: judged.length > 0 ? peopleAgreement(judged) : null }, settings);
  });
}

function rowOf(
  { checklist, item, language }: Place,
  { engine, people }: { engine: string | null; people: PeopleAgreement | null },
  settings: TrustSettings,
): ItemTrustRow {
  const worth = worthOfItem(item, language);
  const trust = trustOf(item.id, { people, worth }, settings);
  const spread = toldKappa(people?.kappa ?? null);
  const why = notTrustedBy(trust, settings, item.check);
  return {
    checklist: { id: checklist.id, title: checklist.title },
    ...{ itemId: item.id, title: item.title, weight: item.weight, critical: item.critical !== false },
    ...{ judgement: judgementOf(item), language, engine },
    own: worth && { ...worth, kappa: toldKappa(worth.kappa) },
    people: people && {
      ...{ n: people.n, judged: people.judged, abstained: people.abstained },
      kappa: spread ? { kappa: spread.kappa, low: spread.low, high: spread.high } : null,
      accusedRight: wilson(people.accused.right, people.accused.n),
    },
    ...trust,
    counts: why === null ? 'all' : why.only ? 'met' : 'none',
  };
}
