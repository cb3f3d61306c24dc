import { type Option, type SentenceField } from './sentence.js';

const option = (value: Option['value'], zh: string, en: string): Option => ({ value, zh, en });

export const choice = (
  standard: Option['value'] | undefined,
  ...options: [Option['value'], string, string][]
): SentenceField => ({
  type: 'choice',
  options: options.map((one) => option(...one)),
  ...(standard !== undefined && { standard }),
});

export const choices = (
  standard: readonly Option['value'][] | undefined,
  ...options: [Option['value'], string, string][]
): SentenceField => ({
  type: 'choices',
  options: options.map((one) => option(...one)),
  ...(standard && { standard }),
});

export const LISTS: SentenceField = { type: 'lists' };
export const QUERY: SentenceField = { type: 'query' };

export const SPEAKER = choice(
  'agent',
  ['agent', '坐席', 'the agent'],
  ['customer', '客户', 'the customer'],
  ['anyone', '任何一方', 'anyone'],
);

export const ZONE = choice(
  'anywhere',
  ['anywhere', '在整通电话里', 'anywhere in the call'],
  ['opening', '在开场', 'in the opening'],
  ['closing', '在结尾', 'in the closing'],
  ['first_turn', '在第一个话轮', 'in the first turn'],
  ['last_turn', '在最后一个话轮', 'in the last turn'],
);

/** What the telephone system says of a leg; numbers are given by themselves. */
export const FACTS = choice(
  undefined,
  ['direction', '通话方向', 'the direction'],
  ['ringSeconds', '振铃秒数', 'the seconds it rang'],
  ['hangupParty', '挂机方', 'who hung up'],
  ['transfer', '转接', 'the transfer'],
  ['consulted', '转接前是否与同事说过', 'whether a colleague was told before the transfer'],
  ['noticeGiven', '是否告知录音', 'whether the recording notice was given'],
  ['noticeBy', '由谁告知录音', 'who gave the recording notice'],
  ['quietHours', '是否在禁呼时段', 'whether it was called in quiet hours'],
  ['talkSeconds', '通话秒数', 'the seconds it lasted'],
);

const yesNo: readonly Option[] = [option(true, '是', 'yes'), option(false, '否', 'no')];

/** The values of a fact; a fact that is not here is a number. */
export const FACT_VALUES: Readonly<Record<string, readonly Option[]>> = {
  direction: [
    option('inbound', '呼入', 'inbound'),
    option('outbound', '呼出', 'outbound'),
    option('internal', '内部', 'internal'),
  ],
  hangupParty: [
    option('agent', '坐席', 'the agent'),
    option('customer', '客户', 'the customer'),
    option('system', '系统', 'the system'),
  ],
  transfer: [
    option('none', '没有转接', 'none'),
    option('blind', '直接转接', 'a blind transfer'),
    option('warm', '先沟通后转接', 'a warm transfer'),
  ],
  consulted: yesNo,
  noticeGiven: yesNo,
  noticeBy: [
    option('announcement', '语音播报', 'an announcement'),
    option('agent', '坐席', 'the agent'),
    option('contract', '合同约定', 'the contract'),
  ],
  quietHours: yesNo,
};

/** How a query is said. */
export const QUERY_SENTENCE = {
  lines: [
    {
      zh: '{speaker}{zone}说到{lookFor}[（开头 {firstSeconds} 秒内）]',
      en: '{speaker} says {lookFor} {zone}[, within the first {firstSeconds} seconds]',
    },
  ],
  fields: { speaker: SPEAKER, zone: ZONE, lookFor: LISTS, firstSeconds: { type: 'number', least: 1, most: 3600 } },
} as const satisfies { lines: readonly { zh: string; en: string }[]; fields: Record<string, SentenceField> };
