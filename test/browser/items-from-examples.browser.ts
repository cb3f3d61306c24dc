import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

const SAMPLE = 'zh-deflection';
let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

it('an item is made from examples, by keyboard, which is tried and says where they are at odds', async () => {
  const callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
  await product.reaches(callId, ['scored']);
  const { page, errors, close } = await openScreen(browser);
  await signIn(page, product, 'quality', '/checklists');
  const made = await page.request.post(`${product.baseUrl}/api/v1/checklists`, {
    data: { checklistId: 'by-example', from: 'empty' },
    headers: { origin: product.baseUrl },
  });
  expect(made.status()).toBe(201);
  await page.goto(`${product.baseUrl}/checklists/by-example?draft=1`);
  await page.locator('.checklist-outline').getByRole('button', { name: '添加环节' }).click();
  await page.locator('.checklist-outline').getByRole('button', { name: '添加评分项' }).click();
  const part = page.locator('.checklist-part');
  const validate = () => page.locator('.checklist-bar').getByRole('button', { name: '校验' }).click();
  await part.getByLabel('中文标题').fill('说明退订时限');
  await part.getByRole('combobox', { name: '检查' }).first().press('Enter');
  await page.locator('.ant-select-item-option', { hasText: '像示例的话' }).click();
  const write = async (side: string, lines: readonly string[]) => {
    const group = part.getByRole('group', { name: `${side}（中文）` });
    await group.getByRole('button', { name: '添加一行' }).press('Enter');
    for (const [i, line] of lines.entries()) {
      await page.locator(':focus').pressSequentially(line);
      if (i < lines.length - 1) await page.keyboard.press('Enter');
    }
  };
  const MET = ['出发前一天之前都可以免费取消', '提前四十八小时退订不收费', '周五中午之前退全额退款'];
  await write('算达成的话', MET);
  await write('算未达成的话', ['取消要多少钱我也不清楚', '出发前一天之前都可以免费取消']);
  await validate();
  const findings = page.locator('.checklist-findings');
  await findings.getByText('一个算达成、一个算未达成，说法却相同').waitFor();
  await findings.getByText('未达成示例只有 2 句，至少要 3 句').waitFor();
  await findings.getByText('英文通话的这一项都交人工判断').waitFor();
  await picture(page, 'checklist-examples-findings-1440');
  const against = part.getByRole('group', { name: '算未达成的话（中文）' });
  await against.getByRole('textbox').nth(1).fill('退订规则您自己上网看吧');
  await against.getByRole('textbox').nth(1).press('Enter');
  await page.locator(':focus').pressSequentially('一旦下单票款概不退还');
  await validate();
  await findings.getByText('至少要 3 句').waitFor({ state: 'detached' });
  // Before it is published the editor says how much it recognises, and what becomes of the rest.
  await part.getByText(/把您的示例换种说法，\d+ 句中识别出 \d+ 句（\d+%）/).waitFor();
  await part.getByText('普通话：未评测。').waitFor();
  // What it makes of its own examples said otherwise, then of calls.
  await part.getByRole('button', { name: '用自己的示例试' }).press('Enter');
  await part.getByText('共 24 句：').waitFor();
  await part
    .locator('.example-variants li', { hasText: '嗯，那个，就是说，出发前一天' })
    .locator('b', { hasText: '达成' })
    .waitFor();
  await part.getByRole('button', { name: '用过去的通话试' }).press('Enter');
  await part.getByText('已判断 1 通：').waitFor();
  await part.locator('.item-trial-outcomes li', { hasText: '交人工判断' }).getByText('1').waitFor();
  await picture(page, 'checklist-examples-1440');
  expect(await hindrances(page)).toEqual([]);
  // An example like what was said in the call finds it.
  const sentence = '我帮您反映一下，会有人尽快联系您的';
  const forIt = part.getByRole('group', { name: '算达成的话（中文）' });
  await forIt.getByRole('textbox').nth(2).press('Enter');
  await page.locator(':focus').pressSequentially(sentence);
  await part.getByRole('button', { name: '用同样的通话再试' }).click();
  await part.locator('.item-trial-outcomes li', { hasText: '达成' }).first().getByText('1').waitFor();
  await part.getByRole('button', { name: '看例句' }).click();
  await part.locator('.bench-mark').first().waitFor();
  await part.getByText('有一句最像达成的示例').waitFor();
  await picture(page, 'checklist-examples-tried-1440');
  await page.locator('.checklist-bar').getByText('已保存').waitFor();
  const kept = `checklist_draft where checklist_id = 'by-example' and definition->'sections'->0->'items'->0->'check'->'notMet'->'zh' = $1`;
  expect(await product.count(kept, '["取消要多少钱我也不清楚","退订规则您自己上网看吧","一旦下单票款概不退还"]')).toBe(
    1,
  );
  await page.getByRole('button', { name: 'EN' }).click();
  await part.getByText('Try on my own examples').waitFor();
  await part.getByText(/it recognises \d+ \(\d+%\)\. Sentences it does not recognise go to a reviewer/).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await picture(page, 'checklist-examples-en-1440');
  // The language is the account's, which others of this file sign in with.
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await part.getByText('用自己的示例试').waitFor();
  expect(errors).toEqual([]);
  await close();
});

it('a checklist has an id of small letters, digits and hyphens, as it is typed', async () => {
  const { page, errors, close } = await openScreen(browser);
  await signIn(page, product, 'quality', '/checklists');
  await page.getByRole('button', { name: '新建评分表' }).click();
  const dialog = page.getByRole('dialog');
  const id = dialog.getByLabel('评分表编号');
  const create = dialog.getByRole('button', { name: '新建评分表' });
  await id.fill('Our Bank');
  expect([await id.inputValue(), await create.isDisabled()]).toEqual(['our bank', true]);
  await id.fill('Our-Bank');
  expect([await id.inputValue(), await create.isDisabled()]).toEqual(['our-bank', false]);
  expect(await id.getAttribute('maxlength')).toBe('60');
  expect(errors).toEqual([]);
  await close();
});

it('a number of the whole that is cleared is none, and changes no other', async () => {
  const { page, errors, close } = await openScreen(browser);
  await signIn(page, product, 'quality', '/checklists');
  const made = await page.request.post(`${product.baseUrl}/api/v1/checklists`, {
    data: { checklistId: 'by-number', from: 'empty' },
    headers: { origin: product.baseUrl },
  });
  expect(made.status()).toBe(201);
  await page.goto(`${product.baseUrl}/checklists/by-number?draft=1`);
  await page.locator('.checklist-outline').getByRole('button', { name: '整份评分表' }).click();
  const part = page.locator('.checklist-part');
  const numbers = ['给出总分所需的判定比例（%）', '至少听到的词数（英文）'].map((name) => part.getByLabel(name));
  const before = await Promise.all(numbers.map((number) => number.inputValue()));
  await part.getByLabel('至少听到的字数（中文）').fill('');
  await page.locator('.checklist-bar').getByText('已保存').waitFor();
  expect(await product.count(`checklist_draft where definition->'minimumWords'->>'zh' = '0'`)).toBe(1);
  expect(await Promise.all(numbers.map((number) => number.inputValue()))).toEqual(before);
  expect(errors).toEqual([]);
  await close();
});
