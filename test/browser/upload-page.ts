import { type Page } from 'playwright-core';
import { type ExpectedEnd } from '../fixtures/mixed/made-file.js';

/** Drops a folder of the disk onto the screen: the browser itself reads it, as after a person's drag. */
export async function dropFolder(page: Page, path: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const box = (await page.locator('.drop-zone').boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + 12 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at, data });
}

export async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.locator(`#upload-${field}`).click();
  await page.locator('.ant-select-item-option', { hasText: words }).locator('visible=true').first().click();
}

/** States the consent and the agent. No recogniser of a bare machine knows Mandarin, so that what is good ends with a question to a person. */
export async function fillForm(page: Page, staffNumber = '3071'): Promise<void> {
  await choose(page, 'direction', '呼入');
  await chooseAgent(page, staffNumber);
  await choose(page, 'channel', '左声道');
  await choose(page, 'consent', '录音告知已播放');
}

/** The people who can be meant, found by a part of their name or number. */
export async function chooseAgent(page: Page, sought: string): Promise<void> {
  await page.locator('#upload-agent').fill(sought);
  await page.locator('.ant-select-item-option', { hasText: sought }).locator('visible=true').first().click();
}

export const row = (page: Page, path: string) => page.locator(`.file-row[data-path=${JSON.stringify(path)}]`);

/** Every row's place, state and words, also outside the part in sight. */
export async function allRows(page: Page): Promise<Map<string, { state: string; words: string }>> {
  const seen = new Map<string, { state: string; words: string }>();
  const pane = page.locator('.file-rows');
  for (let top = 0; ; top += 300) {
    const end = await pane.evaluate((element, to) => {
      element.scrollTop = to;
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
    }, top);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    for (const one of await page.locator('.file-row').all()) {
      const [path, state, words] = await Promise.all([
        one.getAttribute('data-path'),
        one.getAttribute('data-state'),
        one.locator('.file-words').innerText(),
      ]);
      seen.set(path ?? '', { state: state ?? '', words });
    }
    if (end) return seen;
  }
}

/** What a person must be told about a file that comes to this end. */
export function wordsFor(expect: ExpectedEnd): { states: string[]; words: RegExp } {
  const taken = expect.incomplete === true ? '文件在中途结束，已保存现有部分。.*' : '';
  if (expect.status === 201 && expect.stage === 'needs_attention')
    return { states: ['needs_attention'], words: /录音无法解码.*原始文件已保留/ };
  // Sealed, and then handed to a person, because no recogniser is set up for its language.
  if (expect.status === 201)
    return { states: ['needs_attention'], words: new RegExp(`^${taken}.*没有能转写这种语言的引擎.+`, 's') };
  const codes: Record<string, RegExp> = {
    // What it is by its content, and what to send instead.
    recording_unsupported: /按内容看，?(?:是|这不是).+请/,
    recording_empty: /是空的.+请检查/,
    recording_without_sound: /没有音频.+请检查/,
    recording_too_long: /小时.+请按通话分开/,
  };
  return { states: ['refused'], words: codes[expect.code ?? ''] ?? /^$/ };
}
