export { bindingOf, KEY_BYTES } from './binding.rules.js';
export { newKey, withKey, zeroKeys } from './keys.js';
export { unwrapKey, WRAPPED_KEY_BYTES, wrapKey, WrappedKeyDamaged } from './key-wrapping.js';
export { openRange, type SealedObject } from './open-range.js';
export { sealStream, type SealedStream, type SealResult } from './seal-stream.js';
export { HEADER_BYTES, SEGMENT_BYTES, sealedBytesFor, segmentsFor, TAG_BYTES } from './sealed-format.rules.js';
export { SealedObjectDamaged, type Damage } from './sealed-object-damaged.js';
export { type SealedIdentity } from './segment-cipher.js';
