import { commandHere } from './link.rules.js';
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
      /company-zh or --company-en is missing[\s\S]*IANA[\s\S]*only one/,
    );
  });

  it('takes one name of each, and no country for granted', () => {
    const once = ['--person', '1,lena,Lena Vogt', '--person', '2,max,Max Brandt'];
    const place = ['--company-en', 'Green Valley', '--time-zone', 'Europe/Berlin'];
    expect(readArguments([...place, ...once], 'zh_CN.UTF-8')).toMatchObject({
      ...{ company: { zh: '', en: 'Green Valley' }, region: null, language: 'en' },
      people: [{ name: { zh: 'Lena Vogt', en: 'Lena Vogt' } }, { name: { zh: 'Max Brandt' } }],
    });
    expect(readArguments([...GOOD, '--region', 'us-ca'], 'zh_CN.UTF-8')).toMatchObject({
      ...{ region: 'US-CA', language: 'zh' },
    });
    expect(readArguments([...GOOD, '--language', 'en'], 'zh_CN.UTF-8').language).toBe('en');
    expect(() => readArguments([...GOOD, '--region', 'Germany'])).toThrow(/--region/);
  });

  it('takes one person alone, who can choose single-approver mode', () => {
    const given = ['--company-en', 'Green Valley', '--time-zone', 'Europe/Berlin', '--person', '1,lena,Lena Vogt'];
    expect(readArguments(given).people.map(({ username }) => username)).toEqual(['lena']);
  });

  it('refuses the same person twice', () => {
    expect(() => readArguments([...GOOD.slice(0, 8), '--person', '10001,other,赵敏,Min Zhao'])).toThrow(
      /same staff number/,
    );
  });
});

describe('the command that is printed', () => {
  it('names the installation that it was printed by', () => {
    expect(commandHere({}, '--show')).toBe('npm run first-administrator -- --show');
    const place = { SHOUWEN_DATA_DIR: "/srv/our calls/it's", SHOUWEN_PORT: '3190', SHOUWEN_SECRET: 'no' };
    expect(commandHere(place, '--show')).toBe(
      String.raw`SHOUWEN_DATA_DIR='/srv/our calls/it'\''s' SHOUWEN_PORT=3190 npm run first-administrator -- --show`,
    );
  });
});
