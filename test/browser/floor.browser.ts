import { type Browser, type Page } from 'playwright-core';
import { clientListSchema, telephonySourcesSchema } from '#contracts';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { House } from '../support/house.js';
import { PASSWORD } from '../support/product.js';
import { proveByPassword } from './proof.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let operator: ApiClient;
/** Source of a table, a call a row, and of an Asterisk. */
let [rowsOf, asterisk] = ['', ''];
/** The link of a wall, made on the screen. */
let link: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  operator = await product.signIn('admin');
  await operator.send('POST', '/api/v1/auth/step-up', { password: PASSWORD });
  const { clients } = clientListSchema.parse(await operator.json('/api/v1/company/clients'));
  const care = clients.flatMap(({ teams }) => teams).find(({ name }) => name.zh === '客服一组');
  await operator.send('PUT', '/api/v1/queue-teams', { queue: 'cards', teamId: care?.teamId });
  [rowsOf, asterisk] = [await source('rows', 'table'), await source('pbx', 'asterisk')];
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function source(name: string, reader: string): Promise<string> {
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await operator.send('POST', '/api/v1/telephony-sources', { name, reader, settings, teamIds: null, folder: null });
  const { sources } = telephonySourcesSchema.parse(await operator.json('/api/v1/telephony-sources'));
  return sources.find((one) => one.name === name)?.sourceId ?? '';
}

const began = new Date(Date.now() - 20_000).toISOString();
/** What the telephone system tells of one call at the agent's telephone, as it goes on. */
const tells = (more: object) =>
  operator.sendFile(
    `/api/v1/telephony-sources/${rowsOf}/records?name=rows.json`,
    JSON.stringify([
      {
        ...{ call: 'live-1', started_at: began, leg_started_at: began, extension: '8021', direction: 'inbound' },
        ...{ customer: '13800002046', ...more },
      },
    ]),
  );
const tile = (page: Page) => page.locator('.tile', { hasText: /李敏|Min Li/ });

describe('the floor', () => {
  it('shows a supervisor an agent’s telephone as records of a call come in, and takes an alarm on', async () => {
    const screen = await openScreen(browser);
    const { page } = screen;
    await signIn(page, product, 'supervisor', '/floor');
    await tile(page).getByText('未知').waitFor();
    // From here on the page asks the server for nothing of the floor: it is told.
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await tells({});
    await tile(page).getByText('振铃').waitFor();
    await tile(page).getByText('138****2046').waitFor();
    const answeredAt = new Date(Date.now() - 8_000).toISOString();
    await tells({ answered_at: answeredAt, leg_answered_at: answeredAt, leg_outcome: 'answered' });
    await tile(page).getByText('通话中').waitFor();
    await page.getByText('共 1 名坐席').or(page.getByText('共 2 名坐席')).first().waitFor();
    expect(asked.filter((path) => path.includes('floor'))).toEqual([]);

    const entered = Math.floor(Date.now() / 1000) - 75;
    const waits = `${entered}|pbx1-${entered}.1|cards|NONE|ENTERQUEUE||13511203377|1\n`;
    await operator.sendFile(`/api/v1/telephony-sources/${asterisk}/records?name=queue_log`, waits);
    const alarm = page.locator('.floor-alarm', { hasText: 'cards：来电等待过久' });
    await alarm.waitFor();
    await lookAtScreen(screen, 'floor-zh-1440');
    const takeOn = alarm.getByRole('button', { name: /我来处理/ });
    await takeOn.focus();
    await page.keyboard.press('Enter');
    await alarm.getByText(/王蕾 于 .* 开始处理/).waitFor();

    const over = new Date().toISOString();
    await tells({
      ...{ answered_at: answeredAt, leg_answered_at: answeredAt, leg_outcome: 'answered' },
      ...{ ended_at: over, leg_ended_at: over, outcome: 'answered' },
    });
    await tile(page).getByText('上次通话结束').waitFor();
    await screen.close();
  });

  it('is in English and dark, and folds on a narrow screen', async () => {
    const screen = await openScreen(browser, { theme: 'dark', width: 1280, height: 800 });
    const { page } = screen;
    await signIn(page, product, 'supervisor', '/floor');
    await page.getByRole('button', { name: /切换到英文/ }).click();
    await tile(page).getByText('Last call ended').waitFor();
    // The pointer lies where the words of another language moved a button to.
    await page.mouse.move(500, 700);
    await lookAtScreen(screen, 'floor-en-dark-1280');
    await page.setViewportSize({ width: 390, height: 844 });
    await lookAtScreen(screen, 'floor-en-dark-390');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: /中文/ }).click();
    await tile(page).getByText('上次通话结束').waitFor();
    await screen.close();
  });

  it('is not there for agents', async () => {
    const screen = await openScreen(browser);
    await signIn(screen.page, product, 'agent', '/floor');
    await screen.page.getByText('您的角色不能使用本页').waitFor();
    expect(await screen.page.locator('.tile').count()).toBe(0);
    expect(await screen.page.locator('.rail a[href="/floor"]').count()).toBe(0);
    await screen.close();
  });
});

describe('a wall screen', () => {
  it('has a link that an administrator makes', async () => {
    const screen = await openScreen(browser);
    const { page } = screen;
    await signIn(page, product, 'admin', '/company/walls');
    await page.getByText('还没有大屏。').waitFor();
    await page.getByRole('button', { name: '制作链接' }).click();
    const dialog = page.getByRole('dialog', { name: '制作链接' });
    await dialog.locator('.ant-select').click();
    await page.getByTitle('客服一组', { exact: true }).last().click();
    await dialog.getByLabel('设备').fill('三楼东侧电视');
    await dialog.getByRole('button', { name: '制作链接' }).click();
    await proveByPassword(page);
    link = (await page.locator('.shown-once-text code').innerText()).trim();
    expect(link).toMatch(/\/wall#[\w-]{43}$/);
    await lookAtScreen(screen, 'wall-link-zh-1440');
    await page.getByRole('button', { name: '已在设备上打开' }).click();
    await page.getByText('还没有打开').waitFor();
    await screen.close();
  });

  it('shows the team full screen without signing in, in both languages and both themes', async () => {
    const look = { own: true, width: 1920, height: 1080 };
    const screen = await openScreen(browser, look);
    const { page } = screen;
    await page.goto(link);
    await page.getByRole('heading', { name: '客服一组' }).waitFor();
    await page.getByText('上次通话结束').first().waitFor();
    expect(page.url()).toMatch(/\/wall$/);
    expect(await page.locator('main').innerText()).not.toMatch(/\*{4}|得分/);
    await lookAtScreen(screen, 'wall-zh-1920');
    // The device is known by its cookie: its browser may be started again.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await page.getByText('上次通话结束').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Last call ended').first().waitFor();
    await lookAtScreen(screen, 'wall-en-dark-1920');

    // Another device that has read the link shows nothing.
    const other = await openScreen(browser, look);
    await other.page.goto(link);
    await other.page.getByText('这块大屏的链接已到期').waitFor();
    await other.close();

    const administrator = await openScreen(browser);
    await signIn(administrator.page, product, 'admin', '/company/walls');
    await administrator.page.getByRole('button', { name: '撤销“三楼东侧电视”' }).click();
    await administrator.page
      .getByRole('button', { name: /^确\s*定$/ })
      .last()
      .click();
    await page.getByText('This wall-screen link has expired').waitFor();
    await administrator.close();
    await screen.close();
  });
});
