import { z } from 'zod';
import { alarmKindSchema, alarmSubjectSchema } from '../alarms.js';

const about = z.object({ alarm: alarmKindSchema, subject: alarmSubjectSchema });

/** What the journal says of the installation's own state: that somebody has to look, and that it is well again. */
export const alarmEventSchemas = {
  'alarm.raised': about.extend({ code: z.string().max(80).nullable() }),
  'alarm.cleared': about,
} as const;
