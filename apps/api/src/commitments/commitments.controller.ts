import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { DataSource } from 'typeorm';
import {
  commitmentAnswerSchema,
  commitmentFiguresSchema,
  commitmentHistorySchema,
  commitmentListQuerySchema,
  commitmentListSchema,
  commitmentWordsSchema,
  type CommitmentFigures,
  type CommitmentHistory,
  type CommitmentList,
  type CommitmentWords,
} from '#contracts';
import { Leg } from '#calls';
import { type Asker } from '#people';
import { CommitmentAnswers, noSuchCommitment } from '#quality';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallAccess } from '../dashboard/call-access.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { answererOf } from './commitment-row.js';
import { CommitmentsQuery } from './commitments.query.js';

class CommitmentListDto extends createZodDto(commitmentListSchema) {}
class CommitmentListQueryDto extends createZodDto(commitmentListQuerySchema) {}
class CommitmentFiguresDto extends createZodDto(commitmentFiguresSchema) {}
class CommitmentWordsDto extends createZodDto(commitmentWordsSchema) {}
class CommitmentHistoryDto extends createZodDto(commitmentHistorySchema) {}
class CommitmentAnswerDto extends createZodDto(commitmentAnswerSchema) {}

/** What agents promised, and what became of it. */
@ApiTags('commitments')
@Controller('api/v1')
export class CommitmentsController {
  constructor(
    private readonly query: CommitmentsQuery,
    private readonly answers: CommitmentAnswers,
    private readonly access: CallAccess,
    private readonly source: DataSource,
  ) {}

  @ApiOperation({
    summary: 'Promises, one’s own or one’s teams’, by what is due',
  })
  @Get('commitments')
  @Access({ permission: 'commitments.read' })
  @ZodResponse({ status: 200, type: CommitmentListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: CommitmentListQueryDto): Promise<CommitmentList> {
    return this.query.list(asker, query);
  }

  @ApiOperation({ summary: 'How many promises are overdue, due, without a time, or waiting to be taken over' })
  @Get('commitments/figures')
  @Access({ permission: 'commitments.read' })
  @ZodResponse({ status: 200, type: CommitmentFiguresDto })
  figures(@CurrentAsker() asker: Asker): Promise<CommitmentFigures> {
    return this.query.figures(asker);
  }

  @ApiOperation({
    summary: 'The words of a promise, under a live grant to read',
    description: 'Cut from the call and masked; each reading is journalled.',
  })
  @Get('commitments/:commitmentId/words')
  @Access({ permission: 'commitments.read' })
  @ZodResponse({ status: 200, type: CommitmentWordsDto })
  words(@CurrentAsker() asker: Asker, @Param('commitmentId', IdPipe) commitmentId: string): Promise<CommitmentWords> {
    return this.query.words(asker, commitmentId);
  }

  @ApiOperation({ summary: 'What happened to a promise, and who could take it over' })
  @Get('commitments/:commitmentId/history')
  @Access({ permission: 'commitments.read' })
  @ZodResponse({ status: 200, type: CommitmentHistoryDto })
  history(
    @CurrentAsker() asker: Asker,
    @Param('commitmentId', IdPipe) commitmentId: string,
  ): Promise<CommitmentHistory> {
    return this.query.history(asker, commitmentId);
  }

  @ApiOperation({
    summary: 'Answers for a promise',
    description: 'Kept, broken, a new time, a hand-over; to release or strike one needs `commitments.oversee`.',
  })
  @Post('commitments/:commitmentId/answers')
  @Access({ permission: 'commitments.answer' })
  @NoContent()
  @ApiProblem(409, 'It was changed or settled in the meantime, or the answer does not fit its state.')
  async answer(
    @CurrentAsker() asker: Asker,
    @Param('commitmentId', IdPipe) commitmentId: string,
    @Body() body: CommitmentAnswerDto,
  ): Promise<void> {
    const [leg]: Pick<Leg, 'teamId'>[] = await this.source.query(
      `select leg.team_id as "teamId" from commitment one join leg on leg.id = one.leg_id where one.id = $1`,
      [commitmentId],
    );
    if (!leg) throw noSuchCommitment();
    await this.answers.answer(commitmentId, body, (one) => {
      const { ownerPersonId, offeredToPersonId, teamId } = one;
      return answererOf(asker, { ownerPersonId, offeredToPersonId, teamIds: [teamId, leg.teamId] });
    });
  }

  @ApiOperation({ summary: 'The promises made in a call' })
  @Get('calls/:callId/commitments')
  @Access({ permission: 'commitments.read' })
  @ZodResponse({ status: 200, type: CommitmentListDto })
  async ofCall(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<CommitmentList> {
    await this.access.legs(asker, callId, 'commitments.read');
    return { items: await this.query.ofCall(asker, callId), nextCursor: null };
  }
}
