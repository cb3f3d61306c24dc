import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { answer, Receiver } from '../support/receiver.js';
import { proveByPassword } from './proof.js';
import { hindrances, leave, openScreen, picture, prove, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await new Receiver().listen();
  const allowed = { SHOUWEN_WEBHOOK_ALLOW_RANGES: '127.0.0.1' };
  [product, browser] = await Promise.all([House.open(allowed), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await receiver?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Fills the form and saves it. */
async function save(page: Page, name: string, url: string): Promise<void> {
  await page.getByLabel('名称').fill(name);
  await page.getByLabel('网址').fill(url);
  await button(page, '保存').click();
}

describe('the integrations of an administrator', () => {
  it('begin with a sentence, refuse an address in words, and show the secret once', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/integrations');
    await page.getByText('还没有接收端。').waitFor();
    await button(page, '添加接收端').click();
    await button(page, '保存').click();
    await page.getByText('请填写名称。').waitFor();
    await save(page, '客户关系系统', 'https://10.0.0.8/hooks');
    await proveByPassword(page);
    await page.getByText('这个主机名指向本机、内网或保留地址。').waitFor();
    expect(await page.getByLabel('名称').inputValue()).toBe('客户关系系统');
    expect(await hindrances(page)).toEqual([]);
    await picture(page, 'integrations-refused');
    await save(page, '客户关系系统', receiver.url());
    const secret = await page.locator('.secret code').textContent();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await page.keyboard.press('Escape');
    await page.getByText('请现在保存。').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await button(page, '我已保存').click();
    await page.locator('.secret').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(String(secret).slice(6));
    expect(errors).toEqual([]);
    await close();
  });

  it('show the result of a test, send it again, and say when the receiver is gone', async () => {
    const { page, errors, close } = await openScreen(browser, { theme: 'dark' });
    await signIn(page, product, 'admin', '/integrations');
    const line = page.locator('.endpoint-line', { hasText: '客户关系系统' });
    await line.focus();
    await page.keyboard.press('Enter');
    await page.getByText('还没有投递记录。').waitFor();
    await button(page, '发送测试').click();
    const delivery = page.locator('.delivery');
    await delivery.getByText('已送达').waitFor();
    await button(page, '重发').click();
    await page.getByText('已尝试 2 次').waitFor();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    receiver.reply = answer(410);
    await button(page, '重发').click();
    await page.getByText('对方答复不再存在').waitFor();
    await page.locator('.integrations-alarms').getByText('“客户关系系统”答复“不再存在”（410），已自动暂停。').waitFor();
    await page.getByText('恢复后发送').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await picture(page, 'integrations-zh-dark');
    expect(errors).toEqual([]);
    await close();
  });

  it('speak English as well, fit a phone, and remove no endpoint by a slip', async () => {
    await product.database.query(`update account set language = 'en' where username = 'admin'`);
    const { page, errors, close } = await openScreen(browser, { width: 390, height: 844 });
    await signIn(page, product, 'admin', '/integrations');
    await page.locator('.endpoint-line').click();
    await page.getByText('Answered that it is gone', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await hindrances(page)).toEqual([]);
    await picture(page, 'integrations-en-phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, 'integrations-en-light');
    await button(page, 'Remove').click();
    await button(page, 'Cancel').click();
    await page.locator('.ant-modal').waitFor({ state: 'detached' });
    await button(page, 'Remove').click();
    await page.locator('.ant-modal').getByRole('button', { name: 'Remove' }).click();
    await prove(page);
    await page.getByText('There are no endpoints yet.').waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

it('is not for supervisors, and says so', async () => {
  const { page, close } = await openScreen(browser);
  await signIn(page, product, 'supervisor', '/integrations');
  await page.getByText('您的角色不能管理集成。').waitFor();
  expect(await page.locator('.rail a[href="/integrations"]').count()).toBe(0);
  await close();
});
