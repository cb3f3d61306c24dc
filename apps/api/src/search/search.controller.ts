import { Controller } from '@nestjs/common';
import { searchRoutes, type WordSearchResults } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { WordSearchService } from './word-search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly searches: WordSearchService) {}

  @Route(searchRoutes.words)
  words({ asker, query }: Asked<typeof searchRoutes.words>): Promise<WordSearchResults> {
    return this.searches.search(asker, query);
  }
}
