import { type Page, type Request } from 'playwright-core';
import { EVENT_NAMES } from '#contracts';
import * as atOnce from '../../../apps/web/src/locales/zh/index.js';
import * as later from '../../../apps/web/src/locales/zh/later.js';
import { IN_PAGE } from './in-page.js';

/** How often alike things are pressed on one kind of screen: of the same look, and of the same look and name. */
export interface Limits {
  ofAKind: number;
  ofAName: number;
  /** Of the cells of a column: they are alike. */
  cells: number;
  /** Of addresses that differ in an id only, as many are opened. */
  screens: number;
}

/** A bound for a screen on which each press brings something new. */
const MOST_ON_A_SCREEN = 250;

interface Next {
  kind: string;
  name: string;
  x: number;
  y: number;
}

/** One person's way through the product by mouse: every screen that links lead to, and on each what can be pressed. */
export class Walk {
  /** What a person would call broken, with where it was. */
  readonly troubles: string[] = [];
  readonly seen = new Map<string, number>();
  presses = 0;
  private doing = 'sign-in';
  private readonly open = new Set<Request>();
  private readonly links = new Set<string>();
  /** What was pressed on each kind of screen: another of the kind is pressed only where it has something new. */
  private readonly pressedOn = new Map<string, Record<string, number>>();

  private constructor(
    private readonly page: Page,
    private readonly baseUrl: string,
    private readonly limits: Limits,
  ) {}

  static async begin(page: Page, baseUrl: string, limits: Limits): Promise<Walk> {
    const walk = new Walk(page, baseUrl, limits);
    await page.addInitScript({ content: IN_PAGE });
    walk.watch();
    return walk;
  }

  /** @param first where the rail and the links of the screens are followed from */
  async all(first: readonly string[]): Promise<void> {
    const ahead = [...first];
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      const kind = kindOf(path);
      if ((this.seen.get(kind) ?? 0) >= this.limits.screens) continue;
      this.seen.set(kind, (this.seen.get(kind) ?? 0) + 1);
      await this.go(path);
      ahead.push(...(await this.linksHere()));
      if (this.limits.ofAKind > 0) ahead.push(...(await this.pressAll(path)));
    }
  }

  /** Opens a screen, and waits until nothing is on its way. */
  private async go(path: string): Promise<void> {
    this.doing = path;
    await this.page.goto(this.baseUrl + path);
    await this.page.locator('main h1, main .note').first().waitFor();
    await this.settled();
    for (const note of await this.page.locator('.note-failure:visible').allInnerTexts())
      if (!CERTIFICATE.test(note)) this.troubles.push(`${path}: ${note.replaceAll('\n', ' ')}`);
    await this.read();
  }

  private async pressAll(path: string): Promise<string[]> {
    const found: string[] = [];
    const pressed = this.pressedOn.get(kindOf(path)) ?? {};
    this.pressedOn.set(kindOf(path), pressed);
    const here = new URL(this.page.url());
    for (let turn = 0; turn < MOST_ON_A_SCREEN; turn++) {
      const next = await this.next(pressed);
      if (next === null) {
        if (!(await this.shut())) return found;
        continue;
      }
      for (const one of [next.kind, next.name]) pressed[one] = (pressed[one] ?? 0) + 1;
      this.doing = `${path} · ${next.name}`;
      this.presses++;
      await this.page.mouse.click(next.x, next.y);
      await this.settled();
      await this.read();
      if (await this.page.locator('.crashed').count()) this.troubles.push(`${this.doing}: crashed`);
      const now = new URL(this.page.url());
      if (now.pathname !== here.pathname) found.push(now.pathname + now.search);
      if (now.pathname + now.search !== here.pathname + here.search || (await this.page.locator('.crashed').count()))
        await this.go(here.pathname + here.search);
    }
    return found;
  }

  /** A key of the locales that is shown where its words should be. */
  private async read(): Promise<void> {
    const texts: string[] = await this.page.evaluate('tour.texts()');
    for (const text of texts) if (isKey(text)) this.troubles.push(`${this.doing}: no words for ${text}`);
  }

  private next(pressed: Record<string, number>): Promise<Next | null> {
    return this.page.evaluate(`tour.next(${JSON.stringify(pressed)}, ${JSON.stringify(this.limits)})`);
  }

  /** Shuts what lies over the page. @returns false where nothing does */
  private async shut(): Promise<boolean> {
    if (!(await this.page.evaluate('tour.overlay()'))) return false;
    await this.page.keyboard.press('Escape');
    await this.settled();
    if (await this.page.evaluate('tour.overlay()')) await this.go(new URL(this.page.url()).pathname);
    return true;
  }

  private async linksHere(): Promise<string[]> {
    const links: string[] = await this.page.evaluate(
      `[...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href'))`,
    );
    return links.filter((href) => !href.startsWith('/api/') && !this.links.has(href) && this.links.add(href));
  }

  /** Nothing is on its way, or what is takes its time. */
  private async settled(): Promise<void> {
    const until = Date.now() + 3_000;
    do await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    while (this.open.size > 0 && Date.now() < until);
  }

  private watch(): void {
    const { page, troubles } = this;
    const say = (what: string) => troubles.push(`${this.doing}: ${what}`);
    page.on('pageerror', (error) => say(error.message));
    page.on('console', (message) => {
      // The browser's own line about an answer of 4xx or 5xx, which is told below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) say(message.text());
    });
    page.on('request', (request) => {
      if (['fetch', 'xhr', 'document', 'script'].includes(request.resourceType())) this.open.add(request);
    });
    page.on('requestfinished', (request) => this.open.delete(request));
    page.on('requestfailed', (request) => this.open.delete(request));
    page.on('response', (answer) => {
      const [status, request] = [answer.status(), answer.request()];
      // To be refused in words what was pressed too early is an answer; to ask for what is not there is none.
      // So is that something was destroyed.
      if (status >= 500 || (status >= 400 && status !== 410 && request.method() === 'GET'))
        say(`${status} ${request.method()} ${new URL(answer.url()).pathname}`);
    });
  }
}

/** What was destroyed says by which certificate. */
const CERTIFICATE = /DC-\d{6}/;

/** An address with ids, numbers and questions left out. */
const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/[?#].*/, '')
    .replace(/\/(DC-)?\d+$/, '/*')
    .replace(/^\/checklists\/[^/]+/, '/checklists/*');

/** `call.head.duration`, in a part of the locales; events have names of that kind, which are shown. */
const isKey = (text: string): boolean =>
  /^\w+(\.\w+)+$/.test(text) &&
  Object.hasOwn({ ...atOnce, ...later }, text.slice(0, text.indexOf('.'))) &&
  !EVENT_NAMES.some((name) => name === text);
