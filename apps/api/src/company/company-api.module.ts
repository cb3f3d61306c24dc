import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { NoticeController } from '../notice/notice.controller.js';
import { PeopleController } from '../people/people.controller.js';
import { PeopleQuery } from '../people/people.query.js';
import { ProposalsController } from '../people/proposals.controller.js';
import { ProposalsQuery } from '../people/proposals.query.js';
import { SuspensionsController } from '../people/suspensions.controller.js';
import { SuspensionsQuery } from '../people/suspensions.query.js';
import { StaffFileController } from '../people/staff-file.controller.js';
import { ExtensionsController } from '../telephony-map/extensions.controller.js';
import { ExtensionsQuery } from '../telephony-map/extensions.query.js';
import { ClientsController } from './clients.controller.js';
import { CompanyController } from './company.controller.js';
import { CompanyQuery } from './company.query.js';
import { SmallHouseController } from './small-house.controller.js';
import { SmallHouseQuery } from './small-house.query.js';

/** The company as its administrators keep it: profile, calendar, clients, people, extensions, recording notice. */
@Module({
  imports: [PeopleModule],
  controllers: [
    ...[CompanyController, SmallHouseController, ClientsController, NoticeController],
    ...[PeopleController, StaffFileController, ProposalsController, SuspensionsController, ExtensionsController],
  ],
  providers: [CompanyQuery, SmallHouseQuery, PeopleQuery, ProposalsQuery, SuspensionsQuery, ExtensionsQuery],
})
export class CompanyApiModule {}
