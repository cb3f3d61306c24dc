import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './ids.js';
import { forbidCoreDumps } from './core-dumps.js';
import { ENV, type Env } from './env.js';
import { WorkService } from './jobs/index.js';
import { FileKeyStore, type KeyProvider } from './key-store/index.js';
import { createLogger, LOGGER, type Logger } from './logger.js';
import { Tallies, ToLookAt } from './looks/index.js';
import { UpkeepService } from './upkeep/index.js';
import { TwoPlaceObjectStore } from './object-store/index.js';
import { openKeyProvider, openObjectPlaces, openPlace, ServiceProbes, type ObjectPlaces } from './open-services.js';

/** Injection tokens: where sealed bytes lie, and where the recording keys are. */
export const OBJECT_STORE = Symbol('OBJECT_STORE');
/** The same with its second place apart, for copying and checking. */
export const OBJECT_PLACES = Symbol('OBJECT_PLACES');
/** Where backups of the database lie. */
export const BACKUP_PLACE = Symbol('BACKUP_PLACE');
export const KEY_STORE = Symbol('KEY_STORE');
/** The data source of upkeep: a pool of its own in a worker. The database module gives it. */
export const UPKEEP_SOURCE = Symbol('UPKEEP_SOURCE');
/** Injection token of what wraps keys: the keyring, or KMS. */
export const KEY_PROVIDER = Symbol('KEY_PROVIDER');

/** What every part of the product runs on. The data source comes from the database module. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(ServiceProbes) private readonly probes: ServiceProbes,
    @Inject(LOGGER) logger: Logger,
  ) {
    if (!forbidCoreDumps()) logger.warn('core dumps could not be turned off: prlimit is missing');
  }

  static forRoot(env: Env, processName: string): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        Clock,
        { provide: ENV, useValue: env },
        { provide: LOGGER, useFactory: () => createLogger(processName, env.logLevel) },
        { provide: KEY_PROVIDER, useFactory: () => openKeyProvider(env) },
        { provide: OBJECT_PLACES, useFactory: () => openObjectPlaces(env) },
        { provide: BACKUP_PLACE, useFactory: () => openPlace(env.backupPlace) },
        {
          provide: OBJECT_STORE,
          useFactory: ({ first, copy }: ObjectPlaces) => (copy ? new TwoPlaceObjectStore(first, copy) : first),
          inject: [OBJECT_PLACES],
        },
        {
          provide: KEY_STORE,
          useFactory: (keyProvider: KeyProvider, logger: Logger) =>
            new FileKeyStore({
              first: env.keyDir,
              second: env.keyCopyDir,
              keyProvider,
              onRepair: ({ error, ...repair }) =>
                logger.warn({ ...repair, err: error }, 'a copy of a recording key was lost or damaged'),
            }),
          inject: [KEY_PROVIDER, LOGGER],
        },
        { provide: ServiceProbes, useFactory: () => new ServiceProbes(env) },
        {
          provide: UpkeepService,
          useFactory: (source: DataSource) => new UpkeepService(source),
          inject: [UPKEEP_SOURCE],
        },
        ToLookAt,
        Tallies,
        { provide: WorkService, useFactory: (source: DataSource) => new WorkService(source), inject: [DataSource] },
      ],
      exports: [
        Clock,
        ENV,
        LOGGER,
        OBJECT_STORE,
        OBJECT_PLACES,
        BACKUP_PLACE,
        KEY_PROVIDER,
        KEY_STORE,
        ServiceProbes,
        WorkService,
        UpkeepService,
        ToLookAt,
        Tallies,
      ],
    };
  }
  async onApplicationShutdown(): Promise<void> {
    await this.probes.close();
  }
}
