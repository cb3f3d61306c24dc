import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { envSchema } from '../libs/platform/src/env.js';
import { uploadRefusals } from '#intake/rules';
import { multipartRefusals } from '../apps/api/src/call/upload/multipart-refusals.js';

/** Written for people: everything they are told must be there. */
const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const textOf = (path: string): string => readFileSync(path, 'utf8');
const withoutCode = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '');

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/journey.md']));
    expect(documents.length).toBeGreaterThan(25);
  });

  it('link only to what is there', () => {
    const broken = documents.flatMap((path) =>
      [...withoutCode(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.replace(/#.*$/, ''))
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(resolve(dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('link from each language to the other', () => {
    const alone = documents
      .filter((path) => path.endsWith('.zh.md'))
      .map((chinese) => [chinese, chinese.replace('.zh.md', '.md')])
      .flatMap(([zh = '', en = '']) => [
        ...(textOf(zh).includes(`](${basename(en)})`) ? [] : [zh]),
        ...(textOf(en).includes(`](${basename(zh)})`) ? [] : [en]),
      ]);
    expect(alone).toEqual([]);
  });

  it('name only files of the project that exist', () => {
    const missing = documents.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:apps|libs|measure|test|tools)\/[\w./-]+)`/g)]
        .map(([, named = '']) => named)
        .filter((named) => !existsSync(named))
        .map((named) => `${path} → ${named}`),
    );
    expect(missing).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const unknown = documents.flatMap((path) =>
      [...textOf(path).matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${path} → npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('explain every setting, and only settings that there are', () => {
    const settings = Object.keys(envSchema.shape).sort();
    const rows = [...textOf('docs/operations/settings.md').matchAll(/^\| `(SHOUWEN_\w+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(settings);
    const unknown = documents.flatMap((path) =>
      (textOf(path).match(/SHOUWEN_\w+/g) ?? []).filter((name) => !settings.includes(name)),
    );
    expect(unknown).toEqual([]);
  });

  it('explain every way in which an upload is refused, in both languages', () => {
    const codes = Object.values({ ...uploadRefusals, ...multipartRefusals }).map(({ row }) => row.code);
    expect(codes.length).toBeGreaterThan(20);
    for (const guide of ['docs/how-to/upload-a-call.md', 'docs/how-to/upload-a-call.zh.md']) {
      expect(codes.filter((code) => !textOf(guide).includes(`\`${code}\``))).toEqual([]);
    }
  });

  it('explain every reason for which a call waits', () => {
    const reasons =
      /attentionReasonSchema = z\.enum\(\[([^\]]*)\]/.exec(textOf('libs/contracts/src/call-stage.ts'))?.[1] ?? '';
    const names = [...reasons.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !textOf('docs/operations/faults.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('name both commands first', () => {
    const beginning = textOf('README.md').slice(0, 2500);
    expect(beginning).toContain('npm run demo');
    expect(beginning).toContain('npm test');
  });

  it('begin with a README that is read in one sitting', () => {
    expect(withoutCode(textOf('README.md')).split(/\s+/).length).toBeLessThanOrEqual(700);
  });

  it('are all found from the index of their language', () => {
    const pages = documents.filter((path) => /^docs\/(?!decisions\/|README)/.test(path));
    const lost = pages.filter((path) => {
      const index = textOf(path.endsWith('.zh.md') ? 'docs/README.zh.md' : 'docs/README.md');
      return !index.includes(`](${path.slice('docs/'.length)})`);
    });
    expect(lost).toEqual([]);
  });

  it('stay short enough to be read: 45,000 words of English, decisions apart', () => {
    const pages = documents.filter((path) => /^docs\/(?!decisions\/)/.test(path) && !path.endsWith('.zh.md'));
    expect(pages.flatMap((path) => textOf(path).trim().split(/\s+/)).length).toBeLessThanOrEqual(45_000);
  });

  it('name one version: that of the packages is the last one that the changelog tells of', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    expect(/^## (\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(version);
    expect(Buffer.byteLength(textOf('CHANGELOG.md'))).toBeLessThanOrEqual(15_000);
  });

  it('bind each limit to a test, or to the day on which it was last read', () => {
    const rows = textOf('docs/operations/limits.md').match(/^\|(?! (?:Limit|-)).*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(40);
    const held = /\| (?:`([\w./-]+\.(?:spec|int-spec|browser|journey)\.ts)`|\d{4}-\d\d-\d\d) +\|$/;
    expect(rows.filter((row) => !held.test(row))).toEqual([]);
  });

  it('say nothing of the machine they were written on', () => {
    // A route of the API may begin with /home.
    const told = documents.filter((path) =>
      /(?<!\/v1)\/(?:work|root|home)\/\w|\/tmp\/\w|registry\.\w+\./.test(textOf(path)),
    );
    expect(told).toEqual([]);
  });
});
