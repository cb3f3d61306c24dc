import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { hindrances, leave, openScreen, picture, prove, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [product, browser, folder] = await Promise.all([
    House.open(),
    startBrowser(),
    mkdtemp(join(tmpdir(), 'shouwen-company-')),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(folder, { recursive: true });
});

const HEAD = '工号,中文姓名,英文姓名,班组,用户名,语言,角色\n';
const GOOD = '5001,方宁,Ning Fang,客服一组,ning.fang,zh,supervisor\n';

/** The page or the rail is larger than its place, in either direction. */
const OVERFLOWS = `[document.documentElement, document.querySelector('.rail')].some(
  (part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight)`;
const SETTLED = 'Promise.all(document.getAnimations().map((moving) => moving.finished))';
const ADMIN_ENTRIES = 13;

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  await page.locator('input[type=file]').setInputFiles(path);
}

describe('a new colleague', () => {
  it('is imported after the file’s errors are mended, invited, reads the notice, and gets a role from a second person', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/people/import');
    await chooseFile(page, 'wrong.csv', `${HEAD}${GOOD}5002,,X,没有的组,,,\n`);
    await prove(page);
    await page.getByText('没有名为“没有的组”的班组。').waitFor();
    expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
    await picture(page, 'company-import-wrong');
    await chooseFile(page, 'good.csv', HEAD + GOOD);
    await page.getByText('新账号 1 个，待批准的角色 1 个').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('已导入。').waitFor();

    await page.goto(`${product.baseUrl}/people?search=5001`);
    await page.getByRole('link', { name: '方宁' }).click();
    await page.getByRole('button', { name: '发出邀请' }).click();
    const code = (await page.locator('.invitation-code').textContent()) ?? '';
    await picture(page, 'company-person');
    expect(await hindrances(page)).toEqual([]);

    const theirs = await openScreen(browser);
    // A link brings both along, as the set-up prints it.
    await theirs.page.goto(`${product.baseUrl}/open-account#username=ning.fang&code=0000-0000-0000-0000`);
    await theirs.page.getByRole('button', { name: '下一步' }).click();
    await theirs.page.getByText('用户名或邀请码不正确').waitFor();
    await theirs.page.locator('#open-code').fill(code);
    await theirs.page.getByRole('button', { name: '下一步' }).click();
    await theirs.page.getByText('公司对公务电话录音').waitFor();
    await theirs.page.locator('#new-password').fill(PASSWORD);
    await theirs.page.locator('#new-again').fill(PASSWORD);
    await theirs.page.getByRole('button', { name: '开通账号' }).click();
    await theirs.page.getByText('请先阅读并勾选确认。').waitFor();
    await theirs.page.getByRole('checkbox').check();
    await picture(theirs.page, 'company-open-account');
    expect(await hindrances(theirs.page)).toEqual([]);
    await theirs.page.getByRole('button', { name: '开通账号' }).click();
    await theirs.page.getByRole('link', { name: '去登录' }).click();
    await theirs.page.locator('#username').fill('ning.fang');
    await theirs.page.locator('#password').fill(PASSWORD);
    await theirs.page.locator('#password').press('Enter');
    await theirs.page.locator('.shell').waitFor();

    await page.goto(`${product.baseUrl}/role-proposals`);
    await page.getByText('您提议的，由同事决定').waitFor();
    const legal = await openScreen(browser);
    await signIn(legal.page, product, 'legal', '/role-proposals');
    await picture(legal.page, 'company-proposals');
    expect(await hindrances(legal.page)).toEqual([]);
    await legal.page.getByRole('button', { name: '批准 方宁' }).click();
    await prove(legal.page);
    await legal.page.getByText('没有待审批的角色。').waitFor();
    // She opened the account with a code that the administrator had, too: the role waits until another person has asked her.
    await theirs.page.reload();
    await theirs.page.getByText('以下角色待同事确认账号在您本人手中后生效：主管').waitFor();
    await picture(theirs.page, 'company-waits');
    await legal.page.reload();
    await legal.page.getByRole('button', { name: '确认是本人' }).click();
    await legal.page.getByRole('button', { name: '确定', exact: true }).click();
    await legal.page.getByText('等待确认的权限').waitFor({ state: 'hidden' });
    await theirs.page.goto(`${product.baseUrl}/calls`);
    await theirs.page.locator('.rail a', { hasText: '通话' }).waitFor();

    // Invited again: the rights wait until a second person has confirmed that it is her.
    await page.goto(`${product.baseUrl}/people?search=5001`);
    await page.getByRole('link', { name: '方宁' }).click();
    await page.getByRole('button', { name: '重置密码' }).click();
    await page.getByRole('button', { name: '确定', exact: true }).click();
    await page.locator('.suspension').waitFor();
    await page.getByText('账号还没有开通。本人用邀请码开通后才能确认。').waitFor();
    await picture(page, 'company-suspended');
    expect(await hindrances(page)).toEqual([]);
    await legal.page.goto(`${product.baseUrl}/role-proposals`);
    await legal.page.getByText('账号还没有开通。本人用邀请码开通后才能确认。').waitFor();
    const again = (await page.locator('.invitation-code').textContent()) ?? '';
    await theirs.page.goto(`${product.baseUrl}/open-account#username=ning.fang&code=${again}`);
    await theirs.page.getByRole('button', { name: '下一步' }).click();
    await theirs.page.getByRole('checkbox').check();
    await theirs.page.locator('#new-password').fill(PASSWORD);
    await theirs.page.locator('#new-again').fill(PASSWORD);
    await theirs.page.getByRole('button', { name: '开通账号' }).click();
    await theirs.page.getByRole('link', { name: '去登录' }).waitFor();
    await legal.page.reload();
    await legal.page.getByRole('button', { name: '确认是本人' }).click();
    await picture(legal.page, 'company-suspensions');
    expect(await hindrances(legal.page)).toEqual([]);
    await legal.page.getByRole('button', { name: '确定', exact: true }).click();
    await legal.page.getByText('等待确认的权限').waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    await Promise.all([close(), theirs.close(), legal.close()]);
  });
});

describe('the company', () => {
  it('changes its cadence, which explains itself, and tells of a colleague who was faster', async () => {
    const [one, two] = [await openScreen(browser), await openScreen(browser)];
    await signIn(one.page, product, 'admin', '/company');
    await signIn(two.page, product, 'admin', '/company');
    for (const { page } of [one, two]) {
      await page.getByLabel('响铃秒数').fill('2');
      await page.getByText('不到 18 秒接听').waitFor();
    }
    await picture(one.page, 'company-profile');
    await one.page.getByRole('button', { name: '保存' }).click();
    await one.page.getByText('第 2 版').waitFor();
    await two.page.getByRole('button', { name: '保存' }).click();
    await two.page.getByText('别人保存了公司资料').waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  it('proposes the country of its clock once its region is cleared, and says with the field what a region decides', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/company');
    const region = page.getByRole('combobox', { name: '地区' }).first();
    const hint = (await region.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${hint}"]`).textContent()).not.toBe('');
    const proposal = page.getByRole('button', { name: /属于.+：使用该地区/ });
    expect(await proposal.count()).toBe(0);
    const field = page.locator('.admin-field', { has: page.locator(`[aria-describedby="${hint}"]`) });
    await field.hover();
    await field.locator('.ant-select-clear').first().click();
    await proposal.click();
    await proposal.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('says which facts tell who calls, and how many of them are needed', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/company');
    await page.getByRole('checkbox', { name: '由公司规定哪些信息算数' }).press('Space');
    const facts = page.getByRole('group', { name: '核实身份' });
    await facts.getByRole('checkbox', { name: '姓名' }).press('Space');
    await facts.getByRole('checkbox', { name: '业务日期' }).press('Space');
    await facts.getByRole('spinbutton', { name: '至少核对几种' }).fill('3');
    await facts.getByRole('spinbutton', { name: '至少核对几种' }).press('Tab');
    expect(await hindrances(page)).toEqual([]);
    await picture(page, 'company-identity');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('有未保存的改动').waitFor({ state: 'hidden' });
    const kept = `company where profile->'identity'->>'enough' = '3' and not profile->'identity'->'facts' ? 'name'
      and profile->'identity'->'facts' ? 'secret'`;
    expect(await product.count(kept)).toBe(1);
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByText('Choose which facts count').waitFor();
    expect(await hindrances(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it.each([
    ['zh', { bar: '主导航', more: '更多', here: '更多，当前页：电话', shut: '关闭', telephony: '电话', other: '公司' }],
    [
      'en',
      {
        bar: 'Main navigation',
        more: 'More',
        here: 'More, current page: Telephony',
        shut: 'Close',
        telephony: 'Telephony',
        other: 'Company',
      },
    ],
  ] as const)(
    'keeps four screens and “more” in the bar of a phone: %s',
    async (language, { bar, more, here, shut, telephony, other }) => {
      await product.database.query(`update account set language = $1 where username = 'admin'`, [language]);
      const { page, errors, close } = await openScreen(browser, { width: 390, height: 844 });
      await signIn(page, product, 'admin', '/telephony');
      const rail = page.getByRole('navigation', { name: bar });
      expect(await rail.getByRole('link').count()).toBe(4);
      expect(await page.evaluate(OVERFLOWS)).toBe(false);
      await picture(page, `company-bar-${language}-390`);
      const bell = page.locator('button:has(.anticon-bell)');
      await bell.click();
      await page.locator('.ant-popover').waitFor();
      await page.evaluate(SETTLED);
      await picture(page, `company-bell-${language}-390`);
      const { x, width } = (await page.locator('.ant-popover').boundingBox()) ?? { x: -1, width: 0 };
      expect([x >= 0, x + width <= 390]).toEqual([true, true]);
      await bell.click();
      await page.locator('.ant-popover').waitFor({ state: 'hidden' });
      await rail.getByRole('button', { name: here, exact: true }).focus();
      await page.keyboard.press('Enter');
      const rest = page.getByRole('dialog', { name: more });
      expect(await rest.locator('[aria-current=page]').textContent()).toBe(telephony);
      await page.evaluate(SETTLED);
      await picture(page, `company-more-${language}-390`);
      expect(await hindrances(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await rest.waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      expect(await rest.getByRole('button', { name: shut, exact: true }).count()).toBe(1);
      await rest.getByRole('link', { name: other, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/company/profile');
      await rest.waitFor({ state: 'hidden' });
      await page.setViewportSize({ width: 1280, height: 720 });
      expect(await rail.getByRole('link').count()).toBe(ADMIN_ENTRIES);
      expect(await rail.getByRole('button').count()).toBe(0);
      expect(await page.evaluate(OVERFLOWS)).toBe(false);
      await picture(page, `company-rail-${language}-1280`);
      expect(errors).toEqual([]);
      await close();
      await product.database.query(`update account set language = 'zh' where username = 'admin'`);
    },
  );

  it('makes everyone read a new notice before they go on, its author first', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/company/notice');
    await page.locator('#notice-zh').fill('公司对公务电话录音。本版本补充：录音保存三年，到期销毁。请阅读全文后确认。');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByRole('heading', { name: '通话录音告知' }).waitFor();
    await page.getByText('录音保存三年').waitFor();
    await picture(page, 'company-notice-step');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '我已阅读并知悉' }).click();
    await page.locator('.shell').waitFor();
    await close();
  });
});
