import { DateTime } from 'luxon';
import {
  type AccessRow,
  type Bilingual,
  type CertificateRow,
  type JournalRow,
  type Language,
  type OpenGrant,
  type PastCorrection,
  type UnusualFinding,
} from '#contracts';
import { csvLine } from '#platform/rules';

/** How a file is written: its words and its clock. */
export interface Manner {
  language: Language;
  timeZone: string;
}

/** What a part of the audit looks like as a file: the line of names, then one line for each row. */
export interface Sheet<T> {
  head: Record<Language, readonly string[]>;
  cells: (row: T, manner: Manner) => (string | number | null)[];
}

const YES: Record<Language, [string, string]> = { zh: ['否', '是'], en: ['no', 'yes'] };
const yes = (value: boolean, { language }: Manner): string => YES[language][value ? 1 : 0];
const when = (at: string, { timeZone }: Manner): string =>
  DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm:ss');
const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));
const name = (person: { name: Bilingual } | null, { language }: Manner): string | null =>
  person && person.name[language];

/** Closed words go out as they are in the journal, so that a file can be compared with the database and between languages. */
export const JOURNAL_SHEET: Sheet<JournalRow> = {
  head: {
    zh: ['序号', '已签名', '时间', '事件', '操作人', '对象', '编号', '通话', '内容', '已清除', '承诺值', '条目'],
    en: [
      ...['Position', 'Signed', 'Time', 'Event', 'By', 'About', 'Reference', 'Call', 'Details', 'Erased'],
      ...['Commitment', 'Entry'],
    ],
  },
  cells: (row, manner) => [
    row.position,
    yes(row.signed, manner),
    when(row.at, manner),
    row.event,
    name(row.actor, manner),
    name(row.subject, manner),
    row.reference,
    row.callId,
    row.details && JSON.stringify(row.details),
    yes(row.details === null, manner),
    row.commitment,
    row.entryId,
  ],
};

export const ACCESS_SHEET: Sheet<AccessRow> = {
  head: {
    zh: ['时间', '方式', '人员', '目的', '依据', '授权', '申请', '版本', '收听秒数', '发送秒数', '通话'],
    en: [
      ...['Time', 'Kind', 'Person', 'Purpose', 'Right', 'Grant', 'Request', 'Copy', 'Seconds heard', 'Seconds sent'],
      'Call',
    ],
  },
  cells: (row, manner) => [
    when(row.at, manner),
    row.kind,
    name(row.by, manner),
    row.purpose,
    row.right,
    row.grantCode,
    row.requestCode,
    row.rendition,
    seconds(row.heardMs),
    seconds(row.sentMs),
    row.callId,
  ],
};

export const GRANT_SHEET: Sheet<OpenGrant> = {
  head: {
    zh: [
      '授权',
      '依据',
      '人员',
      '角色',
      '申请',
      '目的',
      '方式',
      '版本',
      '录音数',
      '已用',
      '获准',
      '生效',
      '到期',
      '状态',
    ],
    en: [
      ...['Grant', 'Right', 'Person', 'Role', 'Request', 'Purpose', 'Actions', 'Copy', 'Recordings', 'Used', 'Allowed'],
      ...['From', 'Until', 'State'],
    ],
  },
  cells: (row, manner) => [
    row.code,
    row.right,
    name(row.person, manner),
    row.role,
    row.requestCode,
    row.purpose,
    row.actions.join(' '),
    row.rendition,
    row.recordings,
    row.plays?.used ?? null,
    row.plays?.allowed ?? null,
    when(row.validFrom, manner),
    when(row.expiresAt, manner),
    row.state,
  ],
};

export const UNUSUAL_SHEET: Sheet<UnusualFinding> = {
  head: {
    zh: ['规则', '人员', '播放次数', '该人员本期播放总数', '比较数据', '通话'],
    en: ['Rule', 'Person', 'Plays', 'Of this person in the period', 'Compared with', 'Calls'],
  },
  cells: ({ rule, person, plays, of, figures, examples }, manner) => [
    rule,
    name(person, manner),
    plays,
    of,
    Object.entries(figures)
      .map(([key, value]) => `${key} ${value}`)
      .join('; '),
    [...new Set(examples.map(({ callId }) => callId))].join(' '),
  ],
};

export const CORRECTION_SHEET: Sheet<PastCorrection> = {
  head: {
    zh: ['时间', '更正人', '来源', '更正内容', '原因', '现在会被拒绝的缘由', '改变了', '通话'],
    en: ['Time', 'By', 'From', 'Fields', 'Reason', 'Why it would be refused now', 'Moved', 'Call'],
  },
  cells: (row, manner) => [
    when(row.at, manner),
    name(row.by, manner),
    row.from,
    row.fields.join(' '),
    row.reason,
    row.why.join(' '),
    row.moved.join(' '),
    row.callId,
  ],
};

/** Says in the file itself that it is not everything. */
const CUT = {
  zh: (rows: number) => `只导出了前 ${rows} 条。请缩小筛选范围后再导出其余部分。`,
  en: (rows: number) => `Only the first ${rows} rows were exported. Narrow the filters to export the rest.`,
};
export const cutLine = (language: Language, rows: number): string => csvLine([CUT[language](rows)]);

export const CERTIFICATE_SHEET: Sheet<CertificateRow> = {
  head: {
    zh: ['证书', '签发时间', '销毁内容', '理由', '录音', '通话'],
    en: ['Certificate', 'Issued', 'Of', 'Reason', 'Recording', 'Call'],
  },
  cells: (row, manner) => [row.number, when(row.issuedAt, manner), row.of, row.reason, row.recordingId, row.callId],
};
