export { KeptThread } from './kept-thread.js';
export { ownMemory } from './own-memory.js';
export { runInThread } from './run-in-thread.js';
export { ThreadFailed, type ThreadWork } from './thread-work.js';
