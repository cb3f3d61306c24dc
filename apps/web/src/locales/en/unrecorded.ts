import type { Translated } from '../translated.js';
import type * as zh from '../zh/unrecorded.js';

export const unrecorded: Translated<typeof zh.unrecorded> = {
  title: 'Calls without a recording',
  intro:
    'The telephone system reported these calls, but no recording arrived, or no agent answered and the call must not be recorded; the reason is then given. Only legs that you may see are listed.',
  toCalls: 'All calls',
  caption: 'Calls without a recording, newest first',
  column: {
    at: 'Time',
    customer: 'Customer',
    queue: 'Queue',
    became: 'Result',
    waited: 'Waited',
    rang: 'Rang',
    whose: 'Agent',
  },
  became: 'Result',
  queue: 'Queue',
  team: 'Team',
  answered: 'Answered, without a recording',
  going: 'In progress, or its end is unknown',
  extension: 'Extension {{name}}',
  none: 'There are no such calls: every call that the telephone system reported has a recording.',
  noneFiltered_one: 'No calls match {{count}} filter.',
  noneFiltered_other: 'No calls match {{count}} filters.',
  newest: 'Back to the newest',
  older: 'Older calls',
  open: 'Call of {{time}}, {{customer}}',
};
