import { z } from 'zod';
import { alarmKindSchema, alarmSubjectSchema } from '../alarms.js';
import { event } from './event.js';

const about = z.object({ alarm: alarmKindSchema, subject: alarmSubjectSchema });

/** What the journal says of the installation's own state: that a person has to look at it, and that it works again. */
export const alarmEvents = {
  'alarm.raised': event(
    '系统需要人工处理',
    'The installation needs attention',
    about.extend({ code: z.string().max(80).nullable() }).shape,
  ),
  'alarm.cleared': event('系统已恢复正常', 'The installation is well again', about.shape),
};
