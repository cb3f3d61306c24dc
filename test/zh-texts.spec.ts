import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One word for one thing, as CONTRIBUTING.md has it: what must not occur in a text, and what is written instead. */
const VARIANTS: [RegExp, string][] = [
  [/检查清单|检查单|检查项|评分卡/, '评分表、评分项'],
  [/团队|客户方|客户项目/, '班组、委托方'],
  [/座席|班组长/, '坐席、主管'],
  [/留存|法律保全|法律保留/, '保存期限、法务保全'],
  [/遮蔽|遮盖|隐去/, '脱敏、隐藏、静音'],
  [/第二重验证|第二因素|双重验证|二次验证/, '两步验证、再次验证身份'],
  [/常设授权|长期授权|法务批准人/, '常规授权、法务审批人'],
  [/链头|账户|接口令牌|检索/, '日志头、账号、API 令牌、搜索'],
  [/[个份条]录音(?!编号|密钥)/, '段录音'],
  [/复议|否决/, '申诉、拒绝'],
  [/(?<!“[^”]*)你/, '您'],
  [/对[^，。；“”]{1,12}进行/, '动词直接带宾语'],
];

/** What sets Chinese apart from the Latin letters and digits in it. `{}` stands for what is filled in. */
const SPACING: [RegExp, string][] = [
  [/(?<![时分])[,;:?!]\p{Script=Han}|\p{Script=Han}[,;?!]|[^时分\P{Script=Han}]:/u, 'full-width punctuation'],
  [/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u, 'a space between Han and Latin'],
  [/[，。：；？！、（“《] | [，。：；？！、）”》]/, 'no space beside full-width punctuation'],
  [/"[^"]*\p{Script=Han}[^"]*"/u, '“ ” around Chinese'],
];

interface Text {
  where: string;
  text: string;
}

/** Scorecards keep these sentences and are replayed byte for byte: another word needs another number of the scoring engine. */
const KEPT = /quality\/src\/(?:call\/explain|checks\/)/;

const HAN = /\p{Script=Han}/u;
const files = (folder: string, fits: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fits.test(name) && !/spec|fixture|node_modules|(?:^|\/)dist\/|migrations|lexicons/.test(name))
    .map((name) => join(folder, name));

const unescaped = (literal: string) => literal.replace(/\$\{[^}]*\}|\{\{\w+\}\}/g, '{}').replace(/\\(.)/g, '$1');

/** Every text of the screens; of the server and its commands what is said in two languages. */
function textsOfCode(): Text[] {
  const screens = files('apps/web/src/locales/zh', /\.ts$/);
  const others = ['apps/api/src', 'apps/worker/src', 'apps/capture/src', 'libs', 'measure', 'tools'].flatMap((folder) =>
    files(folder, /\.ts$/),
  );
  const literal = String.raw`'((?:[^'\\\n]|\\.)*)'|${'`'}((?:[^${'`'}\\]|\\.)*)${'`'}`;
  const all = new RegExp(literal, 'g');
  const bilingual = new RegExp(
    String.raw`(?:\b(?:zh|todoZh):|\b(?:event|words|inWords|wrong|whole)\()\s*(?:${literal})`,
    'g',
  );
  return [...screens, ...others].flatMap((where, n) =>
    [...readFileSync(where, 'utf8').matchAll(n < screens.length ? all : bilingual)]
      .map(([, quoted, template]) => ({ where, text: unescaped(quoted ?? template ?? '') }))
      .filter(({ text }) => HAN.test(text)),
  );
}

/** The prose of the guides, line by line, without code. */
function textsOfGuides(): Text[] {
  return files('docs', /\.zh\.md$/).flatMap((where) =>
    readFileSync(where, 'utf8')
      .replace(/^ *```[\s\S]*?^ *```/gm, '')
      .replace(/`[^`\n]*`/g, 'x')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(?<=[。：？])\*\* |\*\*/g, '')
      .split('\n')
      .flatMap((line) => line.replace(/^\s*(?:[-#>]+|\d+\.)\s/, '').split('|'))
      .map((text) => ({ where, text: text.trim() }))
      .filter(({ text }) => HAN.test(text)),
  );
}

const faults = (texts: Text[], rules: [RegExp, string][]) =>
  texts.flatMap(({ where, text }) =>
    rules.filter(([found]) => found.test(text)).map(([, instead]) => `${where}: ${text} → ${instead}`),
  );

describe('the texts in Chinese', () => {
  const code = textsOfCode();
  const guides = textsOfGuides();

  it('are found', () => {
    expect(code.length).toBeGreaterThan(3_500);
    expect(guides.length).toBeGreaterThan(800);
  });

  it('say one word for one thing', () => {
    const free = [...code, ...guides].filter(({ where }) => !KEPT.test(where));
    expect(faults(free, VARIANTS)).toEqual([]);
  });

  it('are set as Chinese is', () => {
    expect(faults([...code, ...guides], SPACING)).toEqual([]);
  });

  it('see what must not occur', () => {
    const planted = ['检查清单', '请重试,然后', '共3段', '好 ，', '说"好"', '对录音进行转写', '2 个录音'];
    const seen = planted.map((text) => faults([{ where: '', text }], [...VARIANTS, ...SPACING]).length);
    expect(seen).toEqual(planted.map(() => 1));
  });
});
