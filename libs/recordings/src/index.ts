export { Recording } from './recording.entity.js';
export { ObjectWrite, StoredObject, type ObjectKind } from './stored-object.entity.js';
