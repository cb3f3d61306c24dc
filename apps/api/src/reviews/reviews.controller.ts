import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  claimedSchema,
  newReviewSchema,
  proposalLookSchema,
  publishedReviewSchema,
  reviewEffectSchema,
  waitingListSchema,
  waitingQuerySchema,
  type Claimed,
  type PublishedReview,
  type ReviewEffect,
  type WaitingList,
} from '#contracts';
import { type Asker } from '#people';
import { RescoreService } from '#quality';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallAccess } from '../dashboard/call-access.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { ProposalDesk } from './proposal-desk.service.js';
import { ReviewDesk } from './review-desk.service.js';
import { WaitingQuery } from './waiting.query.js';

class WaitingQueryDto extends createZodDto(waitingQuerySchema) {}
class WaitingListDto extends createZodDto(waitingListSchema) {}
class ClaimedDto extends createZodDto(claimedSchema) {}
class NewReviewDto extends createZodDto(newReviewSchema) {}
class ProposalLookDto extends createZodDto(proposalLookSchema) {}
class ReviewEffectDto extends createZodDto(reviewEffectSchema) {}
class PublishedReviewDto extends createZodDto(publishedReviewSchema) {}

const JUDGE = { permission: 'scorecards.judge' } as const;

/** What people judge: items that wait, and scores that they correct. */
@ApiTags('reviews')
@Controller('api/v1')
export class ReviewsController {
  constructor(
    private readonly waiting: WaitingQuery,
    private readonly desk: ReviewDesk,
    private readonly proposals: ProposalDesk,
    private readonly access: CallAccess,
    private readonly rescoring: RescoreService,
  ) {}

  @ApiOperation({
    summary: 'The items that wait for a person, the longest waiting first',
    description: 'Calls that the account’s person took are not among them.',
  })
  @Get('reviews/waiting')
  @Access(JUDGE)
  @ZodResponse({ status: 200, type: WaitingListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: WaitingQueryDto): Promise<WaitingList> {
    return this.waiting.list(asker, query);
  }

  @ApiOperation({
    summary: 'Takes everything that waits on the item’s scorecard, for half an hour',
    description: 'Asked again by whoever has it, for half an hour more. It ends by itself.',
  })
  @Post('reviews/waiting/:waitingId/claim')
  @HttpCode(200)
  @Access(JUDGE)
  @ZodResponse({ status: 200, type: ClaimedDto })
  @ApiProblem(409, 'A colleague has it, or nothing waits any more.')
  claim(@CurrentAsker() asker: Asker, @Param('waitingId', IdPipe) waitingId: string): Promise<Claimed> {
    return this.desk.claim(asker, waitingId);
  }

  @ApiOperation({ summary: 'Lets go what one took' })
  @Delete('reviews/waiting/:waitingId/claim')
  @Access(JUDGE)
  @NoContent()
  async release(@CurrentAsker() asker: Asker, @Param('waitingId', IdPipe) waitingId: string): Promise<void> {
    await this.desk.release(asker, waitingId);
  }

  @ApiOperation({
    summary: 'What publishing these answers would do to the score that counts',
    description: 'Nothing is written.',
  })
  @Post('calls/:callId/reviews/preview')
  @HttpCode(200)
  @Access(JUDGE)
  @ZodResponse({ status: 200, type: ReviewEffectDto })
  @ApiProblem(409, 'Another card is shown by now, or a colleague is at it.')
  preview(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() review: NewReviewDto,
  ): Promise<ReviewEffect> {
    return this.desk.preview(asker, callId, review);
  }

  @ApiOperation({
    summary: 'Publishes a person’s answers as a new scorecard',
    description: 'The card it rests on stays. Nobody judges a call that they took.',
  })
  @Post('calls/:callId/reviews')
  @HttpCode(201)
  @Access(JUDGE)
  @ZodResponse({ status: 201, type: PublishedReviewDto })
  @ApiProblem(409, 'Another card is shown by now, or a colleague is at it.')
  publish(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() review: NewReviewDto,
  ): Promise<PublishedReview> {
    return this.desk.publish(asker, callId, review);
  }

  @ApiOperation({
    summary: 'Looks at what a language model proposes for an item, before one answers it',
    description: 'Scorecards show it from then on. What is answered after a look counts only against the model.',
  })
  @Post('calls/:callId/proposals/looks')
  @Access(JUDGE)
  @NoContent()
  async look(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() look: ProposalLookDto,
  ): Promise<void> {
    await this.proposals.look(asker, callId, look);
  }

  @ApiOperation({
    summary: 'Has a call scored again by the checklists, lexicons and profile in force',
    description: 'New cards are filed beside the old ones where they say something new; nothing is overwritten.',
  })
  @Post('calls/:callId/rescore')
  @Access({ permission: 'scorecards.rescore' })
  @NoContent()
  @ApiProblem(409, 'The call has no score yet.')
  async rescore(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<void> {
    await this.access.legs(asker, callId, 'scorecards.rescore');
    await this.rescoring.ask(callId, asker.personId);
  }
}
