import { parseArgs } from 'node:util';
import { inBoth, regionSchema, type Bilingual, type Language } from '#contracts';

export interface FirstPerson {
  staffNumber: string;
  username: string;
  name: Bilingual;
}

export interface FirstArguments {
  /** One of the two may be empty. */
  company: Bilingual;
  timeZone: string;
  /** null: the company profile says it later. */
  region: string | null;
  /** Of the company's people, these two included, until they choose otherwise. */
  language: Language;
  /** One or two. One alone gives no role to another, unless the company chooses to be a small house. */
  people: readonly FirstPerson[];
}

export const USAGE = `npm run first-administrator -- \\
  --company-en "Green Valley Bank" --time-zone Europe/Berlin \\
  --person "10001,lena.vogt,Lena Vogt" --person "10002,max.brandt,Max Brandt"

--company-zh, --company-en   the company's name, in one language or in both
--time-zone                  where it is, as Asia/Shanghai or Europe/Berlin
--region                     the country or state whose rules of consent hold, as CN, DE or US-CA; may be said later, on the Company screen
--language                   zh or en, of screens and mails until a person chooses: that of the company's only name unless said otherwise
--person                     staff number, user name, name; a name in the other language may follow: "10001,zhao.min,赵敏,Min Zhao"

Two people, because those who give, approve and get a role are never the same. A company of one to five can begin with one,
who chooses single-approver mode on the Company screen before the first recording. Each gets a link that opens the account once; the
second's is made with --again once the first person has signed in, so that no one holds both.

npm run first-administrator -- --show         the links that were not used yet
npm run first-administrator -- --again NAME   the second's link, or a new one where one was lost or has expired; others end
npm run first-administrator -- --second "10002,chen.wei,陈伟,Wei Chen"   one more, only where one administrator is alone`;

/** @param locale of the terminal, as `LANG` has it. @throws Error that names every argument that cannot be used */
export function readArguments(args: readonly string[], locale = ''): FirstArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ 'company-zh': text, 'company-en': text, 'time-zone': text, region: text, language: text },
      person: { ...text, multiple: true },
    },
  });
  const company = { zh: values['company-zh']?.trim() ?? '', en: values['company-en']?.trim() ?? '' };
  const region = values.region?.trim().toUpperCase() ?? null;
  const language = values.language ?? languageOf(company, locale);
  const people = (values.person ?? []).map(personOf);
  const problems = [
    ...(company.zh || company.en ? [] : ['--company-zh or --company-en is missing: one name is enough']),
    ...(values['time-zone']?.trim() ? [] : ['--time-zone is missing']),
    ...(region === null || regionSchema.safeParse(region).success ? [] : ['--region: a country like DE, or US-CA']),
    ...(language === 'zh' || language === 'en' ? [] : ['--language: zh or en']),
    ...(values['time-zone'] && !isTimeZone(values['time-zone'])
      ? ['--time-zone: it must be a zone of the IANA list, such as Asia/Shanghai']
      : []),
    ...people.filter((person) => typeof person === 'string'),
    ...(people.length === 1 || people.length === 2 ? [] : ['--person: it takes one or two']),
  ];
  const good = people.filter((person): person is FirstPerson => typeof person !== 'string');
  const [first, second] = good;
  if (first && second && (first.staffNumber === second.staffNumber || first.username === second.username))
    problems.push('--person: the two have the same staff number or user name');
  if (problems.length > 0 || !first) throw new Error(problems.join('\n'));
  const said = { region, language: language as Language };
  return { company, timeZone: values['time-zone'] ?? '', ...said, people: good };
}

/** A company with a name in one language speaks that one; with one in each, the terminal's. */
function languageOf({ zh, en }: Bilingual, locale: string): Language {
  if (zh === '' || en === '') return zh === '' ? 'en' : 'zh';
  return locale.startsWith('zh') ? 'zh' : 'en';
}

function personOf(text: string): FirstPerson | string {
  const parts = text.split(/[,，]/).map((part) => part.trim());
  const [staffNumber = '', username = '', name = '', other = ''] = parts;
  if (parts.length < 3 || parts.length > 4 || parts.slice(0, 3).includes(''))
    return `--person "${text}": it must be staff number, user name, name, and a name in the other language if there is one`;
  return { staffNumber, username: username.toLowerCase(), name: namesOf(name, other) };
}

/** Chinese characters tell which of two names is the Chinese one; of two in one script the first is. */
function namesOf(name: string, other: string): Bilingual {
  const han = /\p{Script=Han}/u;
  const [zh, en] = han.test(other) && !han.test(name) ? [other, name] : [name, other];
  return inBoth({ zh, en });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
