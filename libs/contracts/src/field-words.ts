import { type z } from 'zod';
import { type Bilingual } from './language.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with one field of a request, in both languages. The schema's own words (`inWords`) where it has any. */
export function fieldWords(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected);
    case 'invalid_value':
      return choiceWords(issue.values.map(String));
    case 'too_small':
    case 'too_big':
      return boundWords(issue);
    case 'invalid_format':
      return formatWords(issue.format);
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `must be a multiple of ${issue.divisor}` };
    case 'unrecognized_keys':
      return { zh: `有不认识的字段：${issue.keys.join('、')}`, en: `has unknown fields: ${issue.keys.join(', ')}` };
    case 'invalid_key':
      return { zh: '有不认识的名称', en: 'has names that are not known here' };
    case 'invalid_element':
      return { zh: '有一项不符合要求', en: 'has an entry that is not acceptable' };
    case 'invalid_union':
      return { zh: '不属于可接受的形式', en: 'is not a form that is accepted here' };
    case 'custom':
      return wordsOf(issue.params) ?? OTHER;
    default:
      return OTHER;
  }
}

const OTHER: Bilingual = { zh: '内容不符合要求', en: 'is not acceptable' };

const TYPES: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  date: { zh: '日期', en: 'a date' },
  bigint: { zh: '整数', en: 'a whole number' },
  map: { zh: '对象', en: 'an object' },
  set: { zh: '列表', en: 'a list' },
  file: { zh: '文件', en: 'a file' },
  null: { zh: 'null', en: 'null' },
};

const REQUIRED: Bilingual = { zh: '必填', en: 'is required' };
const LEFT_OUT: Bilingual = { zh: '不能填写', en: 'must be left out' };

/** zod has names of its own for what has to be there, or may not be: no person would know them. */
function typeWords(expected: string): Bilingual {
  const type = TYPES[expected];
  if (type) return { zh: `应为${type.zh}`, en: `must be ${type.en}` };
  if (expected === 'nonoptional') return REQUIRED;
  return ['never', 'undefined', 'void'].includes(expected) ? LEFT_OUT : OTHER;
}

function choiceWords(values: readonly string[]): Bilingual {
  if (values.length === 1) return { zh: `应为 ${values[0]}`, en: `must be ${values[0]}` };
  return { zh: `应为以下之一：${values.join('、')}`, en: `must be one of: ${values.join(', ')}` };
}

type Bound = Extract<Issue, { code: 'too_small' | 'too_big' }>;

function boundWords(issue: Bound): Bilingual {
  const [small, n] = issue.code === 'too_small' ? [true, issue.minimum] : [false, issue.maximum];
  const { zh, en, amount } = unitOf(issue.origin, Number(n));
  if (small && n === 1 && amount) return { zh: '不能为空', en: 'must not be empty' };
  if (issue.exact) return { zh: `须正好 ${n}${zh}`, en: `must be exactly ${n}${en}` };
  if (small) {
    if (issue.inclusive === false) return { zh: `须大于 ${n}${zh}`, en: `must be more than ${n}${en}` };
    return { zh: `至少 ${n}${zh}`, en: `must be at least ${n}${en}` };
  }
  if (issue.inclusive === false) return { zh: `须小于 ${n}${zh}`, en: `must be less than ${n}${en}` };
  return { zh: `最多 ${n}${zh}`, en: `must be at most ${n}${en}` };
}

function unitOf(origin: string, n: number): Bilingual & { amount: boolean } {
  if (origin === 'string') return { zh: ' 个字符', en: n === 1 ? ' character' : ' characters', amount: true };
  if (origin === 'array' || origin === 'set') return { zh: ' 项', en: n === 1 ? ' entry' : ' entries', amount: true };
  return { zh: '', en: '', amount: false };
}

const FORMATS: Record<string, Bilingual> = {
  uuid: { zh: '应为编号（UUID）', en: 'must be an id (UUID)' },
  email: { zh: '应为电子邮件地址', en: 'must be an e-mail address' },
  url: { zh: '应为网址', en: 'must be a URL' },
  datetime: {
    zh: '应为带时区的时间，如 2026-03-12T14:02:00+08:00',
    en: 'must be a time with its zone, like 2026-03-12T14:02:00+08:00',
  },
  date: { zh: '应为日期，如 2026-03-12', en: 'must be a date, like 2026-03-12' },
  time: { zh: '应为时刻，如 14:02', en: 'must be a time of day, like 14:02' },
};

const formatWords = (format: string): Bilingual => FORMATS[format] ?? { zh: '格式不对', en: 'has the wrong format' };

function wordsOf(params: Record<string, unknown> | undefined): Bilingual | undefined {
  return params?.['words'] as Bilingual | undefined;
}
