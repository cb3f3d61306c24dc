export { KeptThread } from './kept-thread.js';
export { runInThread, ownMemory } from './run-in-thread.js';
export { ThreadFailed, type ThreadWork } from './thread-work.js';
