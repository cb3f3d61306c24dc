import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { ENV, type Env } from './env.js';
import { WorkService } from './jobs/index.js';
import { FileKeyStore, LocalKeyring } from './key-store/index.js';
import { createLogger, LOGGER } from './logger.js';
import { FileSystemObjectStore } from './object-store/index.js';

/** Injection tokens: where sealed bytes lie, and where the recording keys are. */
export const OBJECT_STORE = Symbol('OBJECT_STORE');
export const KEY_STORE = Symbol('KEY_STORE');

/** What every part of the product stands on. The data source comes from the database module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(env: Env, processName: string): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        Clock,
        { provide: ENV, useValue: env },
        { provide: LOGGER, useFactory: () => createLogger(processName, env.logLevel) },
        { provide: OBJECT_STORE, useFactory: () => new FileSystemObjectStore({ directory: env.objectDir }) },
        {
          provide: KEY_STORE,
          useFactory: async () =>
            new FileKeyStore({
              first: env.keyDir,
              second: env.keyCopyDir,
              keyProvider: await LocalKeyring.open(env.keyringFile),
            }),
        },
        { provide: WorkService, useFactory: (source: DataSource) => new WorkService(source), inject: [DataSource] },
      ],
      exports: [Clock, ENV, LOGGER, OBJECT_STORE, KEY_STORE, WorkService],
    };
  }
}
