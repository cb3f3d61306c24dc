import {
  DataSource,
  EventSubscriber,
  DefaultNamingStrategy,
  type EntitySubscriberInterface,
  type TransactionStartEvent,
} from 'typeorm';
import { HOUSE_MODULES } from '#modules';
import { KEEP_ALIVE, PreparingClient, actingNow } from '#platform';
import * as ENTITIES from './entities.js';
import * as MIGRATIONS from './migrations/index.js';
import { baseline } from './baseline.js';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** `legId` in code, `leg_id` in the database. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

/**
 * Tells each transaction of a deputy's request under which absence it writes: defaults and triggers of the database read it, so that no service
 * has to remember, and none can forget.
 */
@EventSubscriber()
class ActingInDatabase implements EntitySubscriberInterface {
  async afterTransactionStart({ queryRunner }: TransactionStartEvent): Promise<void> {
    const acting = actingNow();
    if (acting) await queryRunner.query(`select set_config('shouwen.absence', $1, true)`, [acting.absenceId]);
  }
}

export interface DatabaseOptions {
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  poolSize?: number;
  /** Only these migrations, by name: the schema of an older release. */
  migrations?: readonly string[] | undefined;
}

/**
 * A data source over every entity. Half of the connections stay when they have nothing to do: a new one signs in, reads the catalogue and plans
 * its statements again, and schedules come more seldom than the ten seconds after which a pool would close them.
 * `synchronize` is never used: the schema is what the migrations say.
 */
export function createDataSource({ url, applicationName, poolSize = 10, migrations }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities: [...Object.values(ENTITIES), ...HOUSE_MODULES.flatMap(({ tables }) => tables)],
    subscribers: [ActingInDatabase],
    migrations: Object.values(MIGRATIONS).filter(({ name }) => migrations?.includes(name) ?? true),
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    extra: { max: poolSize, min: Math.ceil(poolSize / 2), ...KEEP_ALIVE, Client: PreparingClient },
  });
}

/** Names of every migration of this release, those that its baseline stands for among them. */
export function migrationNames(): string[] {
  const { migrations } = createDataSource({ url: 'postgres://nowhere', applicationName: 'names' }).options;
  return [...baseline().migrations, ...(migrations as (new () => unknown)[]).map(({ name }) => name)];
}
