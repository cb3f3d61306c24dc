import { Injectable } from '@nestjs/common';
import { type Permission, type DeputyPendingCounts } from '#contracts';
import { ActingService, scopeOf, type Asker } from '#people';
import { ChecklistsQuery } from '../checklists/checklists.query.js';
import { CoachingSessionsQuery } from '../coaching/coaching-sessions.query.js';
import { CommitmentsQuery } from '../commitments/commitments.query.js';
import { DisputesQuery } from '../disputes/disputes.query.js';
import { LegalRequestsQuery } from '../legal/legal-requests.query.js';
import { WaitingQuery } from '../reviews/waiting.query.js';

/** As many as are looked at one by one. */
const AT_MOST = 100;

/** What waits where a person deputises: counts alone, by the same rules as once they act there. */
@Injectable()
export class WaitsThereQuery {
  constructor(
    private readonly acting: ActingService,
    private readonly requests: LegalRequestsQuery,
    private readonly disputes: DisputesQuery,
    private readonly waiting: WaitingQuery,
    private readonly promises: CommitmentsQuery,
    private readonly coaching: CoachingSessionsQuery,
    private readonly checklists: ChecklistsQuery,
  ) {}

  /** @throws DomainError `not_found`, `acting_over` */
  async of(asker: Asker, absenceId: string): Promise<DeputyPendingCounts> {
    const there = await this.acting.inPlace(asker, absenceId);
    const count = async (permission: Permission, counted: () => Promise<number>): Promise<number | null> =>
      scopeOf(permission, there.held, there.personId).kind === 'none' ? null : counted();
    return {
      requests: await count('legal.decide', () => this.toDecide(there)),
      disputes: await count('disputes.decide', () => this.contested(there)),
      judge: await count(
        'scorecards.judge',
        async () => (await this.waiting.list(there, { show: 'all', limit: 1 })).total,
      ),
      promises: await count('commitments.answer', () => this.due(there)),
      coaching: await count('coaching.lead', async () => (await this.coaching.figures(there)).waiting),
      publications: await this.toPublish(there),
    };
  }

  /** Published for the whole company alone. */
  private async toPublish(there: Asker): Promise<number | null> {
    if (scopeOf('checklists.publish', there.held, there.personId).kind !== 'all') return null;
    const { checklists } = await this.checklists.list(there);
    return checklists.filter(({ draft }) => draft?.asked && !draft.isAuthor).length;
  }

  private async toDecide(there: Asker): Promise<number> {
    const { items } = await this.requests.list(there, { view: 'to_decide', limit: AT_MOST });
    return items.filter(({ mayDecide }) => mayDecide).length;
  }

  private async contested(there: Asker): Promise<number> {
    const { items } = await this.disputes.list(there, { show: 'waiting', limit: AT_MOST });
    return items.filter(({ may }) => may.includes('decide')).length;
  }

  private async due(there: Asker): Promise<number> {
    const { overdue, dueToday, withoutTime } = await this.promises.figures(there);
    return overdue + dueToday + withoutTime;
  }
}
