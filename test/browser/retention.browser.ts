import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import {
  leave,
  type Look,
  lookAtScreen,
  openScreen,
  picture,
  prove,
  type Screen,
  signIn,
  startBrowser,
} from './screen.js';
import { patient } from '../../tools/patience.mjs';

let product: House;
let browser: Browser;
/** Of the person who wants to be forgotten; of the court's case. */
let [forgotten, disputed] = ['', ''];
let customer: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const admin = await product.signIn('admin');
  const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 4 }))]);
  const send = async (name: string) => {
    const metadata = callMetadata({ language: 'zh', region: 'CN', customer: { name, number: '13800138000' } });
    return (await admin.take(metadata, audio)).callId;
  };
  [forgotten, disputed] = [await send('王小明'), await send('李小红')];
  for (const callId of [forgotten, disputed]) await product.reaches(callId, ['scored', 'needs_attention']);
  await product.idle();
  customer = (await product.database.query('select customer from call where id = $1', [forgotten])).rows[0].customer;
  const requester = await product.signIn('requester');
  const body = JSON.stringify({ reference: '2026-法-021', title: '退款诉讼' });
  const headers = { 'content-type': 'application/json' };
  await requester.request('/api/v1/legal/cases', { method: 'POST', body, headers });
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function open(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  screen.page.setDefaultTimeout(15_000);
  await signIn(screen.page, product, username, path);
  return screen;
}
const inChinese = (page: Page) => page.getByRole('button', { name: 'Switch to Chinese' }).click();
const inEnglish = (page: Page) => page.getByRole('button', { name: '切换到英文' }).click();

const lookAt = (screen: Screen, name: string) => lookAtScreen(screen, `retention-${name}`);

async function giveReason(page: Page, label: string, reason: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(reason);
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('the keepers of the vault', () => {
  let request: string;

  it('decide a person’s request by two, each told what comes next and why not', async () => {
    const requester = await open('requester', '/data-requests');
    const ask = requester.page;
    await inChinese(ask);
    await ask.getByText('还没有个人信息请求', { exact: false }).waitFor();
    await ask.getByRole('button', { name: '登记请求' }).click();
    await ask.getByRole('radio', { name: '删除' }).check();
    await ask.getByRole('textbox', { name: '客户' }).fill(customer);
    await ask.getByText('目前找到 1 通电话，1 段录音。').waitFor();
    await ask.getByLabel('来文编号').fill('来函 7');
    await lookAt(requester, 'request-new-1440');
    await ask.getByRole('button', { name: '登记请求' }).click();
    await ask.getByText('剩 30 天').waitFor();
    request = new URL(ask.url()).pathname;
    const propose = async (page: Page) => {
      await page.getByRole('button', { name: '提出同意' }).click();
      await giveReason(page, '理由', '第四十七条：目的已实现', '提出同意');
    };

    const approver = await open('legal', '/data-requests', { theme: 'dark' });
    const decide = approver.page;
    await decide.getByRole('link', { name: 'DR-0001' }).waitFor();
    await lookAt(approver, 'requests-dark-1440');
    await decide.getByRole('link', { name: 'DR-0001' }).click();
    await propose(decide);
    await decide.getByText('您不能确认自己的意见', { exact: false }).waitFor();
    expect(await decide.getByRole('button', { name: '确认同意' }).count()).toBe(0);
    await decide.getByRole('button', { name: '退回重提' }).click();
    await prove(decide);
    await decide.getByText('待提出意见').waitFor();
    await ask.reload();
    await propose(ask);
    await ask.getByText('只有法务审批人可以确认。').waitFor();
    await decide.reload();
    await decide.getByText('确认后立即销毁 1 段录音', { exact: false }).waitFor();
    await lookAt(approver, 'request-dark-1440');
    await decide.getByRole('button', { name: '确认同意' }).click();
    await decide.getByText('已同意，正在执行').waitFor();
    await Promise.all([requester.close(), approver.close()]);
  });

  it('place a hold after seeing what it covers, and let go of it by two', async () => {
    const requester = await open('requester', `/calls/${disputed}`, { own: true });
    const ask = requester.page;
    await ask.locator('.facts').getByRole('link', { name: '建立保全' }).click();
    await ask.getByText('1 通电话，1 段录音').waitFor();
    await ask.getByLabel('案件').click();
    await ask.locator('.ant-select-item-option', { hasText: '退款诉讼' }).click();
    await ask.getByLabel('理由').fill('法院来函通知');
    await lookAt(requester, 'hold-new-1440');
    await ask.getByText('按规则', { exact: true }).click();
    await ask.getByText('请先选择通话，或至少填写一个条件。').waitFor();
    // Asked once, when the typing has come to rest.
    const asked: unknown[] = [];
    ask.on('request', (one) => one.url().endsWith('/holds/preview') && asked.push(one.postDataJSON()));
    await ask.clock.install();
    await ask.clock.pauseAt(Date.now() + 60_000);
    await ask.getByRole('textbox', { name: '客户' }).pressSequentially('没有这个人');
    expect(asked).toEqual([]);
    await ask.clock.resume();
    await ask.getByText('0 通电话，0 段录音，以及今后符合规则的通话').waitFor();
    expect(asked).toEqual([expect.objectContaining({ rule: { customer: '没有这个人' } })]);
    await lookAt(requester, 'hold-rule-1440');
    await ask.getByText('选定的通话', { exact: true }).click();
    await ask.getByText('1 通电话，1 段录音').waitFor();
    await ask.locator('.admin-bar').getByRole('button', { name: '建立保全' }).click();
    await ask.getByText('两人同意解除之前', { exact: false }).waitFor();
    const hold = new URL(ask.url()).pathname;
    await lookAt(requester, 'hold-1440');
    await ask.goto(`${product.baseUrl}/calls/${disputed}`);
    await ask.locator('.facts').getByRole('link', { name: 'LH-0001' }).waitFor();
    await lookAt(requester, 'call-held-1440');

    const approver = await open('legal', hold, { theme: 'dark' });
    const decide = approver.page;
    const askRelease = async (page: Page) => {
      await page.getByRole('button', { name: '申请解除' }).click();
      await giveReason(page, '解除理由', '案件已结', '申请解除');
    };
    await askRelease(decide);
    await decide.getByText('您不能确认自己的申请', { exact: false }).waitFor();
    expect(await decide.getByRole('button', { name: '确认解除' }).count()).toBe(0);
    await decide.getByRole('button', { name: '撤回申请' }).click();
    await prove(decide);
    await decide.getByRole('button', { name: '申请解除' }).waitFor();
    await ask.goto(`${product.baseUrl}${hold}`);
    await askRelease(ask);
    await decide.reload();
    await decide.getByText('等待另一位法务审批人确认', { exact: false }).waitFor();
    await lookAt(approver, 'hold-release-dark-1440');
    await decide.getByRole('button', { name: '确认解除' }).click();
    await decide.getByText('期限和请求重新适用', { exact: false }).waitFor();
    await decide.goto(`${product.baseUrl}/holds`);
    await decide.getByText('这个分组或案件下没有保全', { exact: false }).waitFor();
    await Promise.all([requester.close(), approver.close()]);
  });

  it('try a schedule before it is proposed, and publish it by two', async () => {
    const administrator = await open('admin', '/retention');
    const propose = administrator.page;
    await propose.getByText('还没有发布期限表', { exact: false }).waitFor();
    expect(await propose.getByRole('navigation').getByText('保全', { exact: true }).count()).toBe(0);
    await propose.getByRole('button', { name: '提出改动' }).click();
    await propose.getByRole('button', { name: '添加规则' }).click();
    await propose.getByText('还不能试算', { exact: false }).waitFor();
    const rule = propose.getByRole('group', { name: '规则 1' });
    await rule.getByLabel('目的').fill('evidence');
    await rule.getByLabel('数量').fill('7');
    await propose.getByRole('button', { name: '试算' }).click();
    await propose.getByText('提前到期的例子').waitFor();
    await propose.getByLabel('理由').fill('公司录音管理办法第 5 条');
    await lookAt(administrator, 'editor-1440');
    await propose.getByRole('button', { name: '提交审批' }).click();
    await propose.getByText('您只能撤回', { exact: false }).waitFor();

    const approver = await open('legal', '/retention/schedule', { theme: 'dark' });
    const agree = approver.page;
    await agree.getByRole('button', { name: '同意并发布' }).click();
    await prove(agree);
    await agree.getByText('第 1 版', { exact: false }).waitFor();
    await agree.getByLabel('目的').fill('evidence');
    await agree.getByText('按第 1 条保存 7 年：目的为“evidence”。').waitFor();
    await lookAt(approver, 'schedule-dark-1440');
    await Promise.all([administrator.close(), approver.close()]);
  });

  it('change the consent rules by two, with the change in words and a trial before it', async () => {
    const administrator = await open('admin', '/retention/consent');
    const propose = administrator.page;
    await propose.getByText('随产品提供', { exact: false }).waitFor();
    await lookAt(administrator, 'consent-1440');
    await propose.getByRole('button', { name: '提出改动' }).click();
    await propose.getByRole('button', { name: '添加规则' }).click();
    const rule = propose.getByRole('group', { name: '规则 1', exact: true });
    await rule.getByLabel('代号').fill('cn-given');
    await rule.getByLabel('地区').fill('cn');
    await rule.getByLabel('出处').fill('法务意见 2026-7');
    // Inbound and outbound in China are all decided by it: the rules after it never are.
    await propose.getByText('永远用不上', { exact: false }).first().waitFor();
    await rule.getByRole('checkbox', { name: '呼出' }).uncheck();
    await propose.getByRole('button', { name: '删除规则 4' }).click();
    await propose.getByText('新增 cn-given，排第 1：中国 (CN)，呼入，接受：已同意').waitFor();
    await propose.getByText('删除 cn-inbound', { exact: false }).waitFor();
    await propose.getByLabel('理由').fill('法务要求呼入也须明确同意');
    await propose.getByText('请先试算这套规则。').waitFor();
    expect(await propose.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(true);
    await propose.getByRole('button', { name: '试算', exact: true }).click();
    await propose.getByText('共试算', { exact: false }).waitFor();
    await lookAt(administrator, 'consent-editor-1440');
    for (const width of [1280, 390]) {
      await propose.setViewportSize({ width, height: 844 });
      await propose.getByLabel('理由').scrollIntoViewIfNeeded();
      await picture(propose, `retention-consent-editor-${width}`);
    }
    await propose.setViewportSize({ width: 1440, height: 900 });
    await propose.getByRole('button', { name: '提交审批' }).click();
    await propose.getByText('您只能撤回', { exact: false }).waitFor();

    const approver = await open('legal', '/home', { theme: 'dark' });
    const agree = approver.page;
    await agree.getByRole('link', { name: '待您决定的同意规则改动' }).click();
    await agree.getByText('新增 cn-given', { exact: false }).waitFor();
    await agree.getByText('通电话，对照第 1 版试算', { exact: false }).waitFor();
    await lookAt(approver, 'consent-waiting-dark-1440');
    await agree.getByRole('button', { name: '同意并发布' }).click();
    await prove(agree);
    await agree.getByText('第 2 版', { exact: false }).first().waitFor();
    await Promise.all([administrator.close(), approver.close()]);
  });

  it('read the certificate of what was destroyed, from the call too', async () => {
    const screen = await open('legal', request);
    const { page } = screen;
    // The worker starts it within a minute.
    await page.getByRole('link', { name: 'DC-000001' }).waitFor({ timeout: patient(100_000) });
    await page.goto(`${product.baseUrl}/retention/destruction`);
    await page.getByRole('link', { name: 'DC-000001' }).waitFor();
    await lookAt(screen, 'destruction-1440');
    await page.goto(`${product.baseUrl}/calls/${forgotten}`);
    await page.locator('.facts').getByRole('link', { name: '不可读取：密钥已销毁，证书 DC-000001' }).click();
    await page.getByText('-----BEGIN PUBLIC KEY-----', { exact: false }).waitFor();
    await page.getByRole('button', { name: '供技术人员使用的命令' }).click();
    await page.getByText('npm run verify-certificate -- DC-000001.json --key journal.key.pub').waitFor();
    await lookAt(screen, 'certificate-1440');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 DC-000001.json' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('DC-000001.json');
    await screen.close();
  });

  it('say that the clock is right after it jumped', async () => {
    const screen = await open('admin', '/retention');
    const { page } = screen;
    await product.database.query(
      `insert into retention_clock (id, seen_at, stopped_at, jumped, jumped_seconds) values (1, now(), now(), 'forward', 200000)
       on conflict (id) do update set stopped_at = now(), jumped = 'forward', jumped_seconds = 200000`,
    );
    await page.reload();
    await page.getByText('时钟比上次看到时快了', { exact: false }).waitFor();
    await lookAt(screen, 'clock-1440');
    await page.getByRole('button', { name: '时钟正确，继续' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('时钟可信', { exact: false }).waitFor();
    await screen.close();
  });

  it('find all of it in English on a phone', async () => {
    const screen = await open('legal', '/holds?view=all', { width: 390, height: 844 });
    const { page } = screen;
    await inEnglish(page);
    const places: [string, string][] = [
      ['/holds?view=all', 'LH-0001'],
      ['/data-requests?view=all', 'DR-0001'],
      [request, 'Recordings found'],
      ['/retention/schedule', 'Reason for rank'],
      ['/retention/destruction', 'Kept by a hold'],
      ['/retention/certificates', 'DC-000001'],
      ['/retention/consent', 'The strictest rule'],
    ];
    for (const [path, text] of places) {
      await page.goto(`${product.baseUrl}${path}`);
      await page.getByText(text).first().waitFor({ state: 'attached' });
      expect(await page.locator('.admin').innerText()).not.toMatch(/保全|保存|审批|销毁|登记/);
      await lookAt(screen, `en-390${path.replace(/\W+/g, '-').slice(0, 24)}`);
    }
    await screen.close();
  });
});
