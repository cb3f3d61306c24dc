import { DataSource } from 'typeorm';
import { healthRoutes } from '#contracts';
import { platformRefusals } from '#platform';
import { implement } from '../routes/implement.js';
import { Metrics } from './metrics.js';

export const healthHandlers = implement(healthRoutes, [DataSource, Metrics], (source, metrics) => ({
  live: () => ({ status: 'ok' }),
  ready: async () => {
    await source.query('select 1').catch((cause: unknown) => {
      throw platformRefusals.database_away(cause);
    });
    return { status: 'ok' };
  },
  prometheus: () => metrics.text(),
}));
