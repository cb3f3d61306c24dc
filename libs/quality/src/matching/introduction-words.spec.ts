import { loadLexicons } from '../lexicons/load-lexicons.js';
import { readIntroductions } from './introduction-words.rules.js';

const { classes } = loadLexicons().zh;
const words = readIntroductions(classes.introductions, classes.notNames)!;

it('tells persons, and what they do, by a stretch alone', () => {
  for (const said of ['我是小李', '我叫王芳', '客服代表小陈为您服务', '我系阿强在呢', '我这边是李老师']) {
    expect(words.person.test(said)).toBe(true);
    expect(words.jobOnly.test(said)).toBe(false);
  }
  for (const said of ['我马上办', '安排', '我立刻处理'])
    expect([words.person, words.bare].some((one) => one.test(said))).toBe(false);
  for (const said of ['客服代表', '我是客服', '今天值班的']) expect(words.jobOnly.test(said)).toBe(true);
});

it('comes to an end of what a recogniser repeats without one', () => {
  for (const loop of ['我是', '叫我', '客服代表', '在呢']) {
    const said = `${loop.repeat(200)}!`;
    expect([words.person, words.bare, words.jobOnly].some((one) => one.test(said))).toBe(false);
  }
});
