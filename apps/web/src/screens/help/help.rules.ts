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

/** Which page tells of a screen; the longest beginning of its address that fits. */
const PAGE_OF_SCREEN: readonly [beginning: string, page: string][] = [
  ['/home', 'begin-the-day'],
  ['/calls/', 'read-a-score'],
  ['/calls', 'find-calls'],
  ['/calls/unrecorded', 'follow-a-call'],
  ['/search', 'search-what-was-said'],
  ['/disputes', 'contest-a-score'],
  ['/corrections', 'correct-a-call'],
  ['/coaching', 'coach'],
  ['/calibrations', 'calibrate-reviewers'],
  ['/best-calls', 'best-calls'],
  ['/reports/mail', 'read-reports#s4'],
  ['/reports', 'read-reports'],
  ['/review', 'replay-and-back-test#s2'],
  ['/sampling', 'sample-calls'],
  ['/back-tests', 'replay-and-back-test#s4'],
  ['/checklists', 'write-a-checklist'],
  ['/checklist-library', 'write-a-checklist#s5'],
  ['/trust', 'trust-items'],
  ['/integrations', 'receive-webhooks'],
  ['/company/redaction', 'redaction'],
  ['/company', 'keep-the-company'],
  ['/company/sign-in', 'sign-in-rules'],
  ['/company/small-house', 'small-house'],
  ['/company/directory', 'provision-people'],
  ['/people', 'keep-the-company'],
  ['/role-proposals', 'keep-the-company'],
  ['/recertification', 'review-rights'],
  ['/telephony', 'keep-the-company'],
  ['/telephony/sources', 'watch-a-folder'],
  ['/telephony/preview', 'watch-a-folder'],
  ['/legal/grants', 'standing-grants'],
  ['/legal/exports', 'evidence-export'],
  ['/legal', 'legal-requests'],
  ['/holds', 'place-a-hold'],
  ['/completeness', 'find-gaps'],
  ['/floor', 'watch-the-floor'],
  ['/my-call', 'consent-and-pause'],
  ['/company/walls', 'watch-the-floor#s3'],
  ['/retention', 'retention'],
  ['/retention/consent', 'consent-rules'],
  ['/data-requests', 'retention#s5'],
  ['/journal', 'audit'],
  ['/access', 'audit'],
  ['/promises', 'keep-promises'],
  ['/upload', 'upload-a-folder'],
  ['/account', 'choose-how-you-are-told'],
  ['/tokens', 'use-the-api'],
];

/** The page that tells of a screen; null where the guide of one's role does. */
export function pageOfScreen(path: string): string | null {
  const fitting = PAGE_OF_SCREEN.filter(([beginning]) => path.startsWith(beginning));
  return fitting.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? null;
}

/** Every page to which the help leads from a screen. */
export const pagesOfScreens = (): string[] => PAGE_OF_SCREEN.map(([, page]) => page);

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
