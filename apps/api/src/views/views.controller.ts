import { Controller } from '@nestjs/common';
import { viewsRoutes, type SavedViewList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ViewsService } from './views.service.js';

/** Named filters of the list of calls. */
@Controller()
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Route(viewsRoutes.list)
  list({ asker }: Asked<typeof viewsRoutes.list>): Promise<SavedViewList> {
    return this.views.list(asker);
  }

  @Route(viewsRoutes.create)
  create({ asker, body }: Asked<typeof viewsRoutes.create>): Promise<{ viewId: string }> {
    return this.views.create(asker, body);
  }

  @Route(viewsRoutes.setDefault)
  async setDefault({ asker, body: { viewId } }: Asked<typeof viewsRoutes.setDefault>): Promise<void> {
    await this.views.setDefault(asker, viewId);
  }

  @Route(viewsRoutes.change)
  async change({ asker, viewId, body }: Asked<typeof viewsRoutes.change>): Promise<void> {
    await this.views.change(asker, viewId, body);
  }

  @Route(viewsRoutes.delete)
  async delete({ asker, viewId }: Asked<typeof viewsRoutes.delete>): Promise<void> {
    await this.views.delete(asker, viewId);
  }

  @Route(viewsRoutes.restore)
  async restore({ asker, viewId }: Asked<typeof viewsRoutes.restore>): Promise<void> {
    await this.views.restore(asker, viewId);
  }
}
