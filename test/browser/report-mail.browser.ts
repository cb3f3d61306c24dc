import { type Browser, type Page } from 'playwright-core';
import { MailServer } from '../../measure/day/place/mail-server.js';
import { proveAddresses } from '../factories/accounts.js';
import { House } from '../support/house.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';

let product: House;
let browser: Browser;
let mail: MailServer;

beforeAll(async () => {
  mail = await new MailServer().open();
  const env = {
    SHOUWEN_SMTP_HOST: '127.0.0.1',
    SHOUWEN_SMTP_PORT: String(mail.port),
    SHOUWEN_SMTP_TLS: 'none',
    SHOUWEN_SMTP_FROM: 'shouwen@company.test',
    SHOUWEN_PUBLIC_URL: 'https://calls.company.test',
  };
  [product, browser] = await Promise.all([House.open(env), startBrowser()]);
  await product.database.query(`update person set email = lower(staff_number) || '@company.test'`);
  await proveAddresses((text) => product.database.query(text));
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await mail?.close();
});

const english = async (page: Page) => {
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.mouse.move(400, 400);
};

describe('reports by mail', () => {
  it('are subscribed from the report on the screen, sent by the worker when they come due, and say so', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/reports?span=week&by=agent&language=zh');
    await page.getByRole('link', { name: '邮件订阅' }).click();
    const dialog = page.getByRole('dialog', { name: '新增邮件报表' });
    await dialog.getByText('语言：普通话').waitFor();
    await dialog.getByRole('radiogroup', { name: '多久一次' }).getByText('每天').click();
    await dialog.getByText('公司设置不允许报表文件随邮件发出。').waitFor();
    await lookAtScreen({ page, errors }, 'report-mail-new-zh');
    await dialog
      .getByRole('button', { name: '订 阅' })
      .or(dialog.getByRole('button', { name: '订阅' }))
      .first()
      .click();
    const row = page.getByRole('table', { name: '邮件报表' }).getByRole('row', { name: /按坐席/ });
    await row.getByText('每天 08:00，前一天').waitFor();
    expect(mail.taken).toEqual([]);
    // As if it had been subscribed the day before yesterday: the worker finds it due by its own clock.
    await product.database.query(`update report_subscription set sends_since = now() - interval '2 days'`);
    await row.getByText(/上次发出/).waitFor({ timeout: patient(120_000) });
    expect(mail.taken).toHaveLength(1);
    await row.getByRole('button', { name: /^\d{4}-\d\d-\d\d$/ }).click();
    await page.getByRole('dialog', { name: '发送记录' }).getByText('已发出').waitFor();
    await lookAtScreen({ page, errors }, 'report-mail-copies-zh');
    await page
      .getByRole('dialog', { name: '发送记录' })
      .getByRole('button', { name: /关闭|Close/ })
      .click();
    await english(page);
    await page.getByText('Last sent').waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused').waitFor();
    await lookAtScreen({ page, errors }, 'report-mail-en');
    await close();
  });

  it('are sent to others, and leave with files only when the company says so; read on a telephone', async () => {
    const { page, errors, close } = await openScreen(browser, { width: 390, height: 1400 });
    await signIn(page, product, 'quality', '/reports/mail');
    await page.getByRole('switch', { name: '允许报表文件随邮件发出' }).click();
    await page.getByRole('switch', { name: '允许报表文件随邮件发出', checked: true }).waitFor();
    await page.getByRole('button', { name: '新增邮件报表' }).click();
    const dialog = page.getByRole('dialog', { name: '新增邮件报表' });
    await dialog.getByRole('radiogroup', { name: '发给' }).getByText('其他人').click();
    await dialog.getByRole('radiogroup', { name: '内容' }).getByText('PDF').click();
    await dialog.getByLabel('收件人').click();
    await page.keyboard.type('2');
    await page.locator('.ant-select-item-option').first().click();
    await page.keyboard.press('Escape');
    await lookAtScreen({ page, errors }, 'report-mail-others-390');
    await dialog.getByRole('button', { name: /订\s*阅/ }).click();
    await page.getByText('每周一 08:00，上一周').waitFor();
    await lookAtScreen({ page, errors }, 'report-mail-390');
    await close();
  });

  it('are managed by an administrator, who sees no report', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/home');
    await page.getByRole('link', { name: '邮件报表' }).click();
    await page.getByText('每周一 08:00，上一周').waitFor();
    await lookAtScreen({ page, errors }, 'report-mail-admin-zh');
    await page
      .getByRole('button', { name: '停 止' })
      .or(page.getByRole('button', { name: '停止' }))
      .first()
      .waitFor();
    await close();
  });
});
