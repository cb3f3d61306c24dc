import { type Page } from 'playwright-core';
import { comesTrue } from '../comes-true.js';
import { Spoken } from './spoken.js';

/** Runs in the page: what has the focus, and whether a person sees that it has. As text, since tests are compiled without the DOM. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const named = (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const name = (it.getAttribute('aria-label') || named || it.labels?.[0]?.textContent || it.textContent || it.title || '').replace(/\\s+/g, ' ').trim();
  const box = it.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  const isIt = (top) => top && (it.contains(top) || top.contains(it) || (it.closest('label, .ant-select, .ant-picker, .ant-switch') ?? it).contains(top));
  const frames = [it, it.parentElement, it.parentElement?.parentElement, it.parentElement?.parentElement?.parentElement].filter(Boolean);
  const ringed = frames.some((one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; }) || getComputedStyle(it, '::after').outlineStyle === 'solid';
  return { name, seen: points.some(isIt), ringed, isMain: it.id === 'content' };
})()`;

export interface Focused {
  name: string;
  /** Not wholly under something else (WCAG 2.4.11). */
  seen: boolean;
  /** Something shows that it has the focus (WCAG 2.4.7). */
  ringed: boolean;
  /** The part of the page that links and dialogs lead into: it needs no ring. */
  isMain: boolean;
}

/** A loaded machine scrolls late. */
const SCROLLED_MS = 2_000;
/** No screen has more stops in front of what is looked for. */
const MOST = 120;

/**
 * A person without a mouse: what the Tab key stops at on the way is seen, has a name, and lets the focus go again. A screen reader goes along:
 * each step of the way is read, and what was done is announced.
 */
export class ByKeyboard {
  /** What a person without a mouse would meet on the way. */
  readonly faults: string[] = [];

  private constructor(
    private readonly page: Page,
    private readonly reader: Spoken,
  ) {}

  static async begin(page: Page): Promise<ByKeyboard> {
    return new ByKeyboard(page, await Spoken.begin(page));
  }

  /** Goes on by the Tab key until something of this name has the focus. @throws when nothing has */
  async to(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const met: string[] = [];
    for (let stop = 0; stop < MOST; stop++) {
      const focused = await this.press(key);
      met.push(focused?.name ?? '–');
      if (focused && (typeof name === 'string' ? focused.name.startsWith(name) : name.test(focused.name))) return;
    }
    throw new Error(`The Tab key does not come to ${name}, but to ${met.join(' | ')}`);
  }

  /** Presses keys, one after the other. @returns what has the focus then */
  async press(...keys: string[]): Promise<Focused | null> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    const focused = await this.focused();
    if (focused && !focused.isMain) {
      const say = (what: string) => this.faults.push(`${new URL(this.page.url()).pathname} “${focused.name}” ${what}`);
      if (!focused.name) say('has no name');
      if (!focused.seen) say('is under something else while it has the focus');
      if (!focused.ringed) say('does not show that it has the focus');
    }
    return focused;
  }

  /** What has the focus. What grew above it a moment ago pushes it under something until the browser has scrolled. */
  private async focused(): Promise<Focused | null> {
    const read = () => this.page.evaluate(FOCUSED) as Promise<Focused | null>;
    const focused = await read();
    if (!focused || focused.seen || focused.isMain) return focused;
    await comesTrue(this.page, `${FOCUSED}?.seen !== false`, SCROLLED_MS);
    return read();
  }

  /** Notes when what has the focus is under something else after the page has moved. */
  async staysInSight(after: string): Promise<void> {
    if (!(await this.focused())?.seen) this.faults.push(`${after}: what has the focus is out of sight`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Notes when what was done left the focus nowhere: the next Tab would begin at the top of the page. */
  async keepsFocus(after: string): Promise<void> {
    if (!(await comesTrue(this.page, 'document.activeElement !== document.body', 4_000)))
      this.faults.push(`${after}: the focus is nowhere`);
  }

  /** Has the screen, or the dialog that is open, read aloud. */
  async reads(step: string, what: 'screen' | 'dialog' = 'screen'): Promise<void> {
    // A screen that is still being read has no title yet, and the one before may have been there a moment ago: what stays is a fault.
    const title = this.page.locator('main h1').first();
    if (what === 'screen') await title.waitFor();
    const read = () => (what === 'screen' ? this.reader.faults() : this.reader.faultsOfDialog());
    let found = await read();
    if (found.length > 0 && what === 'screen') await title.waitFor().then(async () => (found = await read()));
    for (const fault of found) this.faults.push(`${step}, read aloud: ${fault}`);
  }

  /** Notes when what was done is not announced. */
  async hears(words: RegExp | string, after: string): Promise<void> {
    if (!(await this.reader.announces(words))) this.faults.push(`${after}: ${words} is not announced`);
  }

  /** Notes when a screen that was gone to is not announced. */
  async hearsTitle(after: string): Promise<void> {
    await this.hears((await this.page.locator('main h1').innerText()).trim(), after);
  }
}
