import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleSchema } from '#contracts';
import { forReader, GUIDE_OF, linkOf, pageOfScreen, pagesOfScreens, placeOf } from './help.rules.js';
import { blocksOf, plainOf, type Block, type Inline } from './markdown.rules.js';

const DOCS = join(import.meta.dirname, '../../../../../docs');
const documents = ['guides', 'how-to'].flatMap((folder) =>
  readdirSync(join(DOCS, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (path: string) => readFileSync(join(DOCS, path), 'utf8');

const textsOf = (block: Block): string[] => partsOf(block).map(plainOf);
const partsOf = (block: Block): Inline[][] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.parts];
    case 'list':
      return block.items.flat().flatMap(partsOf);
    case 'table':
      return [block.head, ...block.rows].flat();
    default:
      return [];
  }
};

describe('a document of the help', () => {
  it('has headings, paragraphs, emphasis, code and links', () => {
    expect(blocksOf('# A `b`\n\nOne **two _three_**\nand [four](x.md).')).toEqual([
      {
        kind: 'heading',
        level: 1,
        parts: [
          { kind: 'text', text: 'A ' },
          { kind: 'code', text: 'b' },
        ],
      },
      {
        kind: 'paragraph',
        parts: [
          { kind: 'text', text: 'One ' },
          {
            kind: 'strong',
            parts: [
              { kind: 'text', text: 'two ' },
              { kind: 'em', parts: [{ kind: 'text', text: 'three' }] },
            ],
          },
          { kind: 'text', text: ' and ' },
          { kind: 'link', to: 'x.md', parts: [{ kind: 'text', text: 'four' }] },
          { kind: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('has lists in lists, with code in them, tables and pictures', () => {
    const [list, table, picture] = blocksOf(
      '1. One\n   - Inner\n\n   ```sh\n   npm test\n   ```\n\n2. Two\n\n| A | B |\n| - | - |\n| 1 \\| 2 | `x` |\n\n![Words.](a.webp)',
    );
    expect(list).toMatchObject({ kind: 'list', ordered: true });
    expect(list?.kind === 'list' && list.items.map((item) => item.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'list', 'code'],
      ['paragraph'],
    ]);
    expect(table && textsOf(table)).toEqual(['A', 'B', '1 | 2', 'x']);
    expect(picture).toEqual({ kind: 'picture', alt: 'Words.', src: 'a.webp' });
  });

  it('takes a tag for the text that it is', () => {
    expect(blocksOf('<script>alert(1)</script> [x](javascript:alert(1))').flatMap(textsOf)[0]).toContain('<script>');
    expect(linkOf('javascript:alert(1)')).toBeNull();
    expect(linkOf('//elsewhere.example')).toBeNull();
    expect(linkOf('/api/v1/auth/logout')).toBeNull();
  });

  it.each(documents)('is read whole: %s', (path) => {
    const blocks = blocksOf(read(path));
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    const proseOf = (parts: Inline[]): string =>
      parts.map((one) => (one.kind === 'code' ? '' : 'text' in one ? one.text : proseOf(one.parts))).join('');
    const unread = blocks
      .flatMap(partsOf)
      .map(proseOf)
      .filter((text) => /\*\*|\]\(|```|^\||^#+ |^(?:- |\d+\. )/.test(text));
    expect(unread).toEqual([]);
  });
});

describe('the help', () => {
  it('has a guide for each role and a page for each screen, in both languages', () => {
    const pages = [...Object.values(GUIDE_OF), ...pagesOfScreens()].map((page) => page.split('#')[0] ?? '');
    const there = (page: string, ending: string) =>
      ['guides', 'how-to'].some((folder) => existsSync(join(DOCS, folder, page + ending)));
    expect(pages.length).toBeGreaterThan(roleSchema.options.length + 20);
    expect(pages.filter((page) => !there(page, '.md') || !there(page, '.zh.md'))).toEqual([]);
  });

  it('leads from a screen to the page that tells of it', () => {
    expect(pageOfScreen('/calls/0197')).toBe('read-a-score');
    expect(pageOfScreen('/calls')).toBe('find-calls');
    expect(pageOfScreen('/reports/mail')).toBe('read-reports#s4');
    expect(pageOfScreen('/checklist-library/bank')).toBe('write-a-checklist#s5');
    expect(pageOfScreen('/company/sign-in')).toBe('sign-in-rules');
    expect(pageOfScreen('/nowhere')).toBeNull();
  });

  it('follows links between documents, also to a heading', () => {
    expect(linkOf('../how-to/read-a-score.zh.md')).toEqual({ page: 'read-a-score' });
    expect(linkOf('choose-an-engine.md#one-channel')).toEqual({ page: 'choose-an-engine#one-channel' });
    expect(linkOf('../operations/settings.md')).toBeNull();
    expect(placeOf('#other-targets', ['Where it is from', 'Other targets'])).toBe('s2');
    expect(placeOf('#s5', [])).toBe('s5');
    expect(placeOf('#gone', ['Other'])).toBeNull();
  });

  it('leaves out the link to the other language', () => {
    const words = (language: 'zh' | 'en', path: string) => forReader(blocksOf(read(path)), language).flatMap(textsOf);
    expect(words('en', 'guides/agent.md')).not.toContain('中文');
    expect(words('zh', 'guides/agent.zh.md')).not.toContain('English: agent.md');
    expect(words('en', 'how-to/read-reports.md')[1]).toMatch(/^Reports count/);
  });
});
