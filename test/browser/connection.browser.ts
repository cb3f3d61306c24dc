import { type Browser } from 'playwright-core';
import { type CaptureFigures } from '#contracts';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';

const [CONTROLLER, STANDBY] = ['10.2.0.11', '10.2.0.12'];

/** A process whose spool fills, that refused calls, and that one listed sender has never called. */
function figures(now: number): CaptureFigures {
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
  const refusal = { at: ago(60), status: 503, why: 'full' };
  return {
    startedAt: ago(3600),
    listens: { host: '10.2.0.5', udp: 5070, tcp: 5070, tls: 5071 },
    listed: [CONTROLLER, STANDBY],
    sessions: { running: 1, most: 250, begun: 312, waiting: 2, unread: 1 },
    refused: [
      { why: 'full', count: 3 },
      { why: 'key_in_clear', count: 1 },
    ],
    ...{ statuses: [{ status: 503, count: 3 }], dropped: [{ why: 'stranger', count: 41 }] },
    ended: [{ why: 'bye', count: 311 }],
    peers: [
      { address: CONTROLLER, sessions: 312, lastInviteAt: ago(30), lastOptionsAt: ago(10), lastRefusal: refusal },
      { address: STANDBY, sessions: 0, lastInviteAt: null, lastOptionsAt: ago(20), lastRefusal: null },
    ],
    streams: [0, 1].map((stream) => ({
      ...{ session: 'b1f0c1de-0000-4000-8000-000000000001', stream, taken: 1500 + stream, foreign: 7, discarded: 250 },
      ...{ refused: 0, masked: 12, unkept: 0 },
    })),
    spool: { bytes: 7000 * 1024 ** 2, limitBytes: 8192 * 1024 ** 2 },
    keys: { ready: 34, wanted: 34 },
    buffer: { bytes: 212_992, wantedBytes: 1_048_576 },
    faults: 0,
  };
}

let product: House;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  await product.database.query('insert into capture_process (process, reported_at, figures) values ($1, now(), $2)', [
    'recorder-1:5070',
    figures(Date.now()),
  ]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

it.each([
  {
    language: 'zh',
    title: '实时接入',
    sender: [CONTROLLER, '312', /503 已满（通话数、端口或暂存区）/],
    never: /还没有/,
    away: [/发送方没有登记/, '丢弃', '41'],
    inClear: [/密钥没有经过 TLS/, '拒绝', '1'],
    notes: ['即将占满：达到 90% 时会拒绝新的通话', '请调大 net.core.rmem_max'],
    running: '正在接收的媒体流',
  },
  {
    language: 'en',
    title: 'Live connection',
    sender: [CONTROLLER, '312', /503 Full \(calls, ports or spool\)/],
    never: /Never/,
    away: [/The sender is not listed/, 'Dropped', '41'],
    inClear: [/Its keys came without TLS/, 'Refused', '1'],
    notes: ['Almost full: at 90% new calls are refused', 'Raise net.core.rmem_max'],
    running: 'Streams being received now',
  },
])('tells who sends, what was turned away and why, and what streams lose, in $language', async (said) => {
  const { page, errors, close } = await openScreen(browser);
  await signIn(page, product, 'admin', '/telephony/capture');
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"${said.language}"}' })`,
  );
  await page.reload();
  await page.getByRole('link', { name: said.title }).first().waitFor();
  const rowOf = (...cells: (string | RegExp)[]) =>
    cells.reduce((row, text) => row.filter({ hasText: text }), page.getByRole('row'));
  await rowOf(...said.sender).waitFor();
  await rowOf(STANDBY, said.never).waitFor();
  await rowOf(...said.away).waitFor();
  await rowOf(...said.inClear).waitFor();
  for (const note of said.notes) await page.getByText(note, { exact: false }).waitFor();
  const streams = page.getByRole('table', { name: said.running });
  expect(await streams.getByRole('row').count()).toBe(3);
  await picture(page, `connection-${said.language}`);
  expect(await hindrances(page)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});
