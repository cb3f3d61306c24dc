import { Controller, type StreamableFile } from '@nestjs/common';
import {
  recertificationRoutes,
  type RecertificationList,
  type RecertificationSettings,
  type RecertifiedList,
} from '#contracts';
import { permissionsOf } from '#people';
import { RecertificationAnswering, RecertificationSettingsDesk } from '#recertification';
import { csvFile } from '../audit/csv-file.js';
import { deciderOf } from '../reach/within.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { RecertificationFile } from './recertification-file.service.js';
import { RecertificationQuery } from './recertification.query.js';

/** It is asked on a schedule who still needs which role and standing grant. */
@Controller()
export class RecertificationController {
  constructor(
    private readonly query: RecertificationQuery,
    private readonly settings: RecertificationSettingsDesk,
    private readonly answers: RecertificationAnswering,
    private readonly files: RecertificationFile,
  ) {}

  @Route(recertificationRoutes.list)
  async list({ asker }: Asked<typeof recertificationRoutes.list>): Promise<RecertificationList> {
    return { settings: await this.settings.current(), rounds: await this.query.rounds(asker) };
  }

  @Route(recertificationRoutes.set)
  async set({ asker, body }: Asked<typeof recertificationRoutes.set>): Promise<RecertificationSettings> {
    await this.settings.set(body, asker.personId);
    return this.settings.current();
  }

  @Route(recertificationRoutes.items)
  items({ asker, roundId, query }: Asked<typeof recertificationRoutes.items>): Promise<RecertifiedList> {
    return this.query.items(asker, roundId, query);
  }

  @Route(recertificationRoutes.answer)
  async answer({ asker, body }: Asked<typeof recertificationRoutes.answer>): Promise<void> {
    const removes = permissionsOf(asker.held).includes('people.manage');
    const by = deciderOf(asker, 'recertification.answer');
    await this.answers.answer(body, by, removes ? deciderOf(asker, 'people.manage') : null);
  }

  @Route(recertificationRoutes.remove)
  async remove({ asker, itemId }: Asked<typeof recertificationRoutes.remove>): Promise<void> {
    await this.answers.remove(itemId, deciderOf(asker, 'people.manage'));
  }

  @RawRoute(recertificationRoutes.file)
  async file({ asker, roundId, query }: Asked<typeof recertificationRoutes.file>): Promise<StreamableFile> {
    const language = query.exportLanguage ?? asker.language;
    return csvFile('recertification', await this.files.lines(asker, roundId, language));
  }
}
