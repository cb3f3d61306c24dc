import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

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

describe('a checklist', () => {
  it('is changed, validated, tried and published by a quality manager, and judges the next call', async () => {
    const { page, errors, close } = await as('quality', '/checklists');
    await page.getByRole('link', { name: '标准呼入' }).click();
    await page.getByRole('button', { name: '起草新版本' }).click();
    await outline(page, '问候').click();
    const part = page.locator('.checklist-part');
    await part.getByLabel('英文标题').fill('');
    await bar(page, '校验').click();
    await page.locator('.checklist-findings li.error', { hasText: '缺少一种语言的标题' }).waitFor();
    await picture(page, 'checklist-findings-1440');
    await part.getByLabel('英文标题').fill('Friendly salutation');
    await part.getByLabel('分值').fill('6');
    await part.getByLabel('分值').press('Tab');
    // It saves itself, and says since when; a colleague's or one's own next visit finds it.
    await page.locator('.checklist-bar').getByText('已保存').waitFor();
    await page.reload();
    await outline(page, '问候').click();
    expect(await part.getByLabel('英文标题').inputValue()).toBe('Friendly salutation');
    await part.getByText('未达成', { exact: false }).first().waitFor();
    await picture(page, 'checklist-sentence-1440');
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
    await page.getByText('须由没有改过草稿的人发布').waitFor();
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
    expect(other.errors).toEqual([]);
    await other.close();

    const callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
    await product.reaches(callId, ['scored']);
    const card = `scorecard join leg on leg.id = leg_id join checklist_version v on v.checklist_id = scorecard.checklist_id
      and v.version = checklist_version where call_id = $1 and scorecard.checklist_id = 'standard-inbound' and reason = $2`;
    expect(await product.count(card, callId, REASON)).toBe(1);
  });

  it.each([
    ['light', 1440, 900],
    ['dark', 1280, 800],
    ['light', 390, 844],
  ] as const)('is accessible, %s at %i', async (theme, width, height) => {
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
