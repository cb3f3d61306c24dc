import { Controller } from '@nestjs/common';
import {
  samplingRoutes,
  type DrawDetail,
  type DrawList,
  type DrawReplay,
  type KeptDraw,
  type ReplacedBy,
  type SampledMeans,
  type SamplingPlanList,
  type SamplingPlanView,
  type SamplingPreview,
  type WhyDrawn,
} from '#contracts';
import { DrawnAgain, SamplingPlans, WithheldResults } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SampledMeansQuery } from './means.query.js';
import { SamplingQuery } from './sampling.query.js';

/** How calls are drawn for review, and how a draw is made again. */
@Controller()
export class SamplingController {
  constructor(
    private readonly query: SamplingQuery,
    private readonly meansOf: SampledMeansQuery,
    private readonly plans: SamplingPlans,
    private readonly again: DrawnAgain,
    private readonly withheld: WithheldResults,
  ) {}

  @Route(samplingRoutes.list)
  list(): Promise<SamplingPlanList> {
    return this.query.list();
  }

  @Route(samplingRoutes.create)
  async create({ asker, body }: Asked<typeof samplingRoutes.create>): Promise<SamplingPlanView> {
    return this.query.plan(await this.plans.create(body, asker.personId));
  }

  @Route(samplingRoutes.preview)
  preview({ body }: Asked<typeof samplingRoutes.preview>): Promise<SamplingPreview> {
    return this.plans.preview(body);
  }

  @Route(samplingRoutes.change)
  async change({ asker, planId, body }: Asked<typeof samplingRoutes.change>): Promise<SamplingPlanView> {
    await this.plans.change(planId, body.version, body.plan, asker.personId);
    return this.query.plan(planId);
  }

  @Route(samplingRoutes.end)
  async end({ asker, planId }: Asked<typeof samplingRoutes.end>): Promise<void> {
    await this.plans.end(planId, asker.personId);
  }

  @Route(samplingRoutes.draws)
  draws({ planId, query }: Asked<typeof samplingRoutes.draws>): Promise<DrawList> {
    return this.query.draws(planId, query);
  }

  @Route(samplingRoutes.draw)
  async draw({ asker, drawId }: Asked<typeof samplingRoutes.draw>): Promise<DrawDetail> {
    return this.query.draw(drawId, await this.withheld.of(asker));
  }

  @Route(samplingRoutes.file)
  async file({ asker, drawId }: Asked<typeof samplingRoutes.file>): Promise<KeptDraw> {
    return this.again.file(drawId, await this.withheld.of(asker));
  }

  @Route(samplingRoutes.replay)
  replay({ drawId }: Asked<typeof samplingRoutes.replay>): Promise<DrawReplay> {
    return this.again.replay(drawId);
  }

  @Route(samplingRoutes.why)
  async why({ asker, drawId, legId }: Asked<typeof samplingRoutes.why>): Promise<WhyDrawn> {
    return this.again.why(drawId, legId, await this.withheld.of(asker));
  }

  @Route(samplingRoutes.means)
  means({ asker, query }: Asked<typeof samplingRoutes.means>): Promise<SampledMeans> {
    return this.meansOf.list(asker, query.days);
  }

  @Route(samplingRoutes.replace)
  async replace({ asker, assignmentId, body }: Asked<typeof samplingRoutes.replace>): Promise<ReplacedBy> {
    return { assignmentId: await this.again.replace(assignmentId, body, asker.personId) };
  }
}
