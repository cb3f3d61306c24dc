import type { Translated } from '../translated.js';
import type * as zh from '../zh/search.js';

export const search: Translated<typeof zh.search> = {
  title: 'Search what was said',
  noPermission: 'You may not read the words of calls, so you cannot search them.',
  words: 'Words to find',
  hint: 'Words that were said',
  search: 'Search',
  saidBy: 'Said by',
  speaker: { anyone: 'Either', agent: 'Agent', customer: 'Customer', unknown: 'Unknown' },
  begin:
    'Type whole words, or two or more Chinese characters. Every word must occur; quotation marks keep words together. Each search is written in the journal.',
  searching: 'Searching',
  indexing: 'Some transcripts have not been indexed yet; searching again later may find more.',
  results: 'Results',
  nothing: 'No call that you can read contains these words.',
  nothingFiltered_one: 'Nothing found under {{count}} condition. Take it away and try again.',
  nothingFiltered_other: 'Nothing found under {{count}} conditions. Take some away and try again.',
  nothingYet: 'Not in the latest calls; earlier ones have not been looked at yet.',
  more: 'Look at earlier ones',
  end_one: '{{count}} call; nothing earlier.',
  end_other: '{{count}} calls; nothing earlier.',
  moreTurns_one: '{{count}} more place in this call',
  moreTurns_other: '{{count}} more places in this call',
};
