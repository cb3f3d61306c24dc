import { Controller } from '@nestjs/common';
import { secondFactorRoutes, type Enrolment, type RecoveryCodes } from '#contracts';
import { EnrolmentService, LostFactorService } from '#people';
import { deciderOf } from '../reach/within.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

@Controller()
export class SecondFactorController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly lost: LostFactorService,
  ) {}

  @Route(secondFactorRoutes.begin)
  begin({ asker }: Asked<typeof secondFactorRoutes.begin>): Promise<Enrolment> {
    return this.enrolment.begin(asker);
  }

  @Route(secondFactorRoutes.confirm)
  async confirm({ asker, body: { code } }: Asked<typeof secondFactorRoutes.confirm>): Promise<RecoveryCodes> {
    return { codes: await this.enrolment.confirm(asker, code) };
  }

  @Route(secondFactorRoutes.renew)
  async renew({ asker }: Asked<typeof secondFactorRoutes.renew>): Promise<RecoveryCodes> {
    return { codes: await this.enrolment.renewRecoveryCodes(asker) };
  }

  @Route(secondFactorRoutes.disable)
  async disable({ asker, body, request }: Asked<typeof secondFactorRoutes.disable>): Promise<void> {
    await this.enrolment.disable(asker, request.ip, body);
  }

  @Route(secondFactorRoutes.remove)
  async remove({ asker, accountId }: Asked<typeof secondFactorRoutes.remove>): Promise<void> {
    await this.lost.remove(deciderOf(asker, 'people.manage'), accountId);
  }
}
