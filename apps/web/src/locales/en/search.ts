import type { Translated } from '../translated.js';
import type * as zh from '../zh/search.js';

export const search: Translated<typeof zh.search> = {
  title: 'Search transcripts',
  noPermission: 'You have no permission to read transcripts, so you cannot search them.',
  words: 'Words to find',
  hint: 'Spoken words',
  search: 'Search',
  saidBy: 'Said by',
  speaker: { anyone: 'Either', agent: 'Agent', customer: 'Customer', unknown: 'Unknown' },
  begin:
    'Type whole words, or two or more Chinese characters. Every word must occur; put phrases in quotation marks. Each search is journalled.',
  searching: 'Searching',
  indexing: 'Some transcripts have not been indexed yet; a later search may find more.',
  results: 'Results',
  nothing: 'No call that you may read contains these words.',
  nothingFiltered_one: 'Nothing matches {{count}} condition. Remove it and try again.',
  nothingFiltered_other: 'Nothing matches {{count}} conditions. Remove some and try again.',
  nothingYet: 'Not found in the latest calls; earlier ones have not been searched yet.',
  more: 'Search earlier calls',
  end_one: '{{count}} call; nothing earlier.',
  end_other: '{{count}} calls; nothing earlier.',
  moreTurns_one: '{{count}} more place in this call',
  moreTurns_other: '{{count}} more places in this call',
};
