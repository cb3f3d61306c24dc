import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { roleSchema, type Role } from '#contracts';
import { parseEnv } from '#platform';
import { seedHistory } from '../../tools/demo/seed/history/seed-history.js';
import { PEOPLE } from '../../tools/demo/seed/organisation.js';
import { House } from '../support/house.js';
import { addresses } from './every-screen/addresses.js';
import { goesAndComes, installed, kept, signsInAgain, signsOut, takesNewVersion } from './every-screen/installed.js';
import { disputeByKeyboard, requestByKeyboard, reviewByKeyboard } from './every-screen/journeys.js';
import { COVERING, type Look, WHOLE } from './every-screen/looks.js';
import { ScreenWalk } from './every-screen/screen-walk.js';
import { leave, openScreen, SHOTS, signIn, startBrowser } from './screen.js';
import { fillProduct } from './tour/scene.js';
import { DEEP } from '../support/deep.js';

/**
 * Every screen, as the roles that see it: axe (WCAG 2.0 to 2.2, A and AA) finds nothing, and no text is in the wrong language, cut off, over
 * another text or beside the page. Ordinarily each screen once in each language, each theme, the smallest and a middle size;
 * `npm run test:deep` has every size with every theme and language.
 */
const LOOKS = DEEP ? WHOLE : COVERING;
/** As many roles have a screen looked at. */
const ROLES_FOR_A_SCREEN = DEEP ? 8 : 1;
/** No link leads there, a menu or a button does. */
const BY_BUTTON: Partial<Record<Role, string[]>> = {
  legal_requester: ['/legal/requests/new', '/data-requests/new', '/holds/new'],
  // Home leads there while a correction waits; a mail's link, to a report that is sent no longer.
  supervisor: ['/corrections', '/reports/mail/0197b0f4-0000-7000-8000-000000000000'],
};
const WALK_MS = 20 * 60_000;

let product: House;
let browser: Browser;
let screens: readonly string[];
let callId: string;
const seen = new Map<string, number>();
/** What was looked at whole, with axe: another person's page of the same screen is looked at without. */
const looked = new Set<string>();

beforeAll(async () => {
  [product, browser, screens] = await Promise.all([House.open(), startBrowser(), addresses()]);
  await fillProduct(product);
  const call = `select id from call where external_id = 'zh-deflection'`;
  callId = await idOf(call);
  BY_BUTTON.quality_manager = [
    `/back-tests/${await idOf(`select id from quality_run where kind = 'back_test'`)}`,
    ...['/checklist-library', '/help/quality-manager'],
  ];
  await seedHistory(
    parseEnv({ SHOUWEN_DATABASE_URL: product.databaseUrl, SHOUWEN_DATA_DIR: product.dataDir }),
    product.ownerUrl,
  );
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function idOf(query: string): Promise<string> {
  const { rows } = await product.database.query<{ id: string }>(query);
  if (!rows[0]) throw new Error(`There is none: ${query}`);
  return rows[0].id;
}

const ONE_OF_EACH = roleSchema.options.flatMap((role) => PEOPLE.find((person) => person.role === role) ?? []);

it.each(ONE_OF_EACH)(
  'finds nothing that hinders a person on the screens of $role',
  async ({ username, role }) => {
    const { page, close } = await openScreen(browser, { own: true });
    await signIn(page, product, username, '/home');
    const walk = await ScreenWalk.begin(page, screens);
    const isNew = (screen: string, look: Look) => {
      const key = [screen, look.language, look.theme].join(' ');
      return !looked.has(key) && looked.add(key);
    };
    const [first, ...others] = LOOKS;
    if (!first) throw new Error('There is no look');
    await walk.be(first);
    const begins = ['/home', '/account', ...(BY_BUTTON[role] ?? [])];
    const found = await walk.follow(begins, first, {
      enough: (screen) => !begins.includes(screen) && (seen.get(screen) ?? 0) >= ROLES_FOR_A_SCREEN,
      axe: (screen) => Boolean(isNew(screen, first)),
    });
    for (const look of others) {
      const left = found.filter(({ screen }) => isNew(screen, look));
      if (left.length > 0) await walk.be(look);
      for (const one of left) await walk.look(one, look, true);
    }
    for (const { screen } of found) seen.set(screen, (seen.get(screen) ?? 0) + 1);
    // Jest tells of nothing before the last walk is over.
    await mkdir(SHOTS, { recursive: true });
    if (walk.faults.length > 0) await writeFile(join(SHOTS, `walk-${username}.txt`), walk.faults.join('\n'));
    expect(walk.faults).toEqual([]);
    await close();
  },
  WALK_MS,
);

it('left no screen out', () => {
  expect(screens.length).toBeGreaterThan(50);
  expect(screens.filter((screen) => !seen.has(screen))).toEqual([]);
});

describe('without a mouse', () => {
  it.each([
    ['a call is heard, judged and published', reviewByKeyboard],
    ['a result is contested', disputeByKeyboard],
    ['recordings are asked for', requestByKeyboard],
  ])('%s, and the focus is always seen', async (_, journey) => {
    const { page, errors, close } = await openScreen(browser, { own: true });
    expect(await journey(page, product.baseUrl, callId)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('installed', () => {
  it('keeps the program and nothing of a call, opens without a server, takes a new version, and is forgotten', async () => {
    const page = await installed(browser, product, callId);
    const held = await kept(page);
    expect(held.length).toBeGreaterThan(20);
    expect(held.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
    await goesAndComes(page);
    await takesNewVersion(page);
    await signsOut(page);
    await signsInAgain(page);
    await page.context().close();
  });

  it.each(['zh', 'en'])('has a name and icons in %s', async (language) => {
    const manifest = (await (await fetch(`${product.baseUrl}/manifest.${language}.webmanifest`)).json()) as {
      name: string;
      icons: { src: string }[];
    };
    expect(manifest.name).toMatch(language === 'zh' ? /首问/ : /Shouwen/);
    for (const { src } of manifest.icons) {
      const icon = await fetch(product.baseUrl + src);
      expect([src, icon.status, icon.headers.get('content-type')]).toEqual([src, 200, expect.stringMatching(/^image/)]);
    }
  });
});
