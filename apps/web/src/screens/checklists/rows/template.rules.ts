import { CHECK_SENTENCES } from '#quality/screens';
import { CHECKLIST_COLUMNS, MOST_IMPORT_ROWS, type Bilingual, type ChecklistColumn } from '#contracts';

/** What a template is made of: rows of text, the first of them the heading. */
export interface TemplateSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** In characters. */
  readonly widths: readonly number[];
}

type TemplateLanguage = 'zh' | 'en';
const COLUMNS = Object.keys(CHECKLIST_COLUMNS) as ChecklistColumn[];

/** Rows that show how it is meant: something said, something not said, and something left to a person. */
const EXAMPLES: Record<TemplateLanguage, readonly Partial<Record<ChecklistColumn, string>>[]> = {
  zh: [
    {
      ...{ section: '开场', itemZh: '问候', weight: '10', clause: '客服规范 2.1', how: '说到' },
      ...{ phrasesZh: '您好；早上好', phrasesEn: 'good morning;hello', speaker: '坐席', zone: '开场', seconds: '20' },
      adviceZh: '接通后先问好',
    },
    {
      ...{
        section: '服务',
        itemZh: '没有推诿',
        weight: '10',
        critical: '整张表',
        clause: '客服规范 3.2',
        how: '不能说',
      },
      ...{ phrasesZh: '不归我们管；您找别人吧', speaker: '坐席', zone: '全程' },
      adviceZh: '说明由谁处理、何时答复',
    },
    { section: '服务', itemZh: '语气亲切', weight: '5', how: '由人判断' },
  ],
  en: [
    {
      ...{ section: 'Opening', itemEn: 'Greeting', weight: '10', clause: 'Policy 2.1', how: 'says' },
      ...{
        phrasesZh: '您好；早上好',
        phrasesEn: 'good morning;hello',
        speaker: 'agent',
        zone: 'opening',
        seconds: '20',
      },
      adviceEn: 'Greet before anything else',
    },
    {
      ...{ section: 'Service', itemEn: 'No deflection', weight: '10', critical: 'form', clause: 'Policy 3.2' },
      ...{ how: 'must not say', phrasesEn: 'that is not our department;call someone else', speaker: 'agent' },
      ...{ zone: 'anywhere', adviceEn: 'Say who will take care of it and when' },
    },
    { section: 'Service', itemEn: 'Friendly tone', weight: '5', how: 'Left to a person' },
  ],
};

const kinds = (language: TemplateLanguage): string =>
  CHECK_SENTENCES.filter(({ kind }) => kind !== 'phrase')
    .map(({ name }) => name[language])
    .join(language === 'zh' ? '、' : ', ');

/** What each column takes. */
const EXPLAINED: Record<ChecklistColumn, Bilingual> = {
  section: {
    zh: '必填。留空表示与上一行同一环节。',
    en: 'Needed. Left empty: that of the row above.',
  },
  itemZh: { zh: '中文、英文两列至少填一列。', en: 'One of the two languages is needed.' },
  itemEn: { zh: '中文、英文两列至少填一列。', en: 'One of the two languages is needed.' },
  weight: { zh: '必填。0 至 1000 的整数。', en: 'Needed. A whole number from 0 to 1000.' },
  critical: {
    zh: '是：未达成时本环节清零；整张表：未达成时整张表清零；留空：不是关键项。',
    en: 'yes: when not met, the section has no points; form: the whole form has none; empty: not critical.',
  },
  clause: { zh: '可以不填。依据的制度条款。', en: 'May be empty. The clause of the policy that it rests on.' },
  how: {
    zh: `说到、不能说，或下列任何一种：${kinds('zh')}。没有写说法又留空时，由人判断。`,
    en: `says, must not say, or any of: ${kinds('en')}. Left empty without phrases, a person judges it.`,
  },
  phrasesZh: {
    zh: '要听的话。每行一种，或用分号隔开。(很|非常)抱歉 表示任选其一；.. 表示中间最多隔两个字，... 最多六个字。',
    en: 'What to listen for in Chinese. One a line, or set apart by semicolons. (a|b) is a choice; .. up to two words between, ... up to six.',
  },
  phrasesEn: {
    zh: '英文通话里要听的话，写法相同。',
    en: 'What to listen for in English, written in the same way.',
  },
  speaker: { zh: '坐席（留空时）、客户、任何一方。', en: 'agent (where empty), customer, anyone.' },
  zone: { zh: '全程（留空时）、开场、结尾。', en: 'anywhere (where empty), opening, closing.' },
  seconds: {
    zh: '可以不填。只看开头这么多秒，1 至 3600。',
    en: 'May be empty. Only the first so many seconds, 1 to 3600.',
  },
  adviceZh: {
    zh: '可以不填。没有达成时给坐席看的建议。',
    en: 'May be empty. Shown to an agent who did not meet it, in Chinese.',
  },
  adviceEn: { zh: '可以不填。同上，英文。', en: 'May be empty. The same in English.' },
  id: {
    zh: '可以不填。已有评分项的编号，如 opening.hello：编号或名称相同的评分项沿用原编号，趋势不断。',
    en: 'May be empty. The id of an item that there is, like opening.hello: an item with the same id or title goes on under its id, and so do its trends.',
  },
};

/** The sheet to fill in, with its heading in a language, and one that explains each column in both. */
export function templateSheets(language: TemplateLanguage): [TemplateSheet, TemplateSheet] {
  const heading = COLUMNS.map((column) => CHECKLIST_COLUMNS[column][language]);
  const examples = EXAMPLES[language].map((row) => COLUMNS.map((column) => row[column] ?? ''));
  const explained = COLUMNS.map((column) => [
    CHECKLIST_COLUMNS[column].zh,
    EXPLAINED[column].zh,
    CHECKLIST_COLUMNS[column].en,
    EXPLAINED[column].en,
  ]);
  const about = [
    '',
    `每行一个评分项，最多 ${MOST_IMPORT_ROWS} 行。只读第一张工作表。`,
    '',
    `One row is one item, at most ${MOST_IMPORT_ROWS} rows. The first sheet alone is read.`,
  ];
  return [
    { name: language === 'zh' ? '评分表' : 'Checklist', rows: [heading, ...examples], widths: COLUMNS.map(() => 18) },
    {
      name: '说明 Explained',
      rows: [['列', '怎样填写', 'Column', 'What to write'], ...explained, about],
      widths: [18, 60, 22, 60],
    },
  ];
}

/** The same rows as CSV, with the mark by which spreadsheets know UTF-8. */
export function templateCsv(language: TemplateLanguage): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const [{ rows }] = templateSheets(language);
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
