import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '..');
const KIT = ['components/tabs.tsx', 'components/acts.tsx', 'components/admin-page.tsx', 'components/form/fields.tsx'];
const sources = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !KIT.includes(name))
    .map((name) => [name, readFileSync(join(SRC, name), 'utf8')]),
);

/** Values that a form, a filter or a judgement has. What of a page is shown is chosen by `ViewTabs`, its parts by `PartTabs`. */
const VALUES = new Set(
  `account/account-screen account/told-form calibrations/judged-item call/card/card-pane call/card/card-standing
  call/call-head checklists/overtaken data-requests/new-data-request-screen holds/new-hold-screen
  integrations/endpoint-row reports/mail/subscribe-dialog reports/hours-section reports/reports-screen
  search/search-screen trust/trust-screen`
    .split(/\s+/)
    .map((name) => `screens/${name}.tsx`),
);

const buttonsIn = (block: string): boolean[] =>
  [...block.matchAll(/<(?:Button|AskFirst|Popconfirm)\b((?:[^<>]|=>)*)/g)].map(([, props = '']) =>
    props.includes('type="primary"'),
  );
const blocks = (source: string, pattern: RegExp): boolean[][] =>
  [...source.matchAll(pattern)].map(([, block = '']) => buttonsIn(block)).filter((buttons) => buttons.includes(true));

/** What is not in its place in one file. */
function misplaced(name: string, source: string): string[] {
  const ends = [
    ...blocks(source, /<FormBar\b([\s\S]*?)<\/FormBar>/g),
    ...blocks(source, /const acts = ([\s\S]*?)\n {2}\);/g),
  ];
  const starts = blocks(source, /<Acts>([\s\S]*?)<\/Acts>/g);
  return [
    ...(/role="tab(list)?"|\bTabs\b[^;]*from 'antd'|className="(?:[^"]*\s)?tabs[\s"]/.test(source)
      ? ['tabs of its own']
      : []),
    ...(/<Segmented\b/.test(source) && !VALUES.has(name) ? ['a Segmented that is no value of a form'] : []),
    ...(/className="[^"]*\badmin-(actions|bar|acts)\b/.test(source) ? ['a row of buttons of its own'] : []),
    ...(/<Link\b[^>]*>\s*(?:<LeftOutlined[^>]*>\s*)?\{t\('[\w.]+\.back'\)\}/.test(source)
      ? ['a way back that is no Back']
      : []),
    ...(ends.some((buttons) => !buttons.at(-1)) ? ['a primary button that is not the last at the end'] : []),
    ...(starts.some((buttons) => !buttons[0]) ? ['a primary button that is not the first of its acts'] : []),
    ...(/\bconst head = [^;]*type="primary"/.test(source) ? ['a primary button beside the title'] : []),
  ].map((fault) => `${name}: ${fault}`);
}

it('tabs have one look, and what is done first has one place', () => {
  expect(sources.size).toBeGreaterThan(300);
  expect([...sources].flatMap(([name, source]) => misplaced(name, source))).toEqual([]);
  for (const name of VALUES) expect(sources.get(name)).toContain('<Segmented');
});

it.each([
  ['tabs of its own', `<div role="tablist" />`],
  ['tabs of its own', `import { Button, Tabs } from 'antd';`],
  ['a Segmented that is no value of a form', `<Segmented value={view} />`],
  ['a row of buttons of its own', `<div className="admin-actions" />`],
  ['a way back that is no Back', `<p className="note"><Link to="/plans">{t('plans.back')}</Link></p>`],
  [
    'a primary button that is not the last at the end',
    `<FormBar notes={null}><Button type="primary" onClick={() => go()}>1</Button><Button>2</Button></FormBar>`,
  ],
  [
    'a primary button that is not the first of its acts',
    `<Acts><Button>1</Button><Button type="primary">2</Button></Acts>`,
  ],
  ['a primary button beside the title', `  const head = (\n    <Button type="primary">1</Button>\n  );`],
])('finds %s', (fault, source) => {
  expect(misplaced('planted.tsx', source)).toEqual([`planted.tsx: ${fault}`]);
});
