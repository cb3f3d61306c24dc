export { FileKeyStore, type FileKeyStoreOptions } from './file-key-store.js';
export { OpenKeys, type KeyRow } from './open-keys.js';
export { KeyVersionUnknown, type KeyProvider, type WrappedKey } from './key-provider.js';
export {
  KeyDamaged,
  KeyDestroyed,
  KeyDoubted,
  KeyMissing,
  SPOOL_KEYS,
  type CopyRepair,
  type CopyState,
  type KeyDestruction,
  type KeyEntry,
} from './key-store.js';
export { formatKeyFile } from './key-record.rules.js';
export { KmsKeyProvider, type KmsOptions } from './kms-key-provider.js';
export { KeyringUnusable, LocalKeyring, RETIRE_AFTER_MS } from './local-keyring.js';
export { openText, sealText, type SealedFor, type SealedText } from './sealed-text.js';
export { rewrapColumn, versionsInColumn, type WrappedColumn } from './wrapped-column.js';
export { openKeyBackup, sealKeyBackup, SealedBackupUnusable, type KeyBackupFiles } from './key-backup.js';
export { unlockByPassphrase, unlockByShares, lockByPassphrase, lockByShares } from './backup-lock.js';
export {
  KEY_MARKER,
  markerOf,
  markerTrouble,
  markKeyDirectories,
  type CopyName,
  type KeyDirectoryPaths,
} from './key-marker.js';
