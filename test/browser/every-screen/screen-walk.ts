import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Page, type Request } from 'playwright-core';
import { EVENT_NAMES } from '#contracts';
import * as atOnce from '../../../apps/web/src/locales/zh/index.js';
import * as later from '../../../apps/web/src/locales/zh/later.js';
import { FAULTS_IN_PAGE } from './in-page.js';
import { type Look, type Manner } from './looks.js';
import { screenOf } from './addresses.js';
import { TYPED } from './typed.js';
import { patient } from '../../../tools/patience.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** A loaded machine needs a while; what waits for longer waits for ever. */
const SETTLED_MS = patient(20_000);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A screen that a person found by links, with one address of it. */
export interface Found {
  screen: string;
  path: string;
}

/**
 * One person's way through their screens in one page: nothing is loaded twice, since addresses, sizes, language and theme change as they do for
 * a person who uses the product, and the links of each screen lead to the next.
 */
export class ScreenWalk {
  /** What hinders, with where and how it was looked at. */
  readonly faults: string[] = [];
  private readonly open = new Set<Request>();
  private where = 'sign-in';

  private constructor(
    private readonly page: Page,
    private readonly screens: readonly string[],
  ) {}

  static async begin(page: Page, screens: readonly string[]): Promise<ScreenWalk> {
    const walk = new ScreenWalk(page, screens);
    walk.watch();
    await page.evaluate(`${FAULTS_IN_PAGE}\n${await readFile(AXE, 'utf8')}`);
    return walk;
  }

  /**
   * Follows links, and looks at each screen once, in the manner that the page is in.
   *
   * @param enough whether others looked at a screen often enough: it is not gone to
   * @param axe whether axe looks as well
   */
  async follow(
    first: readonly string[],
    look: Look,
    { enough, axe }: Record<'enough' | 'axe', (screen: string) => boolean>,
  ): Promise<Found[]> {
    const found = new Map<string, Found>();
    const gone = new Set<string>();
    const ahead = [...first];
    for (let link = ahead.shift(); link !== undefined; link = ahead.shift()) {
      const known = screenOf(link, this.screens);
      if (gone.has(link) || (known && (found.has(known) || enough(known)))) continue;
      gone.add(link);
      const path = await this.go(link);
      const screen = screenOf(path, this.screens);
      if (screen === undefined || found.has(screen)) continue;
      found.set(screen, { screen, path });
      await this.look({ screen, path }, look, axe(screen));
      ahead.push(...(await this.linksHere()));
    }
    return [...found.values()];
  }

  /** Goes on in a language and a theme, by the buttons that people have for it. */
  async be({ language, theme }: Manner): Promise<void> {
    if (!(await this.page.evaluate(`document.documentElement.lang.startsWith('${language}')`))) {
      await this.page.evaluate(`document.querySelector('.top-bar .anticon-global').closest('button').click()`);
      await this.page.locator(`html[lang^=${language}]`).waitFor();
    }
    if ((await this.page.evaluate('document.documentElement.dataset.theme')) !== theme) {
      await this.page.evaluate(`document.querySelector('.top-bar .anticon-bulb').closest('button').click()`);
      await this.page.locator(`html[data-theme=${theme}]`).waitFor();
    }
  }

  /** Looks at a screen in the manner that the page is in, at each size. @param axe whether axe looks as well */
  async look({ path }: Found, { language, theme, sizes, axeAt }: Look, axe: boolean): Promise<void> {
    if ((await this.path()) !== path) await this.go(path);
    for (const size of sizes) {
      await this.page.setViewportSize(size);
      await this.settled();
      this.where = `${path} ${language} ${theme} ${size.width}`;
      this.say(await this.faultsOf(language));
      for (const text of (await this.page.evaluate('faults.texts()')) as string[])
        if (isKey(text)) this.say([`no words for ${text}`]);
      if (axe && axeAt.includes(size.width)) this.say(await this.hindrances());
    }
  }

  /** What stays wrong: a pane becomes a stop of the Tab key only after the browser has told that it grew. */
  private async faultsOf(language: string): Promise<string[]> {
    const find = () => this.page.evaluate<string[]>(`faults.find('${language}', ${JSON.stringify(TYPED)})`);
    const found = await find();
    if (found.length === 0) return found;
    await this.settled();
    const still = await find();
    return found.filter((fault) => still.includes(fault));
  }

  /** Goes to an address as a link does. @returns where that led */
  private async go(path: string): Promise<string> {
    this.where = path;
    await this.page.evaluate(
      `history.pushState({ idx: (history.state?.idx ?? 0) + 1 }, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: history.state }))`,
    );
    await this.page.locator('main h1, main .note').first().waitFor();
    await this.settled();
    return this.path();
  }

  private path(): Promise<string> {
    return this.page.evaluate('location.pathname + location.search');
  }

  private async hindrances(): Promise<string[]> {
    const { violations } = (await this.page.evaluate(
      `axe.run({ resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES)} })`,
    )) as { violations: { id: string; nodes: { target: string[] }[] }[] };
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(' ') })));
    const faults: string[] = [];
    for (const { id, target } of found)
      if (id !== 'target-size' || (await this.isSmall(target))) faults.push(`${id}: ${target}`);
    return faults;
  }

  /** What is large enough is only scrolled halfway under a bar that stays. */
  private isSmall(target: string): Promise<boolean> {
    return this.page.evaluate(
      `(({ width, height }) => width < 24 || height < 24)(document.querySelector(${JSON.stringify(target)}).getBoundingClientRect())`,
    );
  }

  private async linksHere(): Promise<string[]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href')).filter((href) => !href.startsWith('/api/'))`,
    );
  }

  /** Nothing is on its way, nothing is drawn as about to come, and nothing moves. What does not come to rest is a fault. */
  private async settled(): Promise<void> {
    const until = Date.now() + SETTLED_MS;
    for (let left = ['all']; left.length > 0;) {
      await this.page.evaluate(DRAWN);
      left = [...this.open].map((request) => `${request.method()} ${new URL(request.url()).pathname}`);
      left.push(...((await this.page.evaluate(WAITING)) as string[]));
      if (left.length > 0 && Date.now() > until) return this.say([`does not come to rest: ${left.join(', ')}`]);
    }
  }

  private say(faults: readonly string[]): void {
    for (const fault of faults) this.faults.push(`${this.where}: ${fault}`);
  }

  private watch(): void {
    const { page } = this;
    page.on('pageerror', (error) => this.say([error.message]));
    page.on('console', (message) => {
      // The browser's own line about an answer of 4xx or 5xx, which the next lines tell of.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) this.say([message.text()]);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500)
        this.say([`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`]);
    });
    page.on('request', (request) => {
      if (['fetch', 'xhr', 'script'].includes(request.resourceType())) this.open.add(request);
    });
    page.on('requestfinished', (request) => this.open.delete(request));
    page.on('requestfailed', (request) => this.open.delete(request));
  }
}

/** Nothing is left to be computed, so that a screen that is drawn beside the one before has taken its place, and two pictures later. */
const DRAWN =
  'new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done))))';

/** Bones of what is to come, and what fades or slides, each by what it is. */
const WAITING = `[
  ...document.querySelectorAll('main .waiting, main .bone, main .ant-spin-spinning'),
  ...document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getTiming().iterations < Infinity).map((one) => one.effect.target),
].map((one) => one?.className || one?.tagName || 'an animation')`;

/** `call.head.duration`, in a part of the locales; events have names of that kind, which are shown. */
const isKey = (text: string): boolean =>
  /^\w+(\.\w+)+$/.test(text) &&
  Object.hasOwn({ ...atOnce, ...later }, text.slice(0, text.indexOf('.'))) &&
  !EVENT_NAMES.some((name) => name === text);
