import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Browser, type Route } from 'playwright-core';
import { mixedFolder, type MixedFile } from '../fixtures/mixed-folder.js';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { allRows, choose, dropFolder, fillForm, row, wordsFor } from './upload-page.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';
import { lookedAt } from '../support/deep.js';

let product: House;
let browser: Browser;
let dir: string;
let files: MixedFile[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shouwen-upload-'));
  [product, browser, files] = await Promise.all([
    House.open(),
    startBrowser(),
    mixedFolder(join(dir, '混合 mixed folder')),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('uploading a folder', () => {
  it('ends with every file, good, odd or hostile, in a state that says what happened and what to do', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'admin', '/upload');
    await fillForm(page);
    await choose(page, 'language', '不清楚');
    await page.getByText('无法确定时会请您确认').waitFor();
    await picture(page, 'upload-language-zh');
    await choose(page, 'language', '普通话');
    await dropFolder(page, join(dir, '混合 mixed folder'));
    await page.getByRole('button', { name: `上传 ${files.length} 个文件` }).click();
    await page.getByRole('button', { name: '取消其余上传' }).waitFor();
    // The batch goes on while another screen is shown, and the bell says how far it is.
    await page.getByRole('link', { name: '处理' }).first().click();
    await page.getByRole('button', { name: /正在进行的工作/ }).click();
    await page.getByRole('link', { name: '查看' }).click();
    await page.locator('.file-rows').waitFor();
    await page.getByRole('button', { name: '没有正在进行的工作' }).waitFor({ timeout: patient(240_000) });
    const rows = await allRows(page);
    const told = files.map(({ name, expect: end }) => {
      const { states, words } = wordsFor(end);
      const { state = 'missing', words: said = '' } = rows.get(`混合 mixed folder/${name}`) ?? {};
      return { name, state, said, right: states.includes(state) && words.test(said.replaceAll('\n', ' ')) };
    });
    expect(told.filter(({ right }) => !right)).toEqual([]);
    expect(rows.size).toBe(files.length);
    const refused = files.filter((file) => file.expect.status !== 201).length;
    expect(await page.locator('.batch-summary p').innerText()).toContain(`${refused} 个被拒绝`);
    await picture(page, 'upload-done');
    expect(errors).toEqual([]);
    await close();
  }, 300_000);

  it('says of what is here already that it is, and stores it no second time', async () => {
    const { page, close } = await openScreen(browser);
    const before = await product.count('recording');
    await signIn(page, product, 'admin', '/upload');
    await fillForm(page);
    await choose(page, 'language', '普通话');
    const good = files.filter(({ kind }) => kind === 'good').map(({ path }) => path);
    const again = join(dir, 'again', '混合 mixed folder');
    await mkdir(again, { recursive: true });
    await Promise.all(good.map(async (path) => writeFile(join(again, path.split('/').pop()!), await readFile(path))));
    await dropFolder(page, again);
    await page.getByRole('button', { name: `上传 ${good.length} 个文件` }).click();
    await page.getByRole('button', { name: '取消其余上传' }).waitFor();
    await page.getByRole('button', { name: '没有正在进行的工作' }).waitFor({ timeout: patient(240_000) });
    const rows = await allRows(page);
    for (const path of good)
      expect(rows.get(`混合 mixed folder/${path.split('/').pop()}`)?.words).toContain('已有相同内容，未重复保存。');
    expect(await product.count('recording')).toBe(before);
    await close();
  });

  it('waits as long as the server asks, tries again where no answer comes, and goes on automatically', async () => {
    const { page, close } = await openScreen(browser, { own: true });
    await page.clock.install();
    await signIn(page, product, 'quality', '/upload');
    await fillForm(page);
    const answers: ((route: Route) => Promise<void>)[] = [
      (route) => route.fulfill({ status: 429, headers: { 'retry-after': '600' }, body: 'Too many' }),
      (route) => route.fulfill({ status: 503, headers: { 'retry-after': '600' }, body: 'Stopped' }),
      (route) => route.abort('connectionrefused'),
    ];
    await page.route('**/api/v1/calls', (route) => (answers.shift() ?? ((next) => next.continue()))(route));
    const sound = synthWav({ tones: [350, 0], seconds: 1 });
    await page.setInputFiles('#upload-files', { name: 'paused.wav', mimeType: 'audio/wav', buffer: sound });
    await page.getByRole('button', { name: '上传 1 个文件' }).click();
    await page.getByText(/^等待 .*\d.*：服务要求暂停，到时自动继续。$/).waitFor();
    await row(page, 'paused.wav').getByText('服务要求暂停，到时自动继续。').waitFor();
    await picture(page, 'upload-paused');
    expect(await hindrances(page)).toEqual([]);
    await page.clock.fastForward(600_000);
    await page.getByText(/^等待 .*\d.*：服务没有响应，到时自动再试。$/).waitFor();
    await page.clock.fastForward(600_000);
    await row(page, 'paused.wav').getByRole('link', { name: '打开通话' }).waitFor();
    expect(answers).toEqual([]);
    expect(await page.locator('.pause-note').count()).toBe(0);
    await close();
  });

  it('gives up after the last pause, what waits behind included, and sends all of it when told to retry', async () => {
    const { page, close } = await openScreen(browser, { own: true });
    await page.clock.install();
    await signIn(page, product, 'quality', '/upload');
    await fillForm(page);
    let asked = 0;
    await page.route('**/api/v1/calls', (route) => {
      asked++;
      return route.fulfill({ status: 503, headers: { 'retry-after': '600' }, body: 'Stopped' });
    });
    const sounds = [300, 320, 340, 360, 380].map((tone) => synthWav({ tones: [tone, 0], seconds: 1 }));
    await page.setInputFiles(
      '#upload-files',
      sounds.map((buffer, n) => ({ name: `silent-${n}.wav`, mimeType: 'audio/wav', buffer })),
    );
    await page.getByRole('button', { name: '上传 5 个文件' }).click();
    const failed = page.locator('.batch-summary p').getByText('5 个没有送达');
    while (!(await failed.isVisible())) {
      await page.locator('.pause-note').or(failed).waitFor();
      await page.clock.fastForward(600_000);
    }
    // Three at once and five pauses; the two behind them were never sent.
    expect(asked).toBe(3 * 6);
    await row(page, 'silent-4.wav').getByText('服务暂时不可用，没有保存任何内容。').waitFor();
    await page.unroute('**/api/v1/calls');
    await page.getByRole('button', { name: '重试 5 个未送达的' }).click();
    for (let n = 0; n < sounds.length; n++)
      await row(page, `silent-${n}.wav`).getByRole('link', { name: '打开通话' }).waitFor();
    await close();
  });

  it('takes what a manifest says of each file, its words beside it, and names the lines that do not do', async () => {
    const folder = join(dir, 'with-manifest');
    await mkdir(folder);
    const sound = synthWav({ tones: [440, 0], seconds: 1, sampleRate: 16_000 });
    await Promise.all([
      writeFile(join(folder, 'a.wav'), sound),
      writeFile(join(folder, 'a.vtt'), 'WEBVTT\n\n00:00.000 --> 00:00.900\n<v agent>您好，这里是绿谷银行\n'),
      writeFile(join(folder, 'declined.wav'), synthWav({ tones: [440, 0], seconds: 1 })),
      writeFile(join(folder, 'nobody.wav'), synthWav({ tones: [440, 0], seconds: 1 })),
      writeFile(join(folder, 'alone.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHello\n'),
      writeFile(
        join(folder, 'manifest.csv'),
        '\uFEFFfile,startedAt,consent,staffNumber,colour\r\na.wav,2026-03-12T14:02:00+08:00,,3068,red\r\n' +
          'declined.wav,,declined,,\r\nnobody.wav,yesterday,,,\r\nlost.wav,,,,\r\n',
      ),
    ]);
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality', '/upload');
    await fillForm(page);
    await dropFolder(page, folder);
    await page.getByText('with-manifest/manifest.csv 第 1 行：没有“colour”这一列').waitFor();
    await page.getByText('第 5 行：文件夹里没有“lost.wav”').waitFor();
    await row(page, 'with-manifest/alone.srt').getByText('文字文件没有同名的录音。').waitFor();
    await page.getByRole('button', { name: '上传 3 个文件' }).click();
    await row(page, 'with-manifest/declined.wav').getByText('客户不同意录音，没有保存任何音频。').waitFor();
    await row(page, 'with-manifest/nobody.wav').getByText('清单第 4 行：开始时间须写明').waitFor();
    const scored = row(page, 'with-manifest/a.wav');
    await scored.getByText('附文字 a.vtt').waitFor();
    await page.locator('.file-row[data-state=scored]', { hasText: 'a.wav' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存结果（CSV）' }).click(),
    ]);
    const results = await readFile(await download.path(), 'utf8');
    expect(results).toMatch(/^\uFEFF"文件","状态"/);
    expect(results).toContain('"with-manifest/declined.wav","未录音","客户不同意录音，没有保存任何音频。"');
    await scored.getByRole('link', { name: '打开通话' }).click();
    await page.locator('.call').waitFor();
    await close();
  });

  it('takes nothing for granted, asks what only people know of a call, and sends one that was held back under a new id', async () => {
    const { page, close } = await openScreen(browser, { own: true });
    await signIn(page, product, 'quality', '/upload');
    const sound = synthWav({ tones: [430, 0], seconds: 1 });
    await page.setInputFiles('#upload-files', { name: 'rang.wav', mimeType: 'audio/wav', buffer: sound });
    // The region is the company profile's.
    await page.getByText('请先填写“方向”、“双声道文件中坐席的声道”、“录音告知或同意”。').waitFor();
    await page.getByText('中国 (CN)').waitFor();
    expect(await page.getByRole('button', { name: '上传 1 个文件' }).isDisabled()).toBe(true);
    await fillForm(page);
    await choose(page, 'consent', '录音告知情况未知');
    await page.getByLabel('振铃秒数：rang.wav').fill('6.5');
    await page.getByLabel('转接：rang.wav').click();
    await page.getByTitle('没有转接').locator('visible=true').click();
    await choose(page, 'hangupParty', '客户');
    await page.getByRole('button', { name: '上传 1 个文件' }).click();
    await row(page, 'rang.wav').getByText('请先改正上方内容，再点“换编号”。').waitFor();
    await choose(page, 'consent', '录音告知已播放');
    await page.getByRole('button', { name: 'rang.wav 的编号与坐席' }).click();
    await page.getByRole('button', { name: '使用此编号' }).click();
    await row(page, 'rang.wav').getByText('编号 rang.wav#2').waitFor();
    await picture(page, 'upload-facts');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '上传 1 个文件' }).click();
    await row(page, 'rang.wav').getByRole('link', { name: '打开通话' }).waitFor();
    const client = new pg.Client(product.databaseUrl);
    await client.connect();
    const { rows } = await client.query(
      `select call.external_id, extract(epoch from leg.answered_at - leg.alerted_at)::float8 as rang, transfer, hangup_party, custody
       from call join leg on leg.call_id = call.id left join recording on recording.call_id = call.id
       where call.external_id like 'rang.wav%' order by call.external_id`,
    );
    await client.end();
    const facts = { rang: 6.5, transfer: 'none', hangup_party: 'customer' };
    expect(rows).toMatchObject([
      { external_id: 'rang.wav', ...facts, custody: null },
      { external_id: 'rang.wav#2', ...facts, custody: expect.any(String) },
    ]);
    await close();
  });

  it('knows after a reload what became of the batch, and asks again for files that were not sent', async () => {
    const { page, close } = await openScreen(browser, { own: true });
    await signIn(page, product, 'quality', '/upload');
    await fillForm(page);
    const kept = { mimeType: 'audio/wav', buffer: synthWav({ tones: [410, 0], seconds: 1 }) };
    await page.setInputFiles('#upload-files', { ...kept, name: 'sent.wav' });
    await page.getByRole('button', { name: '上传 1 个文件' }).click();
    await row(page, 'sent.wav').getByRole('link', { name: '打开通话' }).waitFor();
    const another = { mimeType: 'audio/wav', buffer: synthWav({ tones: [420, 0], seconds: 1 }) };
    await page.setInputFiles('#upload-files', { ...another, name: 'unsent.wav' });
    await row(page, 'unsent.wav').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /正在进行的工作|没有正在进行的工作/ }).waitFor();
    await row(page, 'sent.wav').getByRole('link', { name: '打开通话' }).waitFor();
    await row(page, 'unsent.wav').getByText('浏览器里不再有这个文件').waitFor();
    await page.locator('.file-row[data-state=needs_attention]', { hasText: 'sent.wav' }).waitFor();
    // Dropped again, it takes the place of the row that had lost it. Consent is chosen for every batch.
    await page.setInputFiles('#upload-files', { ...another, name: 'unsent.wav' });
    await row(page, 'unsent.wav').getByText('浏览器里不再有这个文件').waitFor({ state: 'detached' });
    expect(await page.locator('.file-row').count()).toBe(2);
    await close();
  });

  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1280, 800],
        ['light', 390, 844],
      ] as const,
      2,
    ),
  )('is accessible and scrolls nothing sideways, %s at %i', async (theme, width, height) => {
    const { page, close } = await openScreen(browser, { theme, width, height });
    await signIn(page, product, 'quality', '/upload');
    await page.setInputFiles(
      '#upload-files',
      files.slice(0, 20).map(({ path }) => path),
    );
    await page.locator('.file-row').first().waitFor();
    await picture(page, `upload-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    await close();
  });
});
