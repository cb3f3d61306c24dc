import { type UnreadLine } from '#telephony/rules';

export type Language = 'zh' | 'en';

export const USAGE: Record<Language, string> = {
  en: `npm run -s calls -- FOLDER [--all] [--zone ZONE] [--country CN|US] [--map FILE.json]

Reads the records of a telephone system in FOLDER and prints one line of JSON for each call. Nothing is sent or stored.
  --all       the legs of menus and of numbers outside, too
  --zone      the time zone of times that name none, such as Asia/Shanghai (otherwise UTC)
  --country   whose numbers are dialled without a prefix
  --map       names of columns, the file's on the left, ours on the right: {"name": "ours"}
Exit code 0: all lines were read. 1: some were not, and are named. 2: nothing could be read.`,
  zh: `npm run -s calls -- 文件夹 [--all] [--zone 时区] [--country CN|US] [--map 文件.json]

读取文件夹中电话系统的记录，每通电话打印一行 JSON。不发送也不保存任何内容。
  --all       也打印菜单和外部号码的通话段
  --zone      未写明时区的时间所属的时区，例如 Asia/Shanghai（默认 UTC）
  --country   哪个国家的号码拨打时不加前缀
  --map       列名对照，左边是文件的列名，右边是本程序的列名：{"name": "ours"}
退出码 0：所有行都已读取。1：有些行未能读取，已列出。2：什么也未能读取。`,
};

type Problem = 'no_folder' | 'no_records' | 'zone' | 'country' | 'map' | 'one_folder';

const PROBLEMS: Record<Problem, Record<Language, (about: string) => string>> = {
  no_folder: {
    en: (about) => `${about} is not a folder that can be read. Check the path.`,
    zh: (about) => `${about} 不是可以读取的文件夹。请检查路径。`,
  },
  no_records: {
    en: (about) =>
      `No file in ${about} holds records of a telephone system that Shouwen knows. If the columns have other names, say so with --map.`,
    zh: (about) => `${about} 中没有首问能识别的电话系统记录文件。如果列名不同，请用 --map 说明。`,
  },
  zone: {
    en: (about) => `${about} is not a time zone. Use a name such as Asia/Shanghai.`,
    zh: (about) => `${about} 不是时区。请使用 Asia/Shanghai 这样的名称。`,
  },
  country: {
    en: (about) => `${about} is not a country whose numbering plan is known. Use CN or US.`,
    zh: (about) => `${about} 不是已知编号方案的国家。请使用 CN 或 US。`,
  },
  map: {
    en: (about) => `${about} does not hold names of columns. Write {"name": "ours"} as JSON.`,
    zh: (about) => `${about} 中没有列名对照。请用 JSON 写成 {"name": "ours"}。`,
  },
  one_folder: { en: () => 'Name one folder.', zh: () => '请指定一个文件夹。' },
};

/** What is wrong with how the command was called, in words to act on. */
export class CallsProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly about = '',
  ) {
    super(problem);
  }
}

export const problemWords = ({ problem, about }: CallsProblem, language: Language): string =>
  PROBLEMS[problem][language](about);

const LINES: Record<UnreadLine['what'], Record<Language, string>> = {
  columns: { en: 'has fewer columns than the file should have', zh: '的列数不足' },
  time: { en: 'has a time that cannot be read', zh: '的时间无法读取' },
  value: { en: 'has a word or number that its column cannot have', zh: '中有该列不能有的词语或数字' },
  event: { en: 'names an event that is none', zh: '的事件名称无效' },
};

export const lineWords = (file: string, { line, what }: UnreadLine, language: Language): string =>
  language === 'zh' ? `${file} 第 ${line} 行${LINES[what].zh}。` : `${file}, line ${line} ${LINES[what].en}.`;

export const leftWords = (files: readonly string[], language: Language): string =>
  language === 'zh' ? `未作为记录读取：${files.join('、')}` : `Not read as records: ${files.join(', ')}`;

export const takenWords = (source: string, label: string, records: number, language: Language): string => {
  const tried = label === 'verified';
  return language === 'zh'
    ? `${source}：${records} 条记录（${tried ? '已用真实记录验证' : '按文档编写，未用真实系统验证'}）`
    : `${source}: ${records} records (${tried ? 'tried on real records' : 'written from its documentation, not tried on a real system'})`;
};
