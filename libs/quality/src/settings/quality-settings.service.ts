import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { QUALITY_SETTINGS, qualitySettingsSchema, type NewQualitySettings, type QualitySettings } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { qualityRefusals } from '../refusals.js';

/** The settings in force, and the version that a change names. */
export interface SettingsInForce {
  /** 0 as long as nothing was set: then the product's own values hold. */
  readonly version: number;
  readonly settings: QualitySettings;
}

/** What is left out stays as it is. */
type WantedSettings = NewQualitySettings['settings'];

/** What the company set for its quality work. */
@Injectable()
export class QualitySettingsService {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** What a later release added, and the company has not set, has the product's own value. */
  async current(tx: EntityManager): Promise<SettingsInForce> {
    const [row]: { version: number; content: Stored }[] = await tx.query(
      'select version, content from quality_settings order by version desc limit 1',
    );
    if (!row) return { version: 0, settings: QUALITY_SETTINGS };
    return { version: row.version, settings: settingsFrom(row.content) };
  }

  /** Since when a section is as it is in force, whatever was set besides; null as long as nothing was set. */
  async since(tx: EntityManager, section: keyof QualitySettings): Promise<Date | null> {
    const rows: { content: Stored; changed_at: Date }[] = await tx.query(
      'select content, changed_at from quality_settings order by version desc',
    );
    const said = rows.map(({ content }) => JSON.stringify(settingsFrom(content)[section]));
    const other = said.findIndex((one) => one !== said[0]);
    return rows.at(other === -1 ? -1 : other - 1)?.changed_at ?? null;
  }

  /** @param basedOn the version that was on the screen @throws DomainError `settings_overtaken` */
  async change(tx: EntityManager, basedOn: number, wanted: WantedSettings, personId: string): Promise<void> {
    const { version, settings: before } = await this.current(tx);
    const settings: QualitySettings = { ...before, ...wanted, service: wanted.service ?? before.service };
    if (version !== basedOn) throw qualityRefusals.settings_overtaken();
    // Of two changes at once the first has the number.
    const written: unknown[] = await tx.query(
      `insert into quality_settings (version, content, changed_by_person_id, changed_at) values ($1, $2, $3, $4)
       on conflict do nothing returning version`,
      [version + 1, JSON.stringify(settings), personId, this.clock.now()],
    );
    if (written.length === 0) throw qualityRefusals.settings_overtaken();
    const sections = Object.keys(settings).filter((name) => said(settings, name) !== said(before, name));
    const entry = { version: version + 1, sections };
    await this.journal.append(tx, 'quality.settings_changed', entry, { actorPersonId: personId });
  }
}

const said = (settings: QualitySettings, section: string): string =>
  JSON.stringify(settings[section as keyof QualitySettings]);

type Stored = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What this release knows: as it was set or, where it was not, as the product comes. */
function settingsFrom(stored: Stored): QualitySettings {
  const sections = Object.entries(QUALITY_SETTINGS).map(([section, own]) => [
    section,
    Object.fromEntries(Object.entries(own).map(([name, value]) => [name, stored[section]?.[name] ?? value])),
  ]);
  const settings = qualitySettingsSchema.parse(Object.fromEntries(sections));
  // Earlier releases asked whether what was never measured gives points. "Yes" was theirs, and was stored with any change; "no" is the company's.
  if (stored['trust']?.['unmeasuredCounts'] === false && !stored['trust']['unmeasured'])
    settings.trust.unmeasured = 'none';
  return settings;
}
