import { companyIdentity } from './company-identity.rules.js';
import { conduct } from './conduct.rules.js';
import { confirmation } from './confirmation.rules.js';
import { type Course } from './course.js';
import { deflection } from './deflection.rules.js';
import { acknowledged } from './passed-over.rules.js';
import { farewell } from './farewell.rules.js';
import { promise } from './promise.rules.js';
import { resolved } from './left-open.rules.js';
import { said } from './said.rules.js';
import { transferConsent } from './transfer-consent.rules.js';

/** By item: what its acts say, whatever checklist has it. */
export const COURSES: Readonly<Record<string, Course>> = {
  'greeting.offer': said('offers_help', 'opening'),
  'closing.further_help': said('anything_else', 'late'),
  'closing.farewell': farewell,
  'listening.confirmation': confirmation,
  'empathy.acknowledgement': acknowledged,
  'ownership.resolution': resolved,
  'ownership.no_deflection': deflection,
  'ownership.promise_has_time': promise,
  'transfer.purpose_consent': transferConsent,
  'conduct.no_prohibited': conduct,
  'conduct.identity_before_disclosure': companyIdentity,
};
