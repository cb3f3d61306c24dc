import { DataSource } from 'typeorm';
import { qualitySettingsRoutes, type QualitySettingsView } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { QualitySettingsService } from '#quality';
import { implement } from '../routes/implement.js';

/** Deadlines and targets of quality work. */
export const qualitySettingsHandlers = implement(
  qualitySettingsRoutes,
  [QualitySettingsService, DataSource],
  (settings, source) => {
    const view = async ({ held, personId }: Asker): Promise<QualitySettingsView> => {
      const maySet = scopeOf('quality.settings', held, personId).kind === 'all';
      return { ...(await settings.current(source.manager)), maySet };
    };
    return {
      read: ({ asker }) => view(asker),
      change: async ({ asker, body }) => {
        await source.transaction((tx) => settings.change(tx, body.version, body.settings, asker.personId));
        return view(asker);
      },
    };
  },
);
