import { recertificationModule } from '#contracts';
import { type Module } from '../src/module.js';
import { RecertificationRounds } from './recertification-rounds.service.js';
import {
  RecertificationItemRow,
  RecertificationRoundRow,
  RecertificationSettingRow,
} from './recertification.entity.js';
import { RecertificationModule } from './recertification.module.js';
import { recertificationRefusals } from './refusals.js';

const MINUTE = 60_000;

/** Asks on a schedule who still needs which right. */
export const recertification = {
  words: recertificationModule,
  tables: [RecertificationItemRow, RecertificationRoundRow, RecertificationSettingRow],
  services: RecertificationModule,
  handlers: async () => [(await import('./api/handlers.js')).recertificationHandlers],
  schedules: [
    {
      name: 'tend-recertifications',
      every: 5 * MINUTE,
      lateAfter: 60 * MINUTE,
      run: (get) => get(RecertificationRounds).tend(),
    },
  ],
  refusals: recertificationRefusals,
} satisfies Module;
