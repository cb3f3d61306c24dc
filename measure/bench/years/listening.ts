import { type DataSource, type Logger } from 'typeorm';

/** A statement as the product sent it, and how long it waited for the answer. */
export interface Asked {
  sql: string;
  parameters: unknown[];
  ms: number;
}

const nothing = (): void => undefined;

/** Hears every statement that goes through a data source while something runs. */
export async function listening(source: DataSource, run: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const before = { logger: source.logger, most: source.options.maxQueryExecutionTime };
  const logger: Logger = {
    logQuery: nothing,
    logQueryError: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
    logQuerySlow: (ms, sql, parameters = []) =>
      void asked.push({ sql, parameters: [...(parameters as unknown[])], ms }),
  };
  // Every answer that takes measurable time is reported with its time.
  Object.assign(source, { logger });
  Object.assign(source.driver.options, { maxQueryExecutionTime: -1 });
  try {
    await run();
  } finally {
    Object.assign(source, { logger: before.logger });
    Object.assign(source.driver.options, { maxQueryExecutionTime: before.most });
  }
  return asked;
}
