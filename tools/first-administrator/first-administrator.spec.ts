import { readArguments } from './read-arguments.rules.js';

const GOOD = [
  ...['--company-zh', '绿谷银行', '--company-en', 'Green Valley Bank', '--time-zone', 'Asia/Shanghai'],
  ...['--person', '10001,Zhao.Min,赵敏,Min Zhao', '--person', '10002，chen.wei，陈伟，Wei Chen'],
];

describe('the arguments of first-administrator', () => {
  it('reads two people, with either comma', () => {
    const { people, timeZone } = readArguments(GOOD);
    expect(timeZone).toBe('Asia/Shanghai');
    expect(people.map(({ username, name }) => [username, name.zh])).toEqual([
      ['zhao.min', '赵敏'],
      ['chen.wei', '陈伟'],
    ]);
  });

  it('names everything that is wrong at once', () => {
    expect(() => readArguments(['--time-zone', 'Mars/Base', '--person', 'only one'])).toThrow(
      /company-zh is missing[\s\S]*company-en is missing[\s\S]*IANA[\s\S]*only one[\s\S]*exactly two/,
    );
  });

  it('refuses the same person twice', () => {
    expect(() => readArguments([...GOOD.slice(0, 8), '--person', '10001,other,赵敏,Min Zhao'])).toThrow(
      /same staff number/,
    );
  });
});
