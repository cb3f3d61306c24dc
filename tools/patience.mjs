/**
 * How patient the tests are. Limits end what hangs and judge no speed: each is written for a machine of two free cores, and grows with a slowness
 * that is measured once, at the start of a run. The process that measures hands it to those that it starts.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'SHOUWEN_TEST_SLOWNESS';
/** What the work below takes on two free cores of a server of 2024, in milliseconds. */
const FREE = { processor: 130, disk: 120 };
/** A machine that is slower than this is not one to test on: what hangs there should be told all the same. */
const MOST = 20;

/** The slowness of this run, 1 or more. */
export const slowness = Number((process.env[VARIABLE] ??= String(measured())));

/** A limit in milliseconds, as long as this machine needs it. */
export const patient = (ms) => Math.ceil(ms * slowness);

function measured() {
  const slow = Math.max(took(calculate) / FREE.processor, took(write) / FREE.disk);
  return Math.round(Math.min(Math.max(slow, 1), MOST) * 10) / 10;
}

function took(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** As much of a processor as a small test takes. */
function calculate() {
  let text = 'patience';
  for (let round = 0; round < 120_000; round++) text = createHash('sha256').update(text).digest('hex');
}

/** As a database writes: a little, and only then the next. */
function write() {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-patience-'));
  const file = openSync(join(folder, 'log'), 'w');
  for (let page = 0; page < 20; page++) {
    writeSync(file, Buffer.alloc(8_192));
    fsyncSync(file);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
}
