import type { CallDetail, CorrectionChanges } from '#contracts';
import { fromWallClock, toWallClock } from '../../promises/time-left.rules.js';

/** What the dialog shows, as text: times as the site's wall clock shows them, empty where nothing is known. */
export interface CorrectionForm {
  startedAt: string;
  alertedAt: string;
  answeredAt: string;
  endedAt: string;
  language: 'zh' | 'en';
  region: string;
  direction: CallDetail['direction'];
  agentChannel: 'left' | 'right' | null;
  staffNumber: string;
  hangupParty: 'agent' | 'customer' | 'system' | '';
  customerNumber: string;
  customerName: string;
}

export const TIMES = ['startedAt', 'alertedAt', 'answeredAt', 'endedAt'] as const;

export function formOf(call: CallDetail, zone: string): CorrectionForm {
  const [leg] = call.legs;
  const wall = (at: string | null | undefined) => (at ? toWallClock(Date.parse(at), zone, true) : '');
  return {
    startedAt: wall(call.startedAt),
    alertedAt: wall(leg?.alertedAt),
    answeredAt: wall(leg?.answeredAt),
    endedAt: wall(leg?.endedAt),
    language: call.language,
    region: call.region,
    direction: call.direction,
    agentChannel: call.recordings.find(({ channels }) => channels === 2)?.agentChannel ?? null,
    staffNumber: leg?.agent.staffNumber ?? '',
    hangupParty: leg?.hangupParty ?? '',
    customerNumber: '',
    customerName: '',
  };
}

/** Only what was changed in the dialog is sent: what stood there is as it was, to the second. */
export function changesBetween(before: CorrectionForm, after: CorrectionForm, zone: string): CorrectionChanges {
  const changes: CorrectionChanges = {};
  for (const field of TIMES) {
    if (after[field] === before[field]) continue;
    const at = after[field] === '' ? null : fromWallClock(after[field], zone);
    if (field !== 'startedAt') changes[field] = at;
    else if (at) changes.startedAt = at;
  }
  if (after.language !== before.language) changes.language = after.language;
  if (after.region.trim() !== before.region) changes.region = after.region.trim();
  if (after.direction !== before.direction) changes.direction = after.direction;
  if (after.agentChannel && after.agentChannel !== before.agentChannel) changes.agentChannel = after.agentChannel;
  if (after.staffNumber.trim() !== before.staffNumber) changes.staffNumber = after.staffNumber.trim();
  if (after.hangupParty !== before.hangupParty) changes.hangupParty = after.hangupParty || null;
  const customer = { number: after.customerNumber.trim(), name: after.customerName.trim() };
  if (customer.number || customer.name) {
    changes.customer = {
      ...(customer.number && { number: customer.number }),
      ...(customer.name && { name: customer.name }),
    };
  }
  return changes;
}
