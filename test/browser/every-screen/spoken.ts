import { type CDPSession, type Page } from 'playwright-core';
import { TYPED } from './typed.js';
import { patient } from '../../../tools/patience.mjs';

/** A node of the tree that Chromium hands to screen readers. */
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

const CONTROLS =
  /^(button|link|textbox|searchbox|checkbox|radio|switch|combobox|listbox|option|slider|spinbutton|tab|menuitem|DisclosureTriangle)$/;
const NAMED = /^(image|img|dialog|alertdialog|navigation|region|radiogroup|heading|table|grid)$/;
const HAN = /\p{Script=Han}/u;
/** Of no language: an address, a file, a recogniser's or a model's name, and the other language's own name. */
const ANY_LANGUAGE = /^(Shouwen|English|中文|中文 Switch to Chinese|English 切换到英文)$|[@/_]|\.\w{2,4}\b/;

const ANNOUNCED_MS = patient(15_000);

/** A person who hears the page: what Chromium's accessibility tree holds, as a screen reader reads it. */
export class Spoken {
  private constructor(
    private readonly page: Page,
    private readonly client: CDPSession,
  ) {}

  static async begin(page: Page): Promise<Spoken> {
    const client = await page.context().newCDPSession(page);
    await client.send('Accessibility.enable');
    return new Spoken(page, client);
  }

  /** What hinders on the screen as it is: one name of the screen, its landmarks, and a name in the page's language for all that can be used. */
  async faults(): Promise<string[]> {
    const nodes = await this.nodes();
    const of = (role: string) => nodes.filter((node) => node.role?.value === role);
    const titles = of('heading').filter((node) => valueOf(node, 'level') === 1);
    const found = titles.length === 1 ? [] : [`${titles.length} titles: ${titles.map(nameOf).join(' | ')}`];
    for (const landmark of ['banner', 'navigation', 'main'])
      if (of(landmark).length === 0) found.push(`no ${landmark}`);
    if (of('main').length > 1) found.push('two main parts');
    return [...found, ...(await this.unnamed(nodes))];
  }

  /** What hinders in the dialog that is open, which is read alone. */
  async faultsOfDialog(): Promise<string[]> {
    const nodes = await this.nodes();
    const dialog = nodes.findLast(({ role }) => role?.value === 'dialog' || role?.value === 'alertdialog');
    if (!dialog) return ['no dialog'];
    return this.unnamed([dialog, ...below(dialog, new Map(nodes.map((node) => [node.nodeId, node])))]);
  }

  /** Whether something is said aloud without being looked for: it comes into a live region. */
  async announces(words: RegExp | string): Promise<boolean> {
    for (const until = Date.now() + ANNOUNCED_MS; Date.now() < until;) {
      const nodes = await this.nodes();
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const live = nodes.filter((node) => ['polite', 'assertive'].includes(String(valueOf(node, 'live'))));
      const said = live.map((node) => below(node, byId).map(nameOf).join(' '));
      if (said.some((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))) return true;
    }
    return false;
  }

  private async nodes(): Promise<Node[]> {
    const { nodes } = (await this.client.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
    return nodes;
  }

  private async unnamed(nodes: readonly Node[]): Promise<string[]> {
    const isChinese = Boolean(await this.page.evaluate(`document.documentElement.lang.startsWith('zh')`));
    const isForeign = (name: string) =>
      !ANY_LANGUAGE.test(name) &&
      !TYPED.some((typed) => name.includes(typed)) &&
      (isChinese ? /[A-Za-z]{3}/.test(name) && !HAN.test(name) : HAN.test(name));
    const found = new Set<string>();
    for (const node of nodes) {
      const role = node.role?.value ?? '';
      if (node.ignored || !(CONTROLS.test(role) || NAMED.test(role))) continue;
      const name = nameOf(node);
      if (!name && (CONTROLS.test(role) || /^(image|img|dialog|alertdialog)$/.test(role)))
        found.add(`${role} without a name`);
      if (isForeign(name)) found.add(`${role} “${name}” in the other language`);
    }
    return [...found];
  }
}

const nameOf = (node: Node): string => (node.name?.value ?? '').trim();

const valueOf = (node: Node, property: string): unknown =>
  node.properties?.find(({ name }) => name === property)?.value.value;

/** Everything inside of a node, in reading order. */
function below(node: Node, byId: ReadonlyMap<string, Node>): Node[] {
  return (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? [child, ...below(child, byId)] : [];
  });
}
