import {
  callWordSchema,
  CORRECTED_FACTS,
  LEG_FACTS,
  type CallDetail,
  type CorrectedFact,
  type CorrectionChanges,
  type Leg,
} from '#contracts';
import { wallTime, fromWallClock, toWallClock } from '../../../format/wall-time.rules.js';

/** Facts of a leg that are typed or chosen, each as text; holds have fields of their own. */
export type TypedFact = Exclude<CorrectedFact, 'holdSpans'>;

/**
 * What the dialog shows, as text: times by the site's wall clock as people type them, `yes` and `no`, empty where nothing is known.
 */
export interface CorrectionForm extends Record<TypedFact, string> {
  startedAt: string;
  language: 'zh' | 'en' | '';
  region: string;
  direction: NonNullable<CallDetail['direction']>;
  classification: CallDetail['classification'];
  agentChannel: 'left' | 'right' | null;
  staffNumber: string;
  customerNumber: string;
  customerName: string;
  matterReference: string;
  matterTitle: string;
  purpose: string;
  outcome: string;
  holds: readonly HoldTimes[];
}

const isTyped = (name: CorrectedFact): name is TypedFact => name !== 'holdSpans';
const TYPED = CORRECTED_FACTS.filter(isTyped);
type OfKind<K> = { [F in TypedFact]: (typeof LEG_FACTS)[F]['kind'] extends K ? F : never }[TypedFact];
const ofKind = <K extends string>(...kinds: K[]) =>
  TYPED.filter((name): name is OfKind<K> => (kinds as string[]).includes(LEG_FACTS[name].kind));

export const TIMES = ['startedAt', ...ofKind('time')] as const;
type CorrectedTime = (typeof TIMES)[number];
/** What the company and its telephone system know of the leg besides when it was. */
export const LINE_FACTS: readonly TypedFact[] = ofKind('text', 'seconds', 'choice', 'yes_no');

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
    ...(Object.fromEntries(TYPED.map((name) => [name, typed(name, leg, wall)])) as Record<TypedFact, string>),
    agentChannel: call.recordings.find(({ channels }) => channels === 2)?.agentChannel ?? null,
    staffNumber: leg?.agent?.staffNumber ?? '',
    customerNumber: '',
    customerName: '',
    matterReference: call.matterReference ?? '',
    matterTitle: call.matter ?? '',
    purpose: call.purpose ?? '',
    outcome: call.outcome ?? '',
    holds: holdTimesOf(leg?.holdSpans ?? []),
  };
}

function typed(name: TypedFact, leg: Leg | undefined, wall: (at: string | null | undefined) => string): string {
  const value = leg?.[name] ?? null;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return LEG_FACTS[name].kind === 'time' ? wall(String(value)) : String(value);
}

/** Fields that cannot be sent as they are, for a sentence at each. */
export type CorrectionFault = CorrectedTime | TypedFact | 'purpose' | 'outcome' | 'matter' | 'holds';

export function faultsOf(form: CorrectionForm): CorrectionFault[] {
  const faults: CorrectionFault[] = TIMES.filter(
    // When a call began is always known.
    (time) => wallTime(form[time], 'second') === null && (time === 'startedAt' || form[time].trim() !== ''),
  );
  for (const word of ['purpose', 'outcome'] as const)
    if (form[word].trim() !== '' && !callWordSchema.safeParse(form[word].trim()).success) faults.push(word);
  for (const name of ofKind('seconds'))
    if (!/^(\d{1,5}(\.\d+)?)?$/.test(form[name].trim()) || Number(form[name]) > mostOf(name)) faults.push(name);
  if ((form.matterReference.trim() === '') !== (form.matterTitle.trim() === '')) faults.push('matter');
  if (holdSpansOf(form.holds) === null) faults.push('holds');
  return faults;
}

/** The most seconds that a fact may have. */
export function mostOf(name: TypedFact): number {
  const row = LEG_FACTS[name];
  return row.kind === 'seconds' ? row.most : Infinity;
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
  const facts = LINE_FACTS.filter((name) => after[name].trim() !== before[name]);
  Object.assign(changes, Object.fromEntries(facts.map((name) => [name, factFrom(name, after[name].trim())])));
  const [were, are] = [holdSpansOf(before.holds), holdSpansOf(after.holds)];
  if (are && JSON.stringify(are) !== JSON.stringify(were)) changes.holdSpans = are;
  return changes;
}

function factFrom(name: TypedFact, text: string): string | number | boolean | null {
  if (text === '') return null;
  const { kind } = LEG_FACTS[name];
  if (kind === 'yes_no') return text === 'yes';
  return kind === 'seconds' ? Number(text) : text;
}

/** A stretch on hold as the dialog shows it: minutes and seconds from the start of the recording. */
export interface HoldTimes {
  from: string;
  to: string;
}

/** `1:06`, or `1:06.4` where it is not a whole second. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${rest}`;
}

/** @returns milliseconds, or null where it is no such time */
export function clockMs(text: string): number | null {
  const [, minutes, seconds, rest = ''] = /^(\d{1,4})[:：]([0-5]\d)(?:\.(\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (minutes === undefined) return null;
  return (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
}

export const holdTimesOf = (spans: Leg['holdSpans']): HoldTimes[] =>
  spans.map(({ fromMs, toMs }) => ({ from: clockText(fromMs), to: clockText(toMs) }));

/** Lines that were left empty are none. @returns null where one is no stretch */
export function holdSpansOf(times: readonly HoldTimes[]): Leg['holdSpans'] | null {
  const spans: Leg['holdSpans'] = [];
  for (const { from, to } of times.filter((one) => one.from.trim() || one.to.trim())) {
    const [fromMs, toMs] = [clockMs(from), clockMs(to)];
    if (fromMs === null || toMs === null || toMs <= fromMs) return null;
    spans.push({ fromMs, toMs });
  }
  return spans;
}
