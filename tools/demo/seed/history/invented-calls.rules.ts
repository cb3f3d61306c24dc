import { DateTime } from 'luxon';
import { type Bilingual, type Language } from '#contracts';

/** Who takes invented calls, and how well: the share of items that come out met on an ordinary day. */
export interface InventedAgent {
  readonly username: string;
  readonly language: Language;
  readonly skill: number;
  /** Added to `skill` over the month: some people learn. */
  readonly gain: number;
}

export interface InventedCall {
  /** `2026-03-12/agent/3`, the same in every run of a day. */
  readonly key: string;
  readonly username: string;
  readonly language: Language;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: Date;
  readonly queueSeconds: number;
  readonly ringSeconds: number;
  readonly talkSeconds: number;
  readonly queue: string;
  readonly matter: string;
  readonly customer: string;
  readonly hangupParty: 'agent' | 'customer';
  /** The share of its items that come out met, 0–1. */
  readonly skill: number;
}

export const INVENTED_DAYS = 30;

const MATTERS: readonly Bilingual[] = [
  { zh: '账单有疑问', en: 'Question about a bill' },
  { zh: '新卡未收到', en: 'Card not received' },
  { zh: '退款进度', en: 'State of a refund' },
  { zh: '更改联系电话', en: 'New telephone number' },
  { zh: '转账失败', en: 'Transfer failed' },
  { zh: '额度调整', en: 'Change of a limit' },
];
const QUEUES = ['billing', 'cards', 'service'] as const;
/** Calls of an hour, from 9 to 18: most before noon and in the middle of the afternoon. */
const HOURS = [9, 9, 10, 10, 10, 11, 11, 13, 14, 14, 15, 15, 15, 16, 16, 17] as const;

/**
 * A month of calls up to yesterday, for a demonstration: working days have most of them.
 * @param random numbers from 0 to below 1; the same numbers give the same month
 */
export function inventedCalls(
  agents: readonly InventedAgent[],
  now: Date,
  timeZone: string,
  random: () => number,
): InventedCall[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const days = Array.from({ length: INVENTED_DAYS }, (_, back) => today.minus({ days: INVENTED_DAYS - back }));
  return days.flatMap((day, at) =>
    agents.flatMap((agent) =>
      Array.from({ length: callsOn(day, random) }, (_, n) => {
        const skill = agent.skill + (agent.gain * at) / INVENTED_DAYS;
        return inventedCall({ ...agent, skill }, day, `${day.toISODate()}/${agent.username}/${n}`, random);
      }),
    ),
  );
}

const callsOn = (day: DateTime, random: () => number): number =>
  day.weekday > 5 ? Math.floor(random() * 2) : 4 + Math.floor(random() * 4);

const one = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)] as T;

function inventedCall(
  { username, language, skill }: InventedAgent,
  day: DateTime,
  key: string,
  random: () => number,
): InventedCall {
  const minute = Math.floor(random() * 60);
  const startedAt = day.set({ hour: one(HOURS, random), minute, second: Math.floor(random() * 60) });
  const number = String(1000 + Math.floor(random() * 9000));
  return {
    ...{ key, username, language, skill, startedAt: startedAt.toJSDate() },
    direction: random() < 0.85 ? 'inbound' : 'outbound',
    queueSeconds: Math.floor(random() * 40),
    // Three rings last 15 seconds here; one call in twelve or so rings longer.
    ringSeconds: random() < 0.08 ? 16 + Math.floor(random() * 10) : 3 + Math.floor(random() * 11),
    talkSeconds: 60 + Math.floor(random() * random() * 540),
    queue: one(QUEUES, random),
    matter: one(MATTERS, random)[language],
    customer: `13${Math.floor(random() * 10)}****${number}`,
    hangupParty: random() < skill ? 'customer' : 'agent',
  };
}
