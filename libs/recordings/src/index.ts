export * from './audio/index.js';
export { ABANDONED_AFTER_MS, AbandonedWrites } from './abandoned-writes.service.js';
export { Recording } from './recording.entity.js';
export { RecordingsModule } from './recordings.module.js';
export { SealRecordingService } from './seal-recording.service.js';
export { ObjectWrite, StoredObject, type ObjectKind } from './stored-object.entity.js';
export {
  VaultService,
  type Authority,
  type Verification,
  type WriteRequest,
  type WrittenObject,
} from './vault.service.js';
