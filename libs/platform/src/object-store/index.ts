export { syncDirectory } from './durable-directory.js';
export { FileSystemObjectStore } from './file-system-object-store.js';
export { ObjectExists, ObjectMissing, type ObjectStore, type StaleWrite, type StoredObject } from './object-store.js';
export { ObjectLocked, type ObjectLocks } from './object-locks.js';
export { S3ObjectStore, type S3ObjectStoreOptions } from './s3-object-store.js';
export { TwoPlaceObjectStore } from './two-place-object-store.js';
export { storageKeyFor, StorageKeyInvalid } from './storage-key.rules.js';
