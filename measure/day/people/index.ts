import { type Appointment } from '../week.js';
import { minutesOf } from '../calendar.rules.js';
import { administrator } from './administrator.js';
import { agents } from './agent.js';
import { auditor } from './auditor.js';
import { grants } from './grants.js';
import { legal } from './legal.js';
import { operator } from './operator.js';
import { quality } from './quality.js';
import { restorer } from './restorer.js';
import { retention } from './retention.js';
import { supervisor } from './supervisor.js';
import { telephone } from './telephone.js';
import { words } from './words.js';

const EVERYONE: readonly Appointment[] = [
  ...[...administrator, ...grants, ...telephone, ...words, ...supervisor, ...agents, ...quality],
  ...[...legal, ...retention, ...auditor, ...operator, ...restorer],
];

/** The short form ends on Tuesday noon. */
const SHORT_UNTIL = 'tue 12:00';

export const appointmentsOf = (short: boolean): readonly Appointment[] =>
  EVERYONE.filter(({ at, week }) => !short || (!week && minutesOf(at) <= minutesOf(SHORT_UNTIL)));
