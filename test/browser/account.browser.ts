import { type Browser, type Page } from 'playwright-core';
import { Authenticator } from '../support/authenticator.js';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { dialog, proveByPassword } from './proof.js';
import { hindrances, leave, type Look, openScreen, picture, signInByScreen, startBrowser } from './screen.js';

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

const account = async (username: string, look: Look = {}) => {
  const screen = await openScreen(browser, look);
  await signInByScreen(screen.page, product, username, '/account');
  await screen.page.getByRole('heading', { name: /API 令牌|API tokens/ }).waitFor();
  await screen.page.locator('.account-list:not(.passkeys) li').first().waitFor();
  return screen;
};
const startSignIn = async (page: Page, username: string) => {
  await page.goto(`${product.baseUrl}/account`);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#password').press('Enter');
  await page.getByRole('heading', { name: '输入验证码' }).waitFor();
};
/** A test cannot wait half a minute for the next code. */
const forgetSpentCodes = () => product.database.query('update second_factor set last_step = 0');

describe('the account page', () => {
  it('turns a second factor on; signing in then takes a code, or a recovery code once', async () => {
    const { page, errors, close } = await account('supervisor');
    const turnOn = page.getByRole('button', { name: '启用两步验证' });
    await turnOn.click();
    // A person who closes the question has met no failure.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /取\s*消/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('.note-failure').count()).toBe(0);
    await turnOn.click();
    await proveByPassword(page);
    const enrol = dialog(page, '启用两步验证');
    const secret = (await enrol.locator('code').innerText()).replaceAll(' ', '');
    await picture(page, 'account-enrol-zh');
    expect(await hindrances(page)).toEqual([]);
    const phone = new Authenticator(secret);
    await enrol.getByLabel('验证器显示的六位数字').fill('000000');
    await page.keyboard.press('Enter');
    await enrol.getByText('验证码不正确').waitFor();
    await enrol.getByLabel('验证器显示的六位数字').fill(phone.code());
    await page.keyboard.press('Enter');
    const codes = dialog(page, '恢复码');
    await codes.locator('li').first().waitFor();
    const listed = await codes.locator('li').allInnerTexts();
    expect(listed).toHaveLength(10);
    const download = page.waitForEvent('download');
    await codes.getByRole('button', { name: '下载为文本文件' }).click();
    expect((await download).suggestedFilename()).toBe('shouwen-recovery-codes.txt');
    await codes.getByRole('button', { name: '我已保存' }).click();
    await page.getByText('还剩 10 个恢复码').waitFor();

    await page.locator('.account').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await forgetSpentCodes();
    await startSignIn(page, 'supervisor');
    await picture(page, 'second-factor-zh');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('#code').fill('000000');
    await page.locator('#code').press('Enter');
    await page.getByText('验证码不正确').waitFor();
    await page.locator('#code').fill(phone.code());
    await page.locator('#code').press('Enter');
    await page.locator('.shell').waitFor();
    expect(errors).toEqual([]);
    await close();

    const elsewhere = await openScreen(browser);
    await startSignIn(elsewhere.page, 'supervisor');
    await elsewhere.page.locator('#code').fill(String(listed[0]));
    await elsewhere.page.locator('#code').press('Enter');
    await elsewhere.page.getByText('还剩 9 个恢复码').waitFor();
    await elsewhere.close();
  });

  it('warns a minute before the time for the code is over, and gives more', async () => {
    const { page, close } = await openScreen(browser);
    await startSignIn(page, 'supervisor');
    expect(await page.getByRole('button', { name: '延长 5 分钟' }).count()).toBe(0);
    await product.database.query(
      `update session set expires_at = now() + interval '50 seconds' where second_factor_pending and ended_at is null`,
    );
    await page.reload();
    await page.getByRole('button', { name: '延长 5 分钟' }).click();
    await page.getByRole('button', { name: '延长 5 分钟' }).waitFor({ state: 'detached' });
    await close();
  });

  it('shows where the account is signed in, and ends another session', async () => {
    const [there, here] = [await account('quality'), await account('quality')];
    await here.page.getByText('本机').waitFor();
    await here.page
      .locator('.account-list')
      .getByRole('button', { name: /^退出 Linux/ })
      .first()
      .click();
    await here.page.getByRole('button', { name: '确定' }).click();
    await here.page.getByText('没有在其他设备登录').waitFor();
    await there.page.reload();
    await there.page.getByText('登录', { exact: true }).first().waitFor();
    expect(await there.page.locator('.shell').count()).toBe(0);
    await Promise.all([here.close(), there.close()]);
  });

  it('makes a token for a programme and revokes it', async () => {
    const { page, errors, close } = await account('quality');
    await page.getByRole('button', { name: '创建令牌' }).click();
    const making = dialog(page, '创建 API 令牌');
    await making.getByLabel('用途').fill('日报导出');
    await making.getByRole('button', { name: '创建令牌' }).click();
    await making.getByText('请至少勾选一项权限').waitFor();
    await making.getByLabel('查看通话', { exact: true }).check();
    await picture(page, 'token-make-zh');
    expect(await hindrances(page)).toEqual([]);
    await making.getByRole('button', { name: '创建令牌' }).click();
    await proveByPassword(page);
    const shown = dialog(page, '令牌已创建');
    const token = await shown.locator('code').innerText();
    const list = () => fetch(`${product.baseUrl}/api/v1/calls`, { headers: { authorization: `Bearer ${token}` } });
    expect((await list()).status).toBe(200);
    await shown.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('button', { name: '撤销 日报导出' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('还没有令牌').waitFor();
    expect((await list()).status).toBe(401);
    expect(errors).toEqual([]);
    await close();
  });

  it('asks for a token of a service, which another administrator confirms', async () => {
    // A second administrator: the demonstration has one.
    await product.database.query(
      `insert into role_assignment (id, account_id, person_id, role, granted_by_person_id, approved_by_person_id, created_at)
       select gen_random_uuid(), second.id, second.person_id, 'administrator', admin.person_id, legal.person_id, now()
       from account second, account admin, account legal
       where second.username = 'legal2' and admin.username = 'admin' and legal.username = 'legal'`,
    );
    const first = await openScreen(browser);
    await signInByScreen(first.page, product, 'admin', '/tokens');
    await first.page.getByRole('button', { name: '申请服务令牌' }).click();
    const asking = dialog(first.page, '申请服务的 API 令牌');
    await asking.getByRole('button', { name: '申请服务令牌' }).click();
    await asking.getByText('请填写用途').waitFor();
    await asking.getByLabel('服务名称').fill('数据仓库');
    await asking.getByLabel('查找和查看通话，不含文字').check();
    await picture(first.page, 'service-token-ask-zh');
    expect(await hindrances(first.page)).toEqual([]);
    await asking.getByRole('button', { name: '申请服务令牌' }).click();
    await proveByPassword(first.page);
    const shown = dialog(first.page, '令牌已创建');
    const token = await shown.locator('code').innerText();
    await shown.getByRole('button', { name: '我已保存' }).click();
    await first.page.getByText('等待另一位管理员确认').waitFor();
    expect(await first.page.getByRole('button', { name: '确认 数据仓库' }).count()).toBe(0);
    const list = () => fetch(`${product.baseUrl}/api/v1/calls`, { headers: { authorization: `Bearer ${token}` } });
    expect((await list()).status).toBe(401);

    const second = await openScreen(browser);
    await signInByScreen(second.page, product, 'legal2', '/tokens');
    await second.page.getByRole('button', { name: '确认 数据仓库' }).click();
    await picture(second.page, 'service-token-confirm-zh');
    await second.page.getByRole('button', { name: '确定' }).click();
    await proveByPassword(second.page);
    await second.page.getByText('有效。').waitFor();
    expect((await list()).status).toBe(200);
    expect([...first.errors, ...second.errors]).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  it('says why a new password is not good, and takes a good one', async () => {
    const { page, close } = await account('agent');
    await page.getByRole('button', { name: '修改密码' }).click();
    const fill = async (next: string, again = next) => {
      await page.locator('#currentPassword').fill(PASSWORD);
      await page.locator('#newPassword').fill(next);
      await page.locator('#newPasswordAgain').fill(again);
      await page.locator('#newPasswordAgain').press('Enter');
    };
    await fill('one two three', 'one two four');
    await page.getByText('两次输入的新密码不一致').waitFor();
    await fill('password1234');
    await page.getByText('这个密码太常见').waitFor();
    await fill('nine paper boats upstream');
    await page.getByText('密码已修改').waitFor();
    await close();
  });

  it('says how one is told: ways, quiet hours, and a chat at a host that administrators allow', async () => {
    const admin = await openScreen(browser, {});
    await signInByScreen(admin.page, product, 'admin', '/integrations');
    await admin.page.getByRole('button', { name: 'open.feishu.cn' }).click();
    await admin.page.getByRole('button', { name: '移除 open.feishu.cn' }).waitFor();
    await admin.page.getByRole('heading', { name: '允许的聊天软件' }).scrollIntoViewIfNeeded();
    await picture(admin.page, 'chat-hosts-zh');
    expect(await hindrances(admin.page)).toEqual([]);
    await admin.close();
    for (const look of [{ width: 390, height: 844 }]) {
      const { page, close } = await account('quality', look);
      const box = page.getByRole('checkbox', { name: '申诉等待决定：铃铛' });
      const before = await box.isChecked();
      await box.click();
      const quiet = page.getByRole('switch', { name: '免打扰' });
      if ((await quiet.getAttribute('aria-checked')) === 'false') await quiet.click();
      // What must be told cannot be turned off, and says so.
      expect(await page.getByRole('checkbox', { name: '您的角色等待确认：铃铛' }).isDisabled()).toBe(true);
      expect(await page.getByRole('checkbox', { name: '申诉等待决定：聊天' }).isChecked()).toBe(false);
      await page.locator('.told-ways').scrollIntoViewIfNeeded();
      await picture(page, `told-zh-${look.width}`);
      expect(await hindrances(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page
        .locator('#told')
        .getByRole('button', { name: /保\s*存/ })
        .click();
      await page.getByText('已保存。').waitFor();
      await page.reload();
      await box.waitFor();
      expect([await box.isChecked(), await quiet.getAttribute('aria-checked')]).toEqual([!before, 'true']);
      await page.getByRole('button', { name: '设置地址' }).click();
      await dialog(page, '设置地址').getByLabel('Webhook 地址').fill('http://open.feishu.cn/hook');
      await picture(page, `told-chat-zh-${look.width}`);
      await dialog(page, '设置地址')
        .getByRole('button', { name: /保\s*存/ })
        .click();
      await proveByPassword(page);
      await dialog(page, '设置地址').getByRole('alert').filter({ hasText: '只接受 https 地址' }).waitFor();
      await close();
    }
    const { page, close } = await account('quality', { width: 390, height: 844 });
    await page.getByRole('radiogroup').getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Notification settings' }).scrollIntoViewIfNeeded();
    await picture(page, 'told-en-390');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('heading', { name: 'Notification settings' }).scrollIntoViewIfNeeded();
    await picture(page, 'told-en-1280');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('radiogroup').getByText('中文', { exact: true }).click();
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await close();
  });

  it.each<[string, Look]>([['zh-light-390', { width: 390, height: 844 }]])(
    'is accessible in two languages, %s',
    async (name, look) => {
      const { page, close } = await account('admin', look);
      expect(await hindrances(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await picture(page, `account-${name}`);
      await page.getByRole('radiogroup').getByText('English', { exact: true }).click();
      await page.getByRole('heading', { name: 'My account' }).waitFor();
      expect(await hindrances(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await picture(page, `account-${name.replace('zh', 'en')}`);
      await page.goto(`${product.baseUrl}/tokens`);
      await page.getByRole('heading', { name: 'API tokens' }).waitFor();
      await page.goto(`${product.baseUrl}/account`);
      await page.getByRole('radiogroup').getByText('中文', { exact: true }).click();
      await page.getByRole('heading', { name: '我的账号' }).waitFor();
      await close();
    },
  );
});
