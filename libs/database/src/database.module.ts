import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { assertUsable } from './state.js';

/** The process's one data source, as the runtime role. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static forRoot(url: string, applicationName: string): DynamicModule {
    const useFactory = () => openDatabase(url, applicationName);
    return { module: DatabaseModule, providers: [{ provide: DataSource, useFactory }], exports: [DataSource] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}

/** @throws DatabaseUnusable when it is too old or lacks a migration */
async function openDatabase(url: string, applicationName: string): Promise<DataSource> {
  const source = await createDataSource({ url, applicationName }).initialize();
  try {
    await assertUsable(source);
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}
