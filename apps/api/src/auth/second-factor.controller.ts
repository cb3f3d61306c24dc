import { Body, Controller, Delete, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  disableSecondFactorSchema,
  enrolmentSchema,
  recoveryCodesSchema,
  secondFactorRequestSchema,
  type Enrolment,
  type RecoveryCodes,
} from '#contracts';
import { EnrolmentService, LostFactorService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { deciderOf } from '../people/reach.js';

class EnrolmentDto extends createZodDto(enrolmentSchema) {}
class SecondFactorRequestDto extends createZodDto(secondFactorRequestSchema) {}
class RecoveryCodesDto extends createZodDto(recoveryCodesSchema) {}
class DisableSecondFactorDto extends createZodDto(disableSecondFactorSchema) {}

@ApiTags('account')
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly lost: LostFactorService,
  ) {}

  @ApiOperation({
    summary: 'Makes a secret for an authenticator',
    description: 'Signing in asks for it once a first code has confirmed it.',
  })
  @Post('account/second-factor')
  @Access({ signedIn: true, stepUp: true })
  @ZodResponse({ status: 201, type: EnrolmentDto })
  @ApiProblem(403, 'The password has to be given again first: POST auth/step-up.')
  @ApiProblem(409, 'The second factor is on already.')
  begin(@CurrentAsker() asker: Asker): Promise<Enrolment> {
    return this.enrolment.begin(asker);
  }

  @ApiOperation({
    summary: 'Turns the second factor on with a first code',
    description: 'The other sessions end. The recovery codes are said this once.',
  })
  @Post('account/second-factor/confirm')
  @Access({ signedIn: true, guess: true })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: RecoveryCodesDto })
  @ApiProblem(409, 'The second factor is on already, or was not begun.')
  async confirm(@CurrentAsker() asker: Asker, @Body() { code }: SecondFactorRequestDto): Promise<RecoveryCodes> {
    return { codes: await this.enrolment.confirm(asker, code) };
  }

  @ApiOperation({ summary: 'Makes ten new recovery codes', description: 'The old ones are worth nothing any more.' })
  @Post('account/second-factor/recovery-codes')
  @Access({ signedIn: true, stepUp: true })
  @ZodResponse({ status: 201, type: RecoveryCodesDto })
  @ApiProblem(403, 'A code has to be given again first: POST auth/step-up.')
  @ApiProblem(409, 'The account has no second factor.')
  async renew(@CurrentAsker() asker: Asker): Promise<RecoveryCodes> {
    return { codes: await this.enrolment.renewRecoveryCodes(asker) };
  }

  @ApiOperation({
    summary: 'Turns the second factor off',
    description: 'Takes the password and a code, both in this request.',
  })
  @Post('account/second-factor/disable')
  @Access({ signedIn: true, guess: true })
  @NoContent()
  @ApiProblem(409, 'The account has no second factor.')
  @ApiProblem(429, 'Too many tries; Retry-After says how long to wait.')
  async disable(
    @CurrentAsker() asker: Asker,
    @Body() body: DisableSecondFactorDto,
    @Ip() address: string,
  ): Promise<void> {
    await this.enrolment.disable(asker, address, body);
  }

  @ApiOperation({
    summary: 'Takes somebody’s second factor away who has lost it',
    description:
      'The account’s sessions and tokens end, and the rights of its person wait until a second person has confirmed them.',
  })
  @Delete('accounts/:accountId/second-factor')
  @Access({ permission: 'people.manage', stepUp: true })
  @NoContent()
  @ApiProblem(403, 'A role of the person reaches further than the asker’s, or it is the asker’s own.')
  @ApiProblem(409, 'The account has no second factor.')
  async remove(@CurrentAsker() asker: Asker, @Param('accountId', IdPipe) accountId: string): Promise<void> {
    await this.lost.remove(deciderOf(asker, 'people.manage'), accountId);
  }
}
