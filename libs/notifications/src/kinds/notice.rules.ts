import { type DelegableWork, type EventDetails, type EventName } from '#contracts';
import { type RecipientGroup } from './recipient-groups.rules.js';

export type Words = readonly [zh: string, en: string];

/** Under what kinds lie where a person chooses how they are told, in this order. */
export const TOPICS = {
  account: ['账号与权限', 'Account and permissions'],
  installation: ['系统', 'Installation'],
  emergency: ['紧急打开', 'Emergency openings'],
  requests: ['法务申请', 'Legal requests'],
  grants: ['常规授权', 'Standing grants'],
  reviews: ['复核', 'Reviews'],
  corrections: ['通话更正', 'Corrections of calls'],
  disputes: ['申诉', 'Disputes'],
  promises: ['承诺', 'Promises'],
  calibrations: ['校准', 'Calibration'],
  checklists: ['评分表', 'Checklists'],
  coaching: ['辅导', 'Coaching'],
  bestCalls: ['范例', 'Best calls'],
  figures: ['班组指标', 'Figures of teams'],
} as const satisfies Record<string, Words>;

/** An event and the groups it notifies; `when` limits it, without it every event notifies. */
export interface Cause {
  event: EventName;
  to: readonly RecipientGroup[];
  when?: (details: Record<string, unknown>) => boolean;
}

export const on = <N extends EventName>(
  event: N,
  to: readonly RecipientGroup[],
  when?: (details: EventDetails<N>) => boolean,
): Cause => ({ event, to, ...(when && { when: when as Cause['when'] }) });

/** All that the product knows of a kind of notification. Of an alarm the alarm says in what words, and where it leads. */
export interface Notice {
  topic: keyof typeof TOPICS;
  on: readonly Cause[];
  /** What it is about where it is about no request: its kind, and the detail of the event that holds its id; the first that the event has. */
  about?: Readonly<Record<string, string>>;
  /** Where it leads: the screen, with what is known of it in braces. Left out: the person's call, or the request. */
  link?: string;
  /** Where it leads those who may see standing grants. */
  linkOfGrantReaders?: string;
  /** Security, rights, emergencies and alarms: bell and mail cannot be turned off, and wait neither for quiet hours nor for a digest. */
  must?: true;
  /** The work with which a deputy is told of it in place of the person who is away. */
  deputy?: DelegableWork;
  /** Its name where a person chooses. */
  setting: Words;
  /** Under the bell, after signing in: it may name people and numbers. */
  bell?: Words;
  /** The same once what was waiting for the person waits no longer (`OVER`). */
  over?: Words;
  /** What a mail or a chat is about; left out where `state` is a sentence by itself. */
  thing?: Words;
  /** In a mail or a chat: what happened. No name, no customer, no word of a call. */
  state?: Words;
  /** What comes next. */
  next?: Words;
}

/** Keeps the names of a table's rows, and asks that each row is whole. */
export const notices = <Kind extends string>(rows: Record<Kind, Notice>): Record<Kind, Notice> => rows;
