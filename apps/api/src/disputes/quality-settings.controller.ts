import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { qualitySettingsRoutes, type QualitySettingsView } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { QualitySettingsService } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

/** Deadlines and targets of quality work. */
@Controller()
export class QualitySettingsController {
  constructor(
    private readonly settings: QualitySettingsService,
    private readonly source: DataSource,
  ) {}

  @Route(qualitySettingsRoutes.read)
  read({ asker }: Asked<typeof qualitySettingsRoutes.read>): Promise<QualitySettingsView> {
    return this.view(asker);
  }

  @Route(qualitySettingsRoutes.change)
  async change({ asker, body }: Asked<typeof qualitySettingsRoutes.change>): Promise<QualitySettingsView> {
    await this.source.transaction((tx) => this.settings.change(tx, body.version, body.settings, asker.personId));
    return this.view(asker);
  }

  private async view({ held, personId }: Asker): Promise<QualitySettingsView> {
    const maySet = scopeOf('quality.settings', held, personId).kind === 'all';
    return { ...(await this.settings.current(this.source.manager)), maySet };
  }
}
