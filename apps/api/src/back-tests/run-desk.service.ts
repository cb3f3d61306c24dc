import { Injectable } from '@nestjs/common';
import { endOfDay, startOfDay } from '#calls';
import { type NewBackTest, type NewRehear, type NewRescore, type RunKind } from '#contracts';
import { CompanyService, scopeOf, type Asker } from '#people';
import { ChecklistRegister, QualityRuns, type LoadedChecklist, type NewRun } from '#quality';
import { qualityRefusals } from '#quality/rules';
import { RUN_PERMISSION, RunQuery } from './run.query.js';
import { apiRefusals } from '../refusals.js';

/** More than that is asked for by mistake. */
const MOST_RESCORED = 100_000;

/** Asks for passes over past calls, within the teams that the asker reaches. */
@Injectable()
export class RunDesk {
  constructor(
    private readonly runs: QualityRuns,
    private readonly query: RunQuery,
    private readonly checklists: ChecklistRegister,
    private readonly company: CompanyService,
  ) {}

  /** @throws DomainError `nothing_to_run`, `checklist_not_found` */
  async rescore(asker: Asker, { checklistId, ...period }: NewRescore): Promise<{ runId: string }> {
    const reach = await this.reach(asker, 'rescore', period);
    const tested = checklistId === undefined ? {} : { tested: await this.inForce(checklistId) };
    return { runId: await this.runs.ask('rescore', { ...reach, ...tested, atMost: MOST_RESCORED }, asker.personId) };
  }

  /** @throws DomainError `nothing_to_run` */
  async rehear(asker: Asker, period: NewRehear): Promise<{ runId: string }> {
    const reach = await this.reach(asker, 'rehear', period);
    return { runId: await this.runs.ask('rehear', { ...reach, atMost: MOST_RESCORED }, asker.personId) };
  }

  /** @throws DomainError `nothing_to_run`, `checklist_not_found`, `draft_cannot_be_read` */
  async backTest(asker: Asker, { checklistId, version, atMost, ...period }: NewBackTest): Promise<{ runId: string }> {
    const { checklist, hash: sha256 } = await this.checklist(checklistId, version);
    const tested = { checklistId, version: version === 'draft' ? null : version, definition: checklist, sha256 };
    const reach = await this.reach(asker, 'back_test', period);
    return { runId: await this.runs.ask('back_test', { ...reach, atMost, tested }, asker.personId) };
  }

  /** @throws DomainError `not_found`, `run_has_ended` */
  async cancel(asker: Asker, kind: RunKind, runId: string): Promise<void> {
    await this.query.one(asker, kind, runId);
    await this.runs.cancel(runId, kind, asker.personId);
  }

  private async inForce(checklistId: string): Promise<NonNullable<NewRun['tested']>> {
    const found = (await this.checklists.published()).find(({ checklist }) => checklist.id === checklistId);
    if (!found) throw qualityRefusals.checklist_not_found();
    const { checklist, hash: sha256 } = found;
    return { checklistId, version: checklist.version, definition: checklist, sha256 };
  }

  private async checklist(checklistId: string, version: number | 'draft'): Promise<LoadedChecklist> {
    if (version !== 'draft') return this.checklists.version(checklistId, version);
    const draft = await this.checklists.draft(checklistId);
    if (!draft) throw apiRefusals.no_draft();
    if (!draft.loaded) throw apiRefusals.draft_cannot_be_read();
    return draft.loaded;
  }

  private async reach(
    asker: Asker,
    kind: RunKind,
    { from, to, teamId }: NewRescore,
  ): Promise<Omit<NewRun, 'atMost' | 'tested'>> {
    const scope = scopeOf(RUN_PERMISSION[kind], asker.held, asker.personId);
    const { timeZone } = await this.company.profile();
    const teamIds = scope.kind === 'all' ? null : scope.kind === 'some' ? [...scope.teamIds] : [];
    return {
      // A team that is out of reach has no call that the asker may see.
      teamIds: teamId === undefined ? teamIds : (teamIds ?? [teamId]).filter((id) => id === teamId),
      fromDay: from,
      toDay: to,
      fromAt: startOfDay(from, timeZone),
      toAt: endOfDay(to, timeZone),
    };
  }
}
