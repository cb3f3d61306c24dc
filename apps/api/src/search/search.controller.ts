import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { wordSearchQuerySchema, wordSearchResultsSchema, type WordSearchResults } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { WordSearchService } from './word-search.service.js';

class WordSearchQueryDto extends createZodDto(wordSearchQuerySchema) {}
class WordSearchResultsDto extends createZodDto(wordSearchResultsSchema) {}

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly searches: WordSearchService) {}

  @ApiOperation({
    summary: 'Calls by what was said in them, newest first',
    description:
      'Reaches the words that the account may read, masked. Each search, and each call of which words are shown, is journalled.',
  })
  @Get('words')
  @Access({ permission: 'transcripts.read' })
  @ZodResponse({ status: 200, type: WordSearchResultsDto })
  words(@CurrentAsker() asker: Asker, @Query() query: WordSearchQueryDto): Promise<WordSearchResults> {
    return this.searches.search(asker, query);
  }
}
