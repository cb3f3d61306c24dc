import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CallsModule } from '#calls';
import { CoachingModule } from '#coaching';
import { CompletenessModule } from '#completeness';
import { ConsentModule } from '#consent';
import { ROUTES, withoutModules } from '#contracts';
import { DatabaseModule } from '#database';
import { FloorModule } from '#floor';
import { IntakeModule } from '#intake';
import { JournalModule } from '#journal';
import { LegalModule } from '#legal';
import { modulesOff, modulesOn } from '#modules';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';
import { CommitmentsModule } from '#commitments';
import { QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { RecordingsModule } from '#recordings';
import { ReportsModule } from '#reports';
import { RetentionModule } from '#retention';
import { TelephonyModule } from '#telephony';
import { MendingModule, RedactionModule, SearchModule } from '#transcripts';
import { WebhooksModule } from '#webhooks';
import { AccessGuard } from './access/access.guard.js';
import { FloorGateway } from './floor/floor.gateway.js';
import { WallGateway } from './floor/wall.gateway.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteMethods } from './http/route-methods.js';
import { IMPLEMENTED } from './implemented.js';
import { ListeningGateway } from './listening/listening.gateway.js';
import { PushGateway } from './push/push.gateway.js';
import { providersOf } from './routes/providers.js';
import { DECLARED, RoutesCheck } from './routes/routes-check.js';

const LIBS = [
  JournalModule,
  PeopleModule,
  CallsModule,
  TelephonyModule,
  ConsentModule,
  RecordingsModule,
  RedactionModule,
  MendingModule,
  SearchModule,
  QualityModule,
  CommitmentsModule,
  ReviewsModule,
  CoachingModule,
  LegalModule,
  RetentionModule,
  IntakeModule,
  CompletenessModule,
  FloorModule,
  NotificationsModule,
  ReportsModule,
  WebhooksModule,
];

/** What answers on sockets, or sees every request. */
const BESIDE_ROUTES = [
  AccessGuard,
  ProblemFilter,
  RoutesCheck,
  RouteMethods,
  PushGateway,
  FloorGateway,
  WallGateway,
  ListeningGateway,
];

/** The routes, the sockets, and the libs that they need. Queries and desks of the API need no line here: `providersOf` finds them. */
@Module({})
export class ApiModule {
  static async forRoot(env: Env): Promise<DynamicModule> {
    const modules = modulesOn(env.modulesOff);
    const off = withoutModules(modulesOff(env.modulesOff), ({ routes }) => Object.values(routes));
    const implemented = await Promise.all(modules.map(({ handlers }) => handlers()));
    const controllers = [...Object.values(IMPLEMENTED), ...implemented.flat()];
    const imports = [
      PlatformModule.forRoot(env, 'api'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-api', { pool: env.database.pool }),
      DiscoveryModule,
      ...LIBS,
      ...modules.flatMap(({ services }) => services ?? []),
    ];
    return {
      module: ApiModule,
      ...{ imports, controllers },
      providers: [
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: DECLARED, useValue: ROUTES.filter((route) => !off.has(route)) },
        ...BESIDE_ROUTES,
        ...providersOf([...controllers, ...BESIDE_ROUTES], imports),
      ],
    };
  }
}
