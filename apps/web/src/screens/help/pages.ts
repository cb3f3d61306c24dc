import type { Language } from '#contracts';

/** The documents for people who use the product; each is a file of its own, loaded when it is opened. */
const TEXTS = import.meta.glob<string>(
  [
    '../../../../../docs/guides/*.md',
    '../../../../../docs/how-to/*.md',
    '!../../../../../docs/how-to/add-*.md',
    '!../../../../../docs/how-to/score-dialogues.md',
  ],
  { query: '?raw', import: 'default' },
);
const PICTURES = import.meta.glob<string>('../../../../../docs/guides/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Loads the document of a page; undefined where there is none of that name. */
export function textOf(page: string, language: Language): (() => Promise<string>) | undefined {
  const name = `/${page}${language === 'zh' ? '.zh' : ''}.md`;
  const path = Object.keys(TEXTS).find((one) => one.endsWith(name));
  return path === undefined ? undefined : TEXTS[path];
}

/** The address of a picture that a document shows. */
export const pictureAt = (src: string): string | undefined =>
  Object.entries(PICTURES).find(([path]) => path.endsWith(`/${src}`))?.[1];
