export { createDataSource, type DatabaseOptions } from './data-source.js';
export { ENTITIES } from './entities.js';
export { QUEUE_SCHEMA, setUpDatabase, type SetUpOptions } from './set-up.js';
