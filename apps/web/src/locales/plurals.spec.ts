import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next, { type i18n } from 'i18next';
import * as enAtOnce from './en/index.js';
import * as enLater from './en/later.js';
import { THINGS } from './things.fixture.js';
import * as zhAtOnce from './zh/index.js';
import * as zhLater from './zh/later.js';

const en = { ...enAtOnce, ...enLater };
const zh = { ...zhAtOnce, ...zhLater };

type Tree = { [key: string]: string | Tree };
const sentences = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : sentences(value, `${path}${key}.`),
  );

const COUNTED = sentences(zh).flatMap(([key]) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : []));

describe('sentences that count', () => {
  let speech: i18n;
  beforeAll(async () => {
    speech = i18next.createInstance();
    const resources = { zh: { translation: zh }, en: { translation: en } };
    await speech.init({ lng: 'zh', fallbackLng: false, resources, interpolation: { escapeValue: false } });
  });
  const say = (lng: 'zh' | 'en', key: string, counts: number[]) =>
    counts.map((count) => String(speech.t(key as never, { lng, count, max: count, bytes: count, acknowledged: 1 })));

  it.each([
    ['fileImport.moreProblems', ['0 more errors are', '1 more error is', '2 more errors are'], '另有 2 处错误未列出。'],
    ['clients.people', ['0 people', '1 person', '2 people'], '2 人'],
    ['calls.group.count', ['0 calls', '1 call', '2 calls'], '2 通'],
    ['upload.start', ['Upload 0 files', 'Upload 1 file', 'Upload 2 files'], '上传 2 个文件'],
    ['calendar.added', ['0 days added', '1 day added', '2 days added'], '新增 2 天'],
    ['giveCode.left', ['0 seconds left;', '1 second left;', '2 seconds left;'], '还有 2 秒，之后需要重新输入密码。'],
    ['call.points', ['/ 0 points', '/ 1 point', '/ 2 points'], '/ 2 分'],
    ['integrations.answer', ['answer of 0 bytes', 'answer of 1 byte', 'answer of 2 bytes'], '答复 2 字节'],
    ['staffImport.accounts', ['0 new accounts', '1 new account', '2 new accounts'], '新账号 2 个'],
    ['person.wrongTries', ['0 wrong tries.', '1 wrong try.', '2 wrong tries.'], '输错 2 次。'],
  ])('%s: none, one and two', (key, english, chinese) => {
    const said = say('en', key, [0, 1, 2]);
    expect(said.map((sentence, count) => sentence.slice(0, english[count]?.length))).toEqual(english);
    expect(said[1]?.replace(english[1] ?? '', '')).not.toMatch(/^s\b/);
    expect(say('zh', key, [0, 1, 2])).toEqual([0, 1, 2].map((count) => chinese.replaceAll('2', String(count))));
  });

  it.each(COUNTED)('%s has words for every count in both languages', (key) => {
    for (const language of ['zh', 'en'] as const)
      for (const sentence of say(language, key, [0, 1, 2])) expect(sentence).not.toBe(key);
  });

  it('never counts one thing as several in English', () => {
    const wrong = sentences(en).filter(([key, words]) => !key.endsWith('_other') && THINGS.test(words));
    expect(wrong).toEqual([]);
  });
});
