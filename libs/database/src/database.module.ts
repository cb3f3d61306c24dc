import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';

/** The process's one data source, as the runtime role. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static forRoot(url: string, applicationName: string): DynamicModule {
    const useFactory = () => createDataSource({ url, applicationName }).initialize();
    return { module: DatabaseModule, providers: [{ provide: DataSource, useFactory }], exports: [DataSource] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}
