export { isDiskFull } from './disk-full.js';
export { lookAtDisks, type DiskLook } from './look-at-disks.js';
