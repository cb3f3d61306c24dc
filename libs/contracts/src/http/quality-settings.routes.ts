import { z } from 'zod';
import { qualitySettingsSchema } from '../quality-settings.js';
import { defineRoutes, get, put } from './route.js';

export const qualitySettingsViewSchema = z.object({
  /** What a change names; 0 as long as nothing was set. */
  version: z.number().int(),
  settings: qualitySettingsSchema,
  /** May the asker change them? They hold for the whole company, so a role for some teams may not. */
  maySet: z.boolean(),
});
export type QualitySettingsView = z.infer<typeof qualitySettingsViewSchema>;
/** A client that does not know how calls are counted as served leaves that as it is. */
export const newQualitySettingsSchema = qualitySettingsViewSchema
  .omit({ maySet: true })
  .extend({ settings: qualitySettingsSchema.partial({ service: true }) })
  .strict();
export type NewQualitySettings = z.infer<typeof newQualitySettingsSchema>;

/** Deadlines and targets of quality work. */
export const qualitySettingsRoutes = defineRoutes('qualitySettings', 'quality', {
  read: get('/api/v1/quality/settings', {
    summary: 'The settings of quality work in force',
    access: { permission: 'disputes.read' },
    answer: qualitySettingsViewSchema,
  }),
  change: put('/api/v1/quality/settings', {
    summary: 'Changes the settings of quality work',
    description: 'Decision dates that were set stay as they are.',
    access: { permission: 'quality.settings', reach: 'company' },
    body: newQualitySettingsSchema,
    answer: qualitySettingsViewSchema,
    refusals: ['settings_overtaken'],
  }),
});
