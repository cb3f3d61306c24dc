import { parseArgs } from 'node:util';
import { type Bilingual } from '#contracts';

export interface FirstPerson {
  staffNumber: string;
  username: string;
  name: Bilingual;
}

export interface FirstArguments {
  company: Bilingual;
  timeZone: string;
  people: readonly [FirstPerson, FirstPerson];
}

export const USAGE = `npm run first-administrator -- \\
  --company-zh 绿谷银行 --company-en "Green Valley Bank" --time-zone Asia/Shanghai \\
  --person "10001,zhao.min,赵敏,Min Zhao" --person "10002,chen.wei,陈伟,Wei Chen"

Two people, each as staff number, user name, name in Chinese, name in English. It takes two, because
the people who give, approve and get a role are never the same. Each gets a link that opens the account once.

npm run first-administrator -- --show         the links that were not used yet
npm run first-administrator -- --again NAME   a new link, where one was lost or has expired
npm run first-administrator -- --second "10002,chen.wei,陈伟,Wei Chen"   one more, only where one administrator is alone`;

/** @throws Error that names every argument that cannot be used */
export function readArguments(args: readonly string[]): FirstArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { 'company-zh': text, 'company-en': text, 'time-zone': text, person: { ...text, multiple: true } },
  });
  const people = (values.person ?? []).map(personOf);
  const problems = [
    ...(['company-zh', 'company-en', 'time-zone'] as const)
      .filter((name) => !values[name]?.trim())
      .map((name) => `--${name} is missing`),
    ...(values['time-zone'] && !isTimeZone(values['time-zone'])
      ? ['--time-zone: it must be a zone of the IANA list, such as Asia/Shanghai']
      : []),
    ...people.filter((person) => typeof person === 'string'),
    ...(people.length === 2 ? [] : ['--person: it takes exactly two']),
  ];
  const good = people.filter((person): person is FirstPerson => typeof person !== 'string');
  const [first, second] = good;
  if (first && second && (first.staffNumber === second.staffNumber || first.username === second.username))
    problems.push('--person: the two have the same staff number or user name');
  if (problems.length > 0 || !first || !second) throw new Error(problems.join('\n'));
  const company = { zh: values['company-zh']?.trim() ?? '', en: values['company-en']?.trim() ?? '' };
  return { company, timeZone: values['time-zone'] ?? '', people: [first, second] };
}

function personOf(text: string): FirstPerson | string {
  const parts = text.split(/[,，]/).map((part) => part.trim());
  const [staffNumber = '', username = '', zh = '', en = ''] = parts;
  if (parts.length !== 4 || parts.some((part) => part === ''))
    return `--person "${text}": it must be staff number, user name, name in Chinese, name in English`;
  return { staffNumber, username: username.toLowerCase(), name: { zh, en } };
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
