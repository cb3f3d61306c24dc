import { type Page } from 'playwright-core';
import { PASSWORD } from '../../support/product.js';
import { ByKeyboard } from './by-keyboard.js';

/** Signs in by keyboard alone, in the language that the page is in, and goes past the rail by the skip link. */
async function signInByKeyboard(page: Page, address: string, username: string): Promise<ByKeyboard> {
  const keys = await ByKeyboard.begin(page);
  await page.goto(address);
  await page.locator('#username').waitFor();
  await keys.to(/^(用户名|User name)/);
  await keys.type(username);
  await keys.press('Enter');
  await keys.hears(/请填写密码|Enter your password/, 'To leave the password out');
  await page.evaluate('document.activeElement?.blur()');
  await keys.to(/^(密码|Password)/);
  await keys.type(PASSWORD);
  await keys.press('Enter');
  await page.locator('.shell main h1').waitFor();
  await page.evaluate('document.activeElement?.blur()');
  await keys.to(/^(跳到正文|Skip to content)/);
  const focused = await keys.press('Enter');
  if (!focused?.isMain) keys.faults.push('The skip link does not lead to the content');
  return keys;
}

/** From the sign-in over the list to a call, which is heard, judged and published. @returns what hindered */
export async function reviewByKeyboard(page: Page, baseUrl: string, callId: string): Promise<string[]> {
  const keys = await signInByKeyboard(page, `${baseUrl}/calls`, 'supervisor');
  await page.locator('.row-link').first().waitFor();
  await keys.reads('The list of calls');
  await keys.to(/\d\d:\d\d/);
  for (let row = 0; row < 60; row++) {
    if (await page.evaluate(`document.activeElement.closest('[data-call="${callId}"]') !== null`)) break;
    await keys.press('ArrowDown');
  }
  await keys.press('Enter');
  await page.waitForURL(`**/calls/${callId}*`);
  await page.locator('.turn').first().waitFor();
  await keys.hearsTitle('To open a call');
  await keys.reads('A call');
  await keys.to(/^(播放|Play)$/);
  await keys.press('Enter');
  await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
  await keys.press('Enter');
  await keys.to(/^(字幕|Captions)/);
  await keys.press('Enter');
  await page.locator('.captions').waitFor();
  await keys.to(/^(未达成|Not met), ?/);
  await keys.press('Enter');
  await page.locator('.item.selected').waitFor();
  await keys.to(/^(判断此项|Judge)/);
  await keys.press('Enter');
  await page.locator('.item.selected .judge').waitFor();
  await keys.keepsFocus('To judge an item');
  await keys.reads('An item that is judged');
  await keys.press('Enter');
  await keys.to(/^(更改原因|Reason for change)/);
  await keys.press('ArrowDown', 'ArrowDown', 'Enter');
  await keys.hears(/已保存|[Ss]aved/, 'To answer an item');
  await keys.to(/^(发布|Publish)/);
  await keys.press('Enter');
  await keys.hears(/已发布|[Pp]ublished/, 'To publish');
  await page
    .getByText(/人工复核生效|A person’s review counts|review counts/)
    .first()
    .waitFor();
  await keys.keepsFocus('To publish');
  return keys.faults;
}

/** An agent contests a result of their own call, in a dialog that gives the focus back. @returns what hindered */
export async function disputeByKeyboard(page: Page, baseUrl: string, callId: string): Promise<string[]> {
  const address = `${baseUrl}/calls/${callId}?item=ownership.no_deflection`;
  const keys = await signInByKeyboard(page, address, 'agent');
  // Until all of the item is there: what still grows above would push away what has the focus.
  await page
    .locator('.item.selected')
    .getByRole('button', { name: /^(申诉|Contest)$/ })
    .waitFor();
  await keys.reads('A score');
  await keys.to(/^(申诉|Contest)$/);
  await page.evaluate("document.querySelector('.card > .bar').style.paddingBottom = '55vh'");
  await keys.staysInSight('To have something grow above the card');
  await page.evaluate("document.querySelector('.card > .bar').style.paddingBottom = ''");
  await page.evaluate("document.querySelector('.card-scroll .item').style.paddingBottom = '90vh'");
  await keys.staysInSight('To have an item grow above');
  await page.evaluate("document.querySelector('.card-scroll .item').style.paddingBottom = ''");
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await keys.reads('To contest', 'dialog');
  await keys.to(/^(原因|Why)/);
  await keys.press('ArrowDown', 'ArrowDown', 'Enter');
  await keys.to(/^(说明|Note)/);
  await keys.type('挂机前我说明过。');
  await keys.to(/^(提交申诉|Contest)$/);
  await keys.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await keys.hears(/提交申诉：已完成|Contest: done/, 'To contest a result');
  await keys.keepsFocus('To contest a result');
  await keys.reads('A result that is contested');
  return keys.faults;
}

/** Legal asks for recordings. @returns what hindered */
export async function requestByKeyboard(page: Page, baseUrl: string): Promise<string[]> {
  const keys = await signInByKeyboard(page, `${baseUrl}/legal/requests`, 'requester');
  await keys.reads('Requests');
  await keys.to(/^(新建申请|New request)/);
  await keys.press('Enter');
  await page.waitForURL('**/legal/requests/new*');
  await page
    .getByText(/\d+ 段录音|\d+ recordings?/)
    .first()
    .waitFor();
  await keys.hearsTitle('To begin a request');
  await keys.reads('A new request');
  await keys.to(/^(目的|Purpose)/);
  await keys.press('ArrowDown', 'Enter');
  await keys.to(/^(理由|Reason)/);
  await keys.type('客户对退款有争议，需要核对当时的承诺。');
  await keys.to(/^(提交申请|Submit)/);
  await keys.press('Enter');
  await page.waitForURL(/\/legal\/requests\/[0-9a-f-]{36}/);
  await keys.hearsTitle('To send a request');
  await keys.reads('A request that is sent');
  return keys.faults;
}
