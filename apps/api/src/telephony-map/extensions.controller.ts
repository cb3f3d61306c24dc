import { Controller } from '@nestjs/common';
import { extensionsRoutes, type ExtensionList, type ExtensionPreview, type Made } from '#contracts';
import { CompanyService, ExtensionMapService } from '#people';
import { deciderOf } from '../reach/within.js';
import { uploadedFile } from '../people/uploaded-file.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ExtensionsQuery } from './extensions.query.js';

@Controller()
export class ExtensionsController {
  constructor(
    private readonly extensions: ExtensionsQuery,
    private readonly map: ExtensionMapService,
    private readonly company: CompanyService,
  ) {}

  @Route(extensionsRoutes.list)
  list({ asker, query }: Asked<typeof extensionsRoutes.list>): Promise<ExtensionList> {
    return this.extensions.list(asker, query);
  }

  @Route(extensionsRoutes.assign)
  async assign({ asker, body }: Asked<typeof extensionsRoutes.assign>): Promise<Made> {
    const { personId, within } = deciderOf(asker, 'company.manage');
    const given = { ...body, from: new Date(body.from), to: body.to === null ? null : new Date(body.to) };
    return { id: await this.map.assign(given, within, personId) };
  }

  @Route(extensionsRoutes.release)
  async release({ asker, assignmentId, body: { at } }: Asked<typeof extensionsRoutes.release>): Promise<void> {
    const { personId, within } = deciderOf(asker, 'company.manage');
    await this.map.release(assignmentId, new Date(at), within, personId);
  }

  @Route(extensionsRoutes.import)
  async import({ asker, query: { plan }, request }: Asked<typeof extensionsRoutes.import>): Promise<ExtensionPreview> {
    const bytes = await uploadedFile(request);
    const { personId: actorPersonId, within } = deciderOf(asker, 'company.manage');
    const { timeZone } = await this.company.profile();
    if (plan === undefined) return this.map.preview(bytes, timeZone, within);
    return this.map.apply(bytes, { plan, timeZone, within, actorPersonId });
  }
}
