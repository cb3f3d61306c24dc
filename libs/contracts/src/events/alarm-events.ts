import { z } from 'zod';
import { alarmKindSchema, alarmSubjectSchema } from '../alarms.js';
import { event } from './event.js';

const about = z.object({ alarm: alarmKindSchema, subject: alarmSubjectSchema });

/** What the journal says of the installation's own state: that somebody has to look, and that it is well again. */
export const alarmEvents = {
  'alarm.raised': event(about.extend({ code: z.string().max(80).nullable() }), {
    says: { zh: '系统需要有人处理', en: 'The installation needs looking after' },
    tells: [{ kind: 'alarm_raised', to: ['administrators'] }],
  }),
  'alarm.cleared': event(about, {
    says: { zh: '系统已恢复正常', en: 'The installation is well again' },
    tells: [{ kind: 'alarm_cleared', to: ['administrators'] }],
  }),
};
