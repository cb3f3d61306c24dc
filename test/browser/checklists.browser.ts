import { type Browser, type Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { House } from '../support/house.js';
import { whileNewer } from '../support/newer-entry.js';
import { hindrances, leave, lookAtScreen, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';
import { prefixedWorkbook } from './stored-zip.js';
import { lookedAt } from '../support/deep.js';

const SAMPLE = 'zh-deflection';
const REASON = '问候语对第一印象更重要，自本周起提高分值';
let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, path: string, look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, username, path);
  return screen;
}

const outline = (page: Page, name: string) => page.locator('.checklist-outline button', { hasText: name });
const bar = (page: Page, name: string) => page.locator('.checklist-bar').getByRole('button', { name });
const widthOf = (page: Page) => page.evaluate('document.scrollingElement.scrollWidth');

const heading = ['环节', '评分项（中文）', '分值', '检查方式', '中文说法', '说话方'];
const cells = (rows: string[][]) => rows.map((row) => row.map((value) => ({ value, type: String })));
const sheet = (rows: string[][]) => writeExcelFile(cells([heading, ...rows])).toBuffer();
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

describe('a checklist', () => {
  it('is changed, validated, tried and published by a quality manager, and judges the next call', async () => {
    const { page, errors, close } = await as('quality', '/checklists');
    await page.getByRole('link', { name: '标准呼入' }).click();
    await page.getByRole('button', { name: '起草新版本' }).click();
    await outline(page, '问候').click();
    const saved = () => page.locator('.checklist-bar').getByText('已保存').waitFor();
    const part = page.locator('.checklist-part');
    // One language is enough; none is not.
    await part.getByLabel('英文标题').fill('');
    await part.getByLabel('中文标题').fill('');
    await bar(page, '校验').click();
    await page.locator('.checklist-findings li.error', { hasText: '缺少标题' }).waitFor();
    await picture(page, 'checklist-findings-1440');
    await part.getByLabel('中文标题').fill('问候');
    await part.getByLabel('英文标题').fill('Friendly salutation');
    await part.getByRole('spinbutton', { name: '分值' }).fill('6');
    await part.getByRole('spinbutton', { name: '分值' }).press('Tab');
    // It saves itself, and says since when; a colleague's or one's own next visit finds it.
    await page.locator('.checklist-bar').getByText('已保存').waitFor();
    await page.reload();
    await outline(page, '问候').click();
    expect(await part.getByLabel('英文标题').inputValue()).toBe('Friendly salutation');
    await part.getByText('未达成', { exact: false }).first().waitFor();
    await picture(page, 'checklist-sentence-1440');
    // What is said of a field lies in its column, below it: eight fields are eight cells.
    expect(await part.locator('.admin-fields').first().locator('> *').count()).toBe(8);
    // The same draft as YAML: what is written there is in the form, and what cannot be read stays until it is put right.
    await page.locator('.checklist-tabs').getByText('YAML', { exact: true }).click();
    const text = await page.locator('.checklist-whole-yaml textarea').first().inputValue();
    await page.locator('.checklist-whole-yaml textarea').first().fill(`${text}\n: [`);
    await page.getByText('请先改正 YAML').waitFor();
    await page
      .locator('.checklist-whole-yaml textarea')
      .first()
      .fill(text.replace('clause: P1 §4.2, P2 §2.1', 'clause: P1 §4.2, P2 §2.1 (2026)'));
    await picture(page, 'checklist-yaml-1440');
    await page.locator('.checklist-tabs').getByText('表单', { exact: true }).click();
    await outline(page, '问候').click();
    expect(await part.getByLabel('制度条款').inputValue()).toBe('P1 §4.2, P2 §2.1 (2026)');

    // What a colleague saves meanwhile comes in by itself; where both changed the same, it is asked which stays.
    const elsewhere = async (change: (item: Record<string, unknown>[]) => void) => {
      const at = `${product.baseUrl}/api/v1/checklists/standard-inbound/draft`;
      const { revision, definition } = (await (await page.request.get(at)).json()) as {
        revision: number;
        definition: { sections: { items: Record<string, unknown>[] }[] };
      };
      change(definition.sections[0]!.items);
      const headers = { origin: product.baseUrl };
      expect((await page.request.put(at, { data: { revision, definition }, headers })).status()).toBe(200);
    };
    await saved();
    await elsewhere((items) => Object.assign(items[2]!, { clause: 'P9' }));
    await part.getByLabel('制度条款').fill('P1');
    await page.getByText('已与您的改动合并').waitFor();
    await saved();
    const clauses = (of: number) => `definition->'sections'->0->'items'->${of}->>'clause'`;
    expect(await product.count(`checklist_draft where ${clauses(1)} = $1 and ${clauses(2)} = $2`, 'P1', 'P9')).toBe(1);
    await page.getByRole('button', { name: '知道了' }).click();
    await elsewhere((items) => Object.assign(items[1]!, { clause: 'P7' }));
    await part.getByLabel('制度条款').fill('P2');
    await page.locator('.draft-merge').getByText('P1 → P7').first().waitFor();
    await picture(page, 'checklist-merge-1440');
    expect(await hindrances(page)).toEqual([]);
    await page.locator('.draft-merge').getByText('保留我的').click();
    await page.getByRole('button', { name: '合并后继续' }).click();
    await page.getByRole('button', { name: '知道了' }).click();
    await saved();
    expect(await product.count(`checklist_draft where ${clauses(1)} = $1`, 'P2')).toBe(1);

    const bench = page.locator('.checklist-bench');
    await bench
      .getByLabel('对话，每行一个话轮')
      .fill('坐席：您好，请问有什么可以帮您？\n客户：我想查一下话费。\n坐席：再见。');
    await bench.getByRole('button', { name: '试评' }).click();
    await bench.locator('.bench-items button', { hasText: '问候' }).click();
    await bench.locator('.bench-mark', { hasText: '您好' }).waitFor();
    await bench.locator('.bench-trace li').first().waitFor();
    await picture(page, 'checklist-bench-1440');
    expect(await hindrances(page)).toEqual([]);

    await bar(page, '请求发布').click();
    // Who may publish is told before the request is made; that it was made is told here.
    await page
      .locator('.checklist-bar')
      .getByText(/于 .+ 请求发布。/)
      .waitFor();
    expect(errors).toEqual([]);
    await close();
    const other = await as('analyst', '/home');
    await other.page.getByRole('link', { name: /Checklist drafts for you to publish/ }).click();
    await bar(other.page, 'Publish').click();
    // What the second person answers for is before their eyes.
    await other.page.getByRole('dialog').locator('.checklist-difference', { hasText: '4 → 6' }).waitFor();
    await picture(other.page, 'checklist-publish-1440');
    await other.page.getByLabel('Reason').fill(REASON);
    await other.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await other.page.locator('.checklist-versions', { hasText: REASON }).waitFor();
    await other.close();

    const callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
    await product.reaches(callId, ['scored']);
    const card = `scorecard join leg on leg.id = leg_id join checklist_version v on v.checklist_id = scorecard.checklist_id
      and v.version = checklist_version where call_id = $1 and scorecard.checklist_id = 'standard-inbound' and reason = $2`;
    expect(await product.count(card, callId, REASON)).toBe(1);
  });

  it('is made from a spreadsheet, back-tested and published by two people, without a line of YAML', async () => {
    const callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
    await product.reaches(callId, ['scored']);
    const { page, errors, close } = await as('quality', '/checklists');
    await page.getByRole('button', { name: '从表格导入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('评分表编号').fill('from-sheet');
    await dialog.getByLabel('中文标题').fill('来自表格');
    const choose = dialog.locator('input[type=file]');
    await choose.setInputFiles(file('wrong.xlsx', await sheet([['开场', '问候', '很多', '说到', '您好', '坐席']])));
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByText('分值应为 0 至 1000 的整数').waitFor();
    const many = Array.from({ length: 501 }, (_, i) => ['开场', `第 ${i} 项`, '1', '', '', '']);
    await choose.setInputFiles(file('many.xlsx', await sheet(many)));
    await dialog.getByText('这张表超过 500 行').waitFor();
    // The template is read as it is, and its second sheet explains the columns.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '中文模板 XLSX' }).click(),
    ]);
    await choose.setInputFiles(await download.path());
    await dialog.getByText('读到 3 行').waitFor();
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByText('将作为 from-sheet 的新草稿').waitFor();
    const right = [
      ['开场', '问候', '10', '说到', '您好；早上好_x000D_\n您早', '坐席'],
      ['服务', '没有推诿', '10', '不能说', '不归我们管', '坐席'],
    ];
    await choose.setInputFiles(file('right.xlsx', prefixedWorkbook([heading, ...right])));
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByText('将作为 from-sheet 的新草稿').waitFor();
    await picture(page, 'checklist-rows-1440');
    await dialog.getByRole('button', { name: '存为草稿' }).click();
    await outline(page, '没有推诿').waitFor();
    const phrases = `checklist_draft where checklist_id = 'from-sheet' and definition->'phraseLists'->0->'zh' = $1`;
    expect(await product.count(phrases, '["您好","早上好","您早"]')).toBe(1);
    // What its phrases hear in past calls, with the words, and where they were said.
    await page.locator('.checklist-tabs').getByText('词表', { exact: true }).click();
    const trial = page.locator('.phrase-trial');
    await trial.getByRole('button', { name: '试一试' }).click();
    await trial.getByText('读过 1 通，命中 1 通。').waitFor();
    await page.locator('.phrase-tried.none').first().waitFor();
    await page.locator('button.phrase-tried', { hasText: '命中 1 通' }).first().click();
    await trial.getByRole('button', { name: '看例句' }).click();
    await trial.locator('.bench-mark').first().waitFor();
    await picture(page, 'checklist-trial-1440');
    expect(await hindrances(page)).toEqual([]);
    await trial.getByRole('link').first().click();
    await page.waitForURL(new RegExp(`/calls/${callId}\\?leg=1&t=`));
    await page.goBack();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.locator('.back-test-summary').waitFor();
    await bar(page, '请求发布').click();
    await page
      .locator('.checklist-bar')
      .getByText(/于 .+ 请求发布。/)
      .waitFor();
    expect(errors).toEqual([]);
    await close();
    // The second person is told, and is led to the draft.
    const other = await as('analyst', '/calls');
    const refused: string[] = [];
    other.page.on('response', (answer) => void (answer.status() >= 400 && refused.push(answer.url())));
    await other.page.locator('button:has(.anticon-bell)').click();
    await other.page.getByText('Checklist from-sheet is waiting for you to publish it').click();
    await bar(other.page, 'Publish').click();
    await other.page.getByLabel('Reason').fill(REASON);
    await other.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await other.page.locator('.checklist-versions', { hasText: REASON }).waitFor();
    // The draft that is over is not asked for once more.
    expect(refused).toEqual([]);
    await other.close();
  });

  it('is begun from the library by trade, in the company’s name, and says where it came from', async () => {
    const { page, errors, close } = await as('quality', '/checklists', { width: 1280, height: 800 });
    await page.getByRole('link', { name: '从行业评分表库选用' }).click();
    await page.getByText('首问负责，一次性告知').waitFor();
    // What is measured of each is told, by language.
    await page.getByText('普通话，按产品自测：').first().waitFor();
    await lookAtScreen({ page, errors }, 'checklist-library-1280');
    await page.getByRole('link', { name: '银行业务' }).click();
    await page.locator('.checklist-read', { hasText: '不索要密码、验证码' }).waitFor();
    await lookAtScreen({ page, errors }, 'checklist-library-bank-1280');
    await page.getByRole('button', { name: '起草' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('评分表编号').fill('standard-inbound');
    await dialog.getByRole('button', { name: '起草' }).click();
    await dialog.getByText('这个编号已有评分表').waitFor();
    await dialog.getByLabel('评分表编号').fill('our-bank');
    await picture(page, 'checklist-library-take-1280');
    await dialog.getByRole('button', { name: '起草' }).click();
    await outline(page, '不承诺收益或保本').click();
    await page.getByText('来自行业评分表库：银行业务，第 1 版').waitFor();
    await page.getByText('没有发现问题').waitFor();
    await lookAtScreen({ page, errors }, 'checklist-library-draft-1280');
    await whileNewer('bank', async () => {
      await page.reload();
      await page.locator('.admin-tag', { hasText: '库中已有第 2 版' }).waitFor();
      await lookAtScreen({ page, errors }, 'checklist-library-newer-1280');
    });
    // A spreadsheet over it: what it changes is told before it is kept.
    await page.goto(`${product.baseUrl}/checklists`);
    await page.getByRole('button', { name: '从表格导入' }).click();
    const rows = page.getByRole('dialog');
    await rows.getByLabel('评分表编号').fill('our-bank');
    await rows.getByText('已有评分表', { exact: false }).waitFor();
    await rows
      .locator('input[type=file]')
      .setInputFiles(file('over.xlsx', await sheet([['开场', '问候', '10', '说到', '您好', '坐席']])));
    await rows.getByRole('button', { name: '预览' }).click();
    await rows.getByText('会有这些变化').waitFor();
    await picture(page, 'checklist-import-over-1280');
    await close();
    const phone = await as('quality', '/checklist-library', { width: 390, height: 844 });
    await phone.page.getByRole('button', { name: 'EN' }).click();
    await phone.page.getByText('safety first').waitFor();
    await phone.page.getByText('English, points by the product’s own measure:').first().waitFor();
    await lookAtScreen(phone, 'checklist-library-en-390');
    await phone.page.getByRole('link', { name: 'Utility' }).click();
    await phone.page.locator('.checklist-read').waitFor();
    await lookAtScreen(phone, 'checklist-library-utility-en-390');
    await phone.page.getByRole('button', { name: '中文' }).click();
    await phone.page.locator('html[lang^=zh]').waitFor();
    await phone.close();
  });

  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1280, 800],
        ['light', 390, 844],
      ] as const,
      0,
    ),
  )('is accessible, %s at %i', async (theme, width, height) => {
    const { page, errors, close } = await as('quality', '/checklists', { theme, width, height });
    await page.getByRole('link', { name: '标准呼出' }).waitFor();
    await picture(page, `checklists-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('link', { name: '标准呼出' }).click();
    await page.locator('.checklist-read').waitFor();
    if (width > 600) {
      await page.getByRole('button', { name: /起草新版本|打开草稿/ }).click();
      await outline(page, '说明来意').click();
    } else await page.getByText('请在大屏上完成编辑').first().waitFor();
    await picture(page, `checklist-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await widthOf(page)).toBe(width);
    expect(errors).toEqual([]);
    await close();
  });
});
