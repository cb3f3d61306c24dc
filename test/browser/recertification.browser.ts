import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { leave, type Look, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

/** A round that asks about every kind of right, as the schedule opens one: of whom, by whom, and what a token may do. */
const ROUND = [
  `insert into service_token (id, name, scopes, token_hash, ending, asked_by_person_id, asked_at, expires_at)
     select gen_random_uuid(), 'Warehouse', '["calls.read"]', repeat('a', 64), 'wxyz', asks.person_id, now(), now() + interval '30 days'
     from account asks where asks.username = 'admin'`,
  `insert into group_role (id, group_name, role, created_by_person_id, created_at)
     select gen_random_uuid(), 'qa-leads', 'quality_manager', person_id, now() from account where username = 'admin'`,
  `insert into recertification_round (id, opened_at, due_at) values ('0197b1d4-0000-7000-8000-000000000001', now(), now() + interval '9 days')`,
  `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, client_id, state)
     select gen_random_uuid(), '0197b1d4-0000-7000-8000-000000000001', 'role', given.id, person.id, person.team_id, given.role, given.team_id,
       given.client_id, 'open' from role_assignment given join person on person.id = given.person_id`,
  `insert into recertification_item (id, round_id, kind, right_id, role, team_id, client_id, state)
     select gen_random_uuid(), '0197b1d4-0000-7000-8000-000000000001', 'grant', id, role, team_id, client_id, 'open' from standing_grant`,
  `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, state)
     select gen_random_uuid(), '0197b1d4-0000-7000-8000-000000000001', 'service_token', service.id, person.id, person.team_id, 'quality_manager', 'open'
     from service_token service join person on person.id = service.asked_by_person_id`,
  `insert into recertification_item (id, round_id, kind, right_id, role, state)
     select gen_random_uuid(), '0197b1d4-0000-7000-8000-000000000001', 'group', id, role, 'open' from group_role`,
];

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  for (const statement of ROUND) await product.database.query(statement);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function open(username: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  screen.page.setDefaultTimeout(15_000);
  await signIn(screen.page, product, username, '/recertification');
  return screen;
}

describe('a review of rights', () => {
  it('shows a supervisor what people of the team may do and who let them in, and takes an answer', async () => {
    const screen = await open('supervisor');
    const { page } = screen;
    const row = page.locator('tr', { hasText: '3068' });
    await row.getByText('由', { exact: false }).first().waitFor();
    // A supervisor is asked about the team alone: neither the company's tokens nor its groups.
    expect(await page.getByText('Warehouse', { exact: false }).count()).toBe(0);
    expect(await page.getByText('qa-leads', { exact: false }).count()).toBe(0);
    await lookAtScreen(screen, 'recertification-team-1440');
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: /保\s*留/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('仍在本组接听电话。');
    await dialog.getByRole('button', { name: /保\s*留/ }).click();
    const password = page.locator('input[type=password]');
    await password.fill(PASSWORD);
    await password.press('Enter');
    await page.locator('tr', { hasText: '3068' }).waitFor({ state: 'detached' });
    const { rows } = await product.database.query(
      `select count(*)::int as n from recertification_item item join person on person.id = item.person_id
       where item.state = 'kept' and person.staff_number = '3068' and item.reason = '仍在本组接听电话。'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    await screen.close();
  });

  it('shows an administrator tokens, groups and grants in English, in the dark, and nothing to answer of their own', async () => {
    const screen = await open('admin', { theme: 'dark', width: 1280, height: 800 });
    const { page } = screen;
    await page.getByRole('button', { name: /切换到英文/ }).click();
    await page.getByText('Service token Warehouse').waitFor();
    await page.getByText(/Group qa-leads/).waitFor();
    await page
      .getByText(/Standing grant SG-/)
      .first()
      .waitFor();
    const own = page.locator('tr', { hasText: 'Service token Warehouse' });
    await own.getByText(/never used/i).waitFor();
    expect(await own.getByRole('checkbox').count()).toBe(0);
    await lookAtScreen(screen, 'recertification-company-dark-1280');
    await screen.close();
  });
});
