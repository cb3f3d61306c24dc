/**
 * Draws the icons of the installed app from the seal, with a Chinese font of this machine: `node tools/app-icons.mjs` writes them to `apps/web/public/`.
 * They are kept in the repository, since a machine that builds may have neither.
 */
import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PUBLIC = join(import.meta.dirname, '../apps/web/public');
/** A system may cut a maskable icon to any shape: its mark keeps to the middle, and its colour goes to the edge. */
const ICONS = [
  { name: 'icon-192', size: 192, maskable: false },
  { name: 'icon-512', size: 512, maskable: false },
  { name: 'icon-maskable-512', size: 512, maskable: true },
  { name: 'apple-touch-icon', size: 180, maskable: true },
];

const seal = (await readFile(join(PUBLIC, 'seal.svg'), 'utf8')).replace(
  'sans-serif',
  'Noto Sans CJK SC, Noto Sans SC, sans-serif',
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, size, maskable } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawn = maskable ? size * 0.76 : size;
  await page.setContent(
    `<body style="margin:0;width:${size}px;height:${size}px;display:grid;place-items:center;background:${maskable ? '#1D5C8F' : 'transparent'}">` +
      `<div style="width:${drawn}px;height:${drawn}px">${seal}</div></body>`,
  );
  await writeFile(join(PUBLIC, `${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
