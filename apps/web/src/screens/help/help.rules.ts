import type { Language, Role } from '#contracts';
import { plainOf, type Block } from './markdown.rules.js';

/** The guide of each role. */
export const GUIDE_OF: Record<Role, string> = {
  agent: 'agent',
  supervisor: 'supervisor',
  quality_analyst: 'quality-manager',
  quality_manager: 'quality-manager',
  legal_requester: 'legal',
  legal_approver: 'legal',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Where a link of a document leads: to another page of the help, out of the house, or to a document that is not shown here. */
export function linkOf(to: string): { page: string } | { href: string } | null {
  if (/^https:\/\//.test(to)) return { href: to };
  const page = /^(?:\.\.\/(?:how-to|guides)\/)?([a-z-]+?)(?:\.zh)?\.md(#.*)?$/.exec(to);
  return page ? { page: `${page[1]}${page[2] ?? ''}` } : to.startsWith('#') ? { page: to } : null;
}

/** Without the link to the same document in the other language: the product speaks the reader's. */
export const forReader = (blocks: readonly Block[], language: Language): Block[] =>
  blocks.filter((block, at) => {
    if (block.kind !== 'paragraph' || at > 1) return true;
    const words = plainOf(block.parts);
    return !(language === 'en' ? /^中文/ : /^English/).test(words);
  });

/** The place of a heading that an address names: `s2`, or the words of the heading as documents link to them. */
export function placeOf(hash: string, headings: readonly string[]): string | null {
  const name = decodeURIComponent(hash.replace(/^#/, ''));
  if (/^s\d+$/.test(name)) return name;
  const at = headings.findIndex((words) => slugOf(words) === name);
  return at === -1 ? null : `s${at + 1}`;
}

const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
