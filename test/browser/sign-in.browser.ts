import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { freePort } from '../../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { Authenticator } from '../support/authenticator.js';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { CLIENT_ID, CLIENT_SECRET, TestProvider } from '../support/test-provider.js';
import { dialog, proveByPassword } from './proof.js';
import { hindrances, leave, openScreen, picture, signInByScreen, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let provider: TestProvider;
let folder: string;
/** As the browser knows the product: passkeys belong to a name, not to a number. */
let address: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  provider = await TestProvider.start(address);
  folder = await mkdtemp(join(tmpdir(), 'shouwen-oidc-'));
  const secretFile = join(folder, 'secret');
  await writeFile(secretFile, CLIENT_SECRET);
  const settings = {
    ...{ SHOUWEN_PORT: String(port), SHOUWEN_PUBLIC_URL: address },
    ...{ SHOUWEN_OIDC_ISSUER: provider.issuer, SHOUWEN_OIDC_CLIENT_ID: CLIENT_ID },
    ...{ SHOUWEN_OIDC_CLIENT_SECRET_FILE: secretFile, SHOUWEN_OIDC_GROUPS_CLAIM: 'groups' },
  };
  [product, browser] = await Promise.all([House.open(settings), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await provider?.stop();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('signing in through the company', () => {
  const atProvider = async (page: Page, name: string) => {
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Go' }).click();
  };

  it('is connected on the account page, lets in without a password, and proves again in a window of its own', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signInByScreen(page, { baseUrl: address } as House, 'auditor', '/account');
    await page.getByRole('button', { name: '绑定', exact: true }).click();
    await proveByPassword(page);
    await atProvider(page, 'subject-of-audit');
    await page.getByText(/^已于 .* 绑定。$/).waitFor();
    await picture(page, 'account-provider-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    // There they are signed in still.
    await page.getByRole('link', { name: '您的公司账号仍处于登录状态，点此一并退出' }).waitFor();
    await picture(page, 'sign-out-there-zh');
    await page.locator('#username').waitFor();
    await picture(page, 'sign-in-provider-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.goto(`${address}/account`);
    await page.getByRole('button', { name: '使用公司账号登录' }).click();
    // Signed in there already: it sends the browser straight back, to where it was going.
    await page.locator('.shell').waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    await page.getByRole('button', { name: '启用两步验证' }).click();
    const proof = dialog(page, '请再次确认是您本人');
    const opened = page.waitForEvent('popup');
    await proof.getByRole('button', { name: /重新登录公司账号/ }).click();
    await atProvider(await opened, 'subject-of-audit');
    await dialog(page, '启用两步验证').locator('code').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('tells a person without an account what to do, and opens one with an invitation', async () => {
    const { page, errors, close } = await openScreen(browser);
    const { rows } = await product.database.query(`select id from person where staff_number = '3071'`);
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${product.baseUrl}/api/v1${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const entered = await post('/auth/login', { username: 'admin', password: PASSWORD });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await post('/auth/step-up', { password: PASSWORD }, cookie);
    const invited = await post(`/people/${rows[0].id}/invitation`, {}, cookie);
    const { username, code } = (await invited.json()) as { username: string; code: string };
    await page.goto(address);
    await page.getByRole('button', { name: '使用公司账号登录' }).click();
    await atProvider(page, 'a-newcomer');
    await page.getByText('这里还没有绑定的账号').waitFor();
    await picture(page, 'provider-unknown-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('link', { name: '我有邀请码' }).click();
    await page.locator('#open-username').fill(username);
    await page.locator('#open-code').fill(code);
    await page.locator('#open-code').press('Enter');
    await page.getByRole('checkbox').check();
    await picture(page, 'open-account-provider-zh');
    // The screen has turned to the language of the person who was invited.
    await page.getByRole('button', { name: 'Open and sign in' }).click();
    await page.locator('.shell').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('is set up by an administrator: addresses to copy, and what groups mean', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signInByScreen(page, { baseUrl: address } as House, 'admin', '/company/sign-in');
    await page.getByText(`${address}/sign-in/callback`).waitFor();
    await page.locator('#group').fill('qa');
    await page.getByRole('button', { name: /添\s*加/ }).click();
    await proveByPassword(page);
    await page.getByRole('cell', { name: 'qa', exact: true }).waitFor();
    await picture(page, 'company-sign-in-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.getByRole('heading', { name: 'Identity provider' }).waitFor();
    await picture(page, 'company-sign-in-en');
    // Kept for the account before the page goes: the next test signs the same person in.
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/auth/me/language'));
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await kept;
    expect(errors).toEqual([]);
    await close();
  });
});

describe('rules for signing in', () => {
  it('are proposed by one administrator and agreed to by another; then a role’s second factor comes first', async () => {
    const { page, errors, close } = await openScreen(browser);
    const place = { baseUrl: address } as House;
    // A second administrator: the demonstration has one.
    await product.database.query(
      `insert into role_assignment (id, account_id, person_id, role, granted_by_person_id, approved_by_person_id, created_at)
       select gen_random_uuid(), second.id, second.person_id, 'administrator', admin.person_id, legal.person_id, now()
       from account second, account admin, account legal
       where second.username = 'legal2' and admin.username = 'admin' and legal.username = 'legal'`,
    );
    await signInByScreen(page, place, 'admin', '/company/sign-in');
    await page.getByRole('radio', { name: '等保三级' }).check();
    await page.getByRole('button', { name: '全部改为建议值' }).click();
    await page.getByText('与该规范的建议值一致。').waitFor();
    for (const role of ['坐席', '管理员', '审计员', '法务审批人', '法务申请人'])
      await page.getByRole('checkbox', { name: role, exact: true }).uncheck();
    await page.getByLabel('宽限天数').fill('3');
    await page.getByText('有 2 项与该规范的建议值不同').waitFor();
    await picture(page, 'sign-in-rules-zh');
    await page.getByRole('button', { name: '提交审批' }).click();
    await proveByPassword(page);
    await page.getByRole('button', { name: '撤回' }).waitFor();
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    // Told under the bell and on the home, which leads there.
    await signInByScreen(page, place, 'legal2', '/home');
    await page.getByText('登录规则的一项改动等待您同意').first().waitFor();
    await picture(page, 'sign-in-rules-home-zh');
    await page.getByRole('link', { name: '待您决定的登录规则改动' }).click();
    await page.getByText('有一项登录规则的改动等待另一人同意').waitFor();
    await picture(page, 'sign-in-rules-waiting-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '同意' }).click();
    await proveByPassword(page);
    await page.getByText('第 1 版生效中').waitFor();
    // A colleague who failed too often.
    await product.database.query(
      `insert into sign_in_delay values (' lock password agent', '', 5, now() + interval '30 minutes')`,
    );
    await page.goto(`${address}/people?search=agent`);
    await page.getByText('已锁定，至').waitFor();
    await picture(page, 'people-locked-zh');
    await page.getByRole('row', { name: '已锁定' }).getByRole('link').click();
    await page.getByRole('button', { name: '解除锁定' }).click();
    await dialog(page, '解除锁定').getByLabel('原因').fill('本人打电话来说明。');
    await picture(page, 'unlock-zh');
    expect(await hindrances(page)).toEqual([]);
    await dialog(page, '解除锁定').getByRole('button', { name: '解除锁定' }).click();
    await page.getByText('解除锁定：本人打电话来说明。').waitFor();
    await picture(page, 'unlocked-zh');
    await page.goto(`${address}/company/sign-in`);
    await page.getByRole('heading', { name: '没有两步验证的人' }).scrollIntoViewIfNeeded();
    await picture(page, 'without-second-factor-zh');
    await page.getByRole('link', { name: '人员同步' }).click();
    await page.getByText('没有可用于人员同步的 API 令牌').waitFor();
    await picture(page, 'company-directory-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    // Within the days of grace: counted down over every page.
    await signInByScreen(page, place, 'supervisor', '/home');
    await page.getByText('还有 3 天').waitFor();
    await picture(page, 'second-factor-countdown-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await product.database.query(
      `insert into sign_in_policy (version, policy, required_since, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       select 2, policy || '{"graceDays": 0}', required_since, proposed_by_person_id, now(), 'agreed', decided_by_person_id, now()
       from sign_in_policy where version = 1`,
    );
    await page.locator('#username').fill('supervisor');
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');
    await page.getByRole('heading', { name: '请设置两步验证' }).waitFor();
    await picture(page, 'second-factor-setup-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '启用两步验证' }).click();
    await proveByPassword(page);
    const enrol = dialog(page, '启用两步验证');
    const phone = new Authenticator((await enrol.locator('code').innerText()).replaceAll(' ', ''));
    await enrol.getByLabel('验证器显示的六位数字').fill(phone.code());
    await page.keyboard.press('Enter');
    await dialog(page, '恢复码').getByRole('button', { name: '我已保存' }).click();
    await page.locator('.shell').waitFor();
    // As it was, for the tests after this one.
    await product.database.query(
      `insert into sign_in_policy (version, policy, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
       select 3, first.policy, one.proposed_by_person_id, now(), 'agreed', one.decided_by_person_id, now()
       from sign_in_policy first, sign_in_policy one where first.version = 0 and one.version = 1`,
    );
    expect(errors).toEqual([]);
    await close();
  });
});

describe('a passkey', () => {
  it('is made on the account page, signs in without a password, is a fresh proof and a second factor', async () => {
    const { page, errors, close } = await openScreen(browser);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await signInByScreen(page, { baseUrl: address } as House, 'legal', '/account');
    await page.locator('#passkey-name').fill('工位电脑');
    await page.getByRole('button', { name: '添加通行密钥' }).click();
    await proveByPassword(page);
    await page.getByText('从未使用。').waitFor();
    await picture(page, 'account-passkeys-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '使用通行密钥登录' }).click();
    await page.locator('.shell').waitFor();
    await page.goto(`${address}/account`);
    await page
      .getByText(/最近使用/)
      .first()
      .waitFor();
    // The sign-in is old: a step-up asks, and the passkey is enough.
    await product.database.query(`update session set passkey_at = now() - interval '10 minutes'`);
    await page.getByRole('button', { name: '启用两步验证' }).click();
    await dialog(page, '请再次确认是您本人').getByRole('button', { name: '使用通行密钥' }).click();
    const enrol = dialog(page, '启用两步验证');
    const phone = new Authenticator((await enrol.locator('code').innerText()).replaceAll(' ', ''));
    await enrol.getByLabel('验证器显示的六位数字').fill(phone.code());
    await page.keyboard.press('Enter');
    await dialog(page, '恢复码').getByRole('button', { name: '我已保存' }).click();
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.locator('#username').fill('legal');
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');
    await page.getByRole('heading', { name: '输入验证码' }).waitFor();
    await page.getByRole('button', { name: '使用通行密钥' }).click();
    await page.locator('.shell').waitFor();
    // An authenticator whose count goes back may be a copy: it lets no one in, and the journal says so.
    await product.database.query('update passkey set counter = 100000');
    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '使用通行密钥登录' }).click();
    await page.getByText('可能被复制过').waitFor();
    await picture(page, 'sign-in-passkey-zh');
    expect(await product.count(`journal_entry where event = 'account.passkey_copied'`)).toBe(1);
    // A device that does not check its user is not asked twice.
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: '使用通行密钥登录' }).click();
    await page.getByText('没有使用通行密钥').waitFor();
    await devtools.send('WebAuthn.disable');
    expect(errors).toEqual([]);
    await close();
  });
});
