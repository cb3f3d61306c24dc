import { callWordSchema, type CallDetail, type CorrectionChanges, type Leg } from '#contracts';
import { wallTime } from '../../../format/wall-time.rules.js';
import { fromWallClock, toWallClock } from '../../../format/site-time.rules.js';
import { holdSpansOf, type HoldTimes, holdTimesOf } from './hold-times.rules.js';

/** What the dialog shows, as text: times by the site's wall clock as people type them, empty where nothing is known. */
export interface CorrectionForm {
  startedAt: string;
  alertedAt: string;
  answeredAt: string;
  endedAt: string;
  language: 'zh' | 'en' | '';
  region: string;
  direction: NonNullable<CallDetail['direction']>;
  classification: CallDetail['classification'];
  agentChannel: 'left' | 'right' | null;
  staffNumber: string;
  queue: string;
  queueSeconds: string;
  transfer: NonNullable<Leg['transfer']> | '';
  consulted: 'yes' | 'no' | '';
  hangupParty: 'agent' | 'customer' | 'system' | '';
  customerNumber: string;
  customerName: string;
  matterReference: string;
  matterTitle: string;
  purpose: string;
  outcome: string;
  holds: readonly HoldTimes[];
}

export const TIMES = ['startedAt', 'alertedAt', 'answeredAt', 'endedAt'] as const;
type CorrectedTime = (typeof TIMES)[number];

export const isTime = (fault: CorrectionFault): fault is CorrectedTime =>
  (TIMES as readonly CorrectionFault[]).includes(fault);

/** @param call as the page shows it of this leg */
export function formOf(call: CallDetail, leg: Leg | undefined, zone: string): CorrectionForm {
  const wall = (at: string | null | undefined) => (at ? toWallClock(Date.parse(at), zone, true).replace('T', ' ') : '');
  const { language, region, direction, classification } = call;
  return {
    // A call that can be corrected has a direction: the consent gate asked for it.
    ...{ language: language ?? ('' as const), region, direction: direction ?? 'inbound', classification },
    startedAt: wall(call.startedAt),
    alertedAt: wall(leg?.alertedAt),
    answeredAt: wall(leg?.answeredAt),
    endedAt: wall(leg?.endedAt),
    agentChannel: call.recordings.find(({ channels }) => channels === 2)?.agentChannel ?? null,
    staffNumber: leg?.agent?.staffNumber ?? '',
    queue: leg?.queue ?? '',
    queueSeconds: leg?.queueSeconds == null ? '' : String(leg.queueSeconds),
    transfer: leg?.transfer ?? '',
    consulted: leg?.consulted == null ? '' : leg.consulted ? 'yes' : 'no',
    hangupParty: leg?.hangupParty ?? '',
    customerNumber: '',
    customerName: '',
    matterReference: call.matterReference ?? '',
    matterTitle: call.matter ?? '',
    purpose: call.purpose ?? '',
    outcome: call.outcome ?? '',
    holds: holdTimesOf(leg?.holdSpans ?? []),
  };
}

/** Fields that cannot be sent as they are, for a sentence at each. */
export type CorrectionFault = CorrectedTime | 'purpose' | 'outcome' | 'queueSeconds' | 'matter' | 'holds';

export function faultsOf(form: CorrectionForm): CorrectionFault[] {
  const faults: CorrectionFault[] = TIMES.filter(
    // When a call began is always known.
    (time) => wallTime(form[time], 'second') === null && (time === 'startedAt' || form[time].trim() !== ''),
  );
  for (const word of ['purpose', 'outcome'] as const)
    if (form[word].trim() !== '' && !callWordSchema.safeParse(form[word].trim()).success) faults.push(word);
  if (!/^(\d{1,5}(\.\d+)?)?$/.test(form.queueSeconds.trim()) || Number(form.queueSeconds) > 86_400)
    faults.push('queueSeconds');
  if ((form.matterReference.trim() === '') !== (form.matterTitle.trim() === '')) faults.push('matter');
  if (holdSpansOf(form.holds) === null) faults.push('holds');
  return faults;
}

/** Only what was changed in the dialog is sent: what was there stays as it was, to the second. */
export function changesBetween(before: CorrectionForm, after: CorrectionForm, zone: string): CorrectionChanges {
  return { ...timeChanges(before, after, zone), ...callChanges(before, after), ...legChanges(before, after) };
}

function timeChanges(before: CorrectionForm, after: CorrectionForm, zone: string): CorrectionChanges {
  const changes: CorrectionChanges = {};
  for (const field of TIMES) {
    if (after[field] === before[field]) continue;
    const wall = wallTime(after[field], 'second');
    const at = wall === null ? null : fromWallClock(wall, zone);
    if (field !== 'startedAt') changes[field] = at;
    else if (at) changes.startedAt = at;
  }
  return changes;
}

function callChanges(before: CorrectionForm, after: CorrectionForm): CorrectionChanges {
  const changes: CorrectionChanges = {};
  if (after.language && after.language !== before.language) changes.language = after.language;
  if (after.region.trim() !== before.region) changes.region = after.region.trim();
  if (after.direction !== before.direction) changes.direction = after.direction;
  if (after.classification !== before.classification) changes.classification = after.classification;
  for (const word of ['purpose', 'outcome'] as const)
    if (after[word].trim() !== before[word]) changes[word] = after[word].trim() || null;
  const [number, name] = [after.customerNumber.trim(), after.customerName.trim()];
  if (number || name) changes.customer = { ...(number && { number }), ...(name && { name }) };
  const [externalId, title] = [after.matterReference.trim(), after.matterTitle.trim()];
  if (externalId !== before.matterReference || title !== before.matterTitle)
    changes.matter = externalId ? { externalId, title } : null;
  return changes;
}

function legChanges(before: CorrectionForm, after: CorrectionForm): CorrectionChanges {
  const changes: CorrectionChanges = {};
  if (after.agentChannel && after.agentChannel !== before.agentChannel) changes.agentChannel = after.agentChannel;
  if (after.staffNumber.trim() !== before.staffNumber) changes.staffNumber = after.staffNumber.trim();
  if (after.queue.trim() !== before.queue) changes.queue = after.queue.trim() || null;
  const waited = after.queueSeconds.trim();
  if (waited !== before.queueSeconds) changes.queueSeconds = waited === '' ? null : Number(waited);
  if (after.hangupParty !== before.hangupParty) changes.hangupParty = after.hangupParty || null;
  if (after.transfer !== before.transfer) changes.transfer = after.transfer || null;
  if (after.consulted !== before.consulted)
    changes.consulted = after.consulted === '' ? null : after.consulted === 'yes';
  const [were, are] = [holdSpansOf(before.holds), holdSpansOf(after.holds)];
  if (are && JSON.stringify(are) !== JSON.stringify(were)) changes.holdSpans = are;
  return changes;
}
