import { type Fact, type FoldedCall, type LegFields } from '../../fold/model.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { seeded } from '../../records/seeded.fixture.js';
import { asterisk } from './asterisk.rules.js';
import { Pbx, type Installation, type Made, type MadeCall, type MadeLeg } from './generated-calls.fixture.js';
import { SCENARIOS } from './generated-scenarios.fixture.js';

export const OPTIONS = { zone: 'UTC', home: 'CN' as const, map: {} };

export const INSTALLATIONS: Installation[] = [
  {
    ...{ prefix: 'pbx7-', trunk: 'carrier', inside: 'office', outside: 'incoming', technology: 'PJSIP' },
    ...{ agents: ['2001', '2002', '2003', '2004'], queues: { '6100': 'sales', '6200': 'vip-line' } },
  },
  {
    ...{ prefix: '', trunk: 'gw_01', inside: 'from-internal', outside: 'from-trunk', technology: 'SIP' },
    ...{ agents: ['31', '32', '33', '34', '35'], queues: { '900': '900', '901': '901' } },
  },
  {
    ...{ prefix: '', trunk: 'provider', inside: 'from-internal', outside: 'from-pstn', technology: 'PJSIP' },
    ...{ agents: ['4101', '4102', '4103', '4104'], queues: { '600': '600', '601': '601' }, members: 'kept' },
  },
  {
    ...{ prefix: 'hk-', trunk: 'provider', inside: 'staff', outside: 'lines', technology: 'PJSIP' },
    ...{ agents: ['501', '502', '503', '504'], queues: { '7000': 'help', '7001': 'sales' }, members: 'optimised' },
  },
];

export function make(house: Installation, calls: number, seed: number): Made {
  const pbx = new Pbx(house, Date.UTC(2026, 10, 30, 8), seeded(seed));
  const names = Object.keys(SCENARIOS);
  for (let call = 0; call < calls; call++) {
    SCENARIOS[names[call % names.length] as string]?.(pbx);
    pbx.wait(3000, 9000);
  }
  return pbx.made;
}

export const FILES = ['cel', 'queueLog', 'cdr'] as const;
export type File = (typeof FILES)[number];

export const recordsOf = (made: Made, files: readonly File[]): TelephonyRecord[] =>
  files.flatMap((file) => {
    const read = asterisk.read({ name: file, text: made[file].join('\n') }, OPTIONS);
    if (!read || read.unread.length > 0) throw new Error(`${file} cannot be read`);
    return read.records;
  });

/** The legs that the telephones of the company know of. */
export const TOLD = /^(agent|queue|consult)$/;

/** A value that was stated is wrong if it is another than what was; one that was not stated is never wrong. */
export function wrongs(calls: readonly FoldedCall[], truth: readonly MadeCall[]): string[] {
  const found = new Set<FoldedCall>();
  const wrong = truth.flatMap((want) => {
    const got = calls.find((call) => near(call.facts.startedAt, want.startedAt) && !found.has(call));
    if (!got) return [];
    found.add(got);
    const { facts, legs } = got;
    const customer = facts.customer?.value.digits ?? undefined;
    const compared = [
      ...(differs(facts.direction?.value, want.direction) ? ['direction'] : []),
      ...(customer !== undefined && customer !== want.customer ? [`customer ${customer}`] : []),
      ...(differs(facts.queue?.value, want.queue) ? ['queue'] : []),
      ...(differs(facts.outcome?.value, want.outcome) ? [`outcome ${facts.outcome?.value} for ${want.outcome}`] : []),
      ...(differs(facts.hangupSide?.value, want.hangupSide) ? [`hang-up by ${facts.hangupSide?.value}`] : []),
      ...(off(facts.endedAt, want.endedAt) ? ['end'] : []),
      ...(off(facts.answeredAt, want.answeredAt) ? ['answer'] : []),
      ...got.contradictions.map((one) => `contradiction ${JSON.stringify(one)}`),
      ...legWrongs(
        legs.map((leg) => leg.facts).filter(({ kind }) => TOLD.test(kind?.value ?? '')),
        want.legs,
      ),
    ];
    return compared.map((what) => `${want.scenario} ${new Date(want.startedAt).toISOString()}: ${what}`);
  });
  const extra = calls.filter((call) => !found.has(call) && call.facts.startedAt);
  return [...wrong, ...extra.map(({ id }) => `extra ${id}`)];
}

const differs = (got: string | undefined, want: string | null): boolean => got !== undefined && got !== want;
const near = (fact: Fact<number> | undefined, at: number): boolean =>
  fact !== undefined && Math.abs(fact.value - at) <= fact.within * 1000 + 100;
const off = (fact: Fact<number> | undefined, want: number | null | undefined): boolean =>
  fact !== undefined && !(typeof want === 'number' && near(fact, want));

type Known = { [F in keyof LegFields]?: Fact<LegFields[F]> };

function legWrongs(got: Known[], want: readonly MadeLeg[]): string[] {
  const free = [...want];
  return got.flatMap((leg) => {
    const alike = free
      .filter(({ kind, extension }) => kind === leg.kind?.value && (leg.extension?.value ?? extension) === extension)
      .toSorted((a, b) => Number(off(leg.endedAt, a.endedAt)) - Number(off(leg.endedAt, b.endedAt)));
    const [own] = alike;
    if (!own) return [`leg ${leg.kind?.value} ${leg.extension?.value} that was not`];
    free.splice(free.indexOf(own), 1);
    const rang = leg.ringSeconds;
    return [
      ...(differs(leg.outcome?.value, own.outcome) ? [`${leg.outcome?.value} for ${own.outcome}`] : []),
      ...(off(leg.endedAt, own.endedAt) ? ['end'] : []),
      ...(off(leg.answeredAt, own.answeredAt) ? ['answer'] : []),
      ...(rang && Math.abs(rang.value - (own.ringSeconds ?? -9)) > rang.within + 0.1 ? [`rang ${rang.value}`] : []),
      ...(leg.holdSpans && leg.holdSpans.value.length !== (own.holds ?? 0) ? ['holds'] : []),
      ...(leg.transfer && leg.transfer.value.kind !== own.transfer?.kind ? ['transfer'] : []),
      ...(leg.transfer?.value.to && leg.transfer.value.to !== own.transfer?.to ? ['transfer to'] : []),
    ].map((what) => `leg ${own.kind} ${own.extension}: ${what}`);
  });
}
