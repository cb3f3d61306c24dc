import { Controller } from '@nestjs/common';
import {
  reportMailRoutes,
  type ReportCopies,
  type ReportRecipients,
  type ReportSubscription,
  type ReportSubscriptions,
} from '#contracts';
import { scopeOf, type Asker } from '#people';
import { ReportSubscriptions as Subscriptions, type ManagesReports } from '#reports';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ReportMailQuery } from './report-mail.query.js';

/** Reports by mail: to oneself, and to others. */
@Controller()
export class ReportMailController {
  constructor(
    private readonly query: ReportMailQuery,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Route(reportMailRoutes.list)
  list({ asker }: Asked<typeof reportMailRoutes.list>): Promise<ReportSubscriptions> {
    return this.query.list(managing(asker));
  }

  @Route(reportMailRoutes.subscribe)
  async subscribe({ asker, body }: Asked<typeof reportMailRoutes.subscribe>): Promise<ReportSubscription> {
    return this.query.one(await this.subscriptions.create(body, [asker.personId], asker.personId), managing(asker));
  }

  @Route(reportMailRoutes.send)
  async send({ asker, body }: Asked<typeof reportMailRoutes.send>): Promise<ReportSubscription> {
    const { recipients, ...report } = body;
    return this.query.one(await this.subscriptions.create(report, recipients, asker.personId), managing(asker));
  }

  @Route(reportMailRoutes.recipients)
  recipients(): Promise<ReportRecipients> {
    return this.query.recipients();
  }

  @Route(reportMailRoutes.copies)
  copies({ asker, subscriptionId }: Asked<typeof reportMailRoutes.copies>): Promise<ReportCopies> {
    return this.query.copies(subscriptionId, managing(asker));
  }

  @Route(reportMailRoutes.resend)
  resend({ asker, subscriptionId, copyId }: Asked<typeof reportMailRoutes.resend>): Promise<void> {
    return this.subscriptions.resend(subscriptionId, copyId, managing(asker));
  }

  @Route(reportMailRoutes.pause)
  pause({ asker, subscriptionId }: Asked<typeof reportMailRoutes.pause>): Promise<void> {
    return this.subscriptions.pause(subscriptionId, managing(asker));
  }

  @Route(reportMailRoutes.resume)
  resume({ asker, subscriptionId }: Asked<typeof reportMailRoutes.resume>): Promise<void> {
    return this.subscriptions.resume(subscriptionId, managing(asker));
  }

  @Route(reportMailRoutes.stop)
  stop({ asker, subscriptionId }: Asked<typeof reportMailRoutes.stop>): Promise<void> {
    return this.subscriptions.end(subscriptionId, managing(asker));
  }

  @Route(reportMailRoutes.leave)
  leave({ asker, subscriptionId }: Asked<typeof reportMailRoutes.leave>): Promise<void> {
    return this.subscriptions.leave(subscriptionId, asker.personId);
  }
}

const managing = ({ held, personId }: Asker): ManagesReports => ({
  personId,
  sends: scopeOf('reports.send', held, personId).kind === 'all',
});
