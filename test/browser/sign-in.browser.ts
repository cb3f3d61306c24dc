import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { freePort } from '../../libs/platform/src/embedded-postgres/free-port.js';
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
    await page.getByRole('button', { name: '开通并登录' }).click();
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
    await page.getByText('Identity provider').waitFor();
    await picture(page, 'company-sign-in-en');
    // Kept for the account before the page goes: the next test signs the same person in.
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/auth/me/language'));
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await kept;
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
