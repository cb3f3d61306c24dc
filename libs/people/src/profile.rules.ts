import { createHash } from 'node:crypto';
import { IANAZone } from 'luxon';
import { profilePartSchema, type Bilingual, type CompanyProfile, type ProfilePart } from '#contracts';
import { canonicalJson } from '#journal/rules';

/** The identity of a profile, which a scorecard names; the order of its keys does not matter. */
export const profileHash = (profile: CompanyProfile): string =>
  createHash('sha256').update(canonicalJson(profile)).digest('hex');

/** Which parts of a profile a change touches. */
export const changedParts = (before: CompanyProfile, after: CompanyProfile): ProfilePart[] =>
  profilePartSchema.options.filter(
    (part) => canonicalJson(before[part] ?? null) !== canonicalJson(after[part] ?? null),
  );

/** Whether a name is one of the tz database, `Asia/Shanghai`; offsets and abbreviations are not, for they know no summer time. */
export const isTimeZone = (name: string): boolean => name.includes('/') && IANAZone.isValidZone(name);

export interface ProfileProblem {
  path: string;
  words: Bilingual;
}

/** What is wrong with a profile whose shape is right: each in words, with its place. */
export function profileProblems(profile: CompanyProfile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const add = (path: string, zh: string, en: string) => problems.push({ path, words: { zh, en } });
  if (profile.names.zh.length + profile.names.en.length === 0)
    add(
      'names',
      '请至少填写一个公司名称，问候语要用它来核对。',
      'Give at least one name: greetings are checked against it.',
    );
  for (const [path, list] of wordLists(profile)) {
    const seen = new Set(list.map((word) => word.normalize('NFKC').toLowerCase()));
    if (seen.size < list.length) add(path, '同一名称出现了两次。', 'The same form occurs twice.');
    if (list.some((word) => !/[\p{L}\p{N}]/u.test(word)))
      add(path, '名称中至少要有一个字或数字。', 'A name needs at least one letter or digit.');
  }
  if (!isTimeZone(profile.timeZone)) add('timeZone', ...unknownZone(profile.timeZone));
  const regions = new Set<string>();
  for (const [index, hours] of (profile.quietHours ?? []).entries()) {
    const path = `quietHours.${index}`;
    if (!isTimeZone(hours.timeZone)) add(`${path}.timeZone`, ...unknownZone(hours.timeZone));
    if (hours.from === hours.to)
      add(path, '免打扰时段的开始和结束相同。', 'Quiet hours begin and end at the same time.');
    const key = `${hours.region} ${hours.timeZone}`;
    if (regions.has(key))
      add(path, `${hours.region} 在这个时区已有免打扰时段。`, `${hours.region} has quiet hours in this zone already.`);
    regions.add(key);
  }
  const hours = profile.workingHours;
  if (hours && hours.from >= hours.to)
    add('workingHours', '工作时间的结束必须晚于开始。', 'Working hours must end after they begin.');
  const { identity } = profile;
  if (identity && new Set(identity.facts).size < identity.facts.length)
    add('identity', '同一种身份信息出现了两次。', 'The same fact of identity occurs twice.');
  if (identity && identity.enough > identity.facts.length)
    add(
      'identity',
      `只选了 ${identity.facts.length} 种身份信息，不能要求核对 ${identity.enough} 种。`,
      `${identity.facts.length} facts of identity are chosen: ${identity.enough} of them cannot be asked for.`,
    );
  return problems;
}

const wordLists = ({ names, departments, hotwords }: CompanyProfile): [string, readonly string[]][] => [
  ['names.zh', names.zh],
  ['names.en', names.en],
  ['departments.zh', departments.zh],
  ['departments.en', departments.en],
  ['hotwords.zh', hotwords?.zh ?? []],
  ['hotwords.en', hotwords?.en ?? []],
];

const unknownZone = (name: string): [string, string] => [
  `没有名为“${name}”的时区，请从列表中选择，如 Asia/Shanghai。`,
  `There is no time zone “${name}”; choose one like Asia/Shanghai.`,
];
