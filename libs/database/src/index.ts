export { DatabaseModule } from './database.module.js';
export { createDataSource, type DatabaseOptions } from './data-source.js';
export { ENTITIES } from './entities.js';
export { setUpDatabase, type SetUpOptions } from './set-up.js';
