import type { Translated } from '../translated.js';
import type * as zh from '../zh/progress.js';

export const progress: Translated<typeof zh.progress> = {
  title: 'Progress of sampling',
  by: 'Group progress by',
  note: 'Draws whose period ended from {{from}} to {{to}}. Drawn is the sum of completed, in review, to be claimed, replaced and destroyed. Click a number to see its calls.',
  none: 'There were no draws in this period.',
  total: 'Total',
  untaken: 'To be claimed',
  group: { plan: 'Sampling plan', reviewer: 'Reviewer', team: 'Team', period: 'Period of the draw' },
  drawn: 'Drawn',
  completed: 'Completed',
  taken: 'In review',
  waiting: 'To be claimed',
  overdue: 'Overdue',
  replaced: 'Replaced',
  lapsed: 'Recording destroyed',
  call: 'Call',
  agent: 'Agent',
  due: 'Due',
  until: 'by {{at}}',
  late: 'overdue since {{at}}',
  more_one: '{{count}} more is not listed.',
  more_other: '{{count}} more are not listed.',
};
