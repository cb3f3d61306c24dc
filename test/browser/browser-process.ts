import { type ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import { type Socket } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { keptPages } from './browser-pages.js';

/** Without its own windows if there is such a build: a page takes half of the processor time. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

let running: Promise<Browser> | undefined;

/** One browser for all files of a process. It ends with the process. */
export async function startBrowser(): Promise<Browser> {
  const browser = await (running ??= launch());
  if (browser.isConnected()) return browser;
  return (running = launch());
}

/** What a file's tests left open is closed: the next file finds pages that are done with, and nothing else. */
export async function leave(browser: Browser | undefined): Promise<void> {
  const kept = keptPages(browser).map((page) => page.context());
  await Promise.all((browser?.contexts() ?? []).filter((one) => !kept.includes(one)).map((one) => one.close()));
}

async function launch(): Promise<Browser> {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => void started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  try {
    return await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? CHROMIUM.find(existsSync) ?? CHROMIUM[0]!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A process less for each browser, and no second compilation: no page lives long enough to win by it.
        '--in-process-gpu',
        '--js-flags=--no-opt --no-maglev',
      ],
    });
  } finally {
    unsubscribe('child_process', note);
    for (const one of started.filter(({ spawnfile }) => spawnfile.includes('chrom'))) letEnd(one);
  }
}

/** It keeps the process that started it from ending no longer: which ends it then. */
function letEnd(browser: ChildProcess): void {
  browser.unref();
  for (const stream of browser.stdio) (stream as Socket | null)?.unref?.();
}
