import { type DiskState } from '#contracts';

/** @param coming bytes that are about to be written there */
export function diskState(
  freeBytes: number,
  { warnBytes, refuseBytes }: { warnBytes: number; refuseBytes: number },
  coming = 0,
): DiskState {
  if (refuseBytes > 0 && freeBytes - coming < refuseBytes) return 'full';
  return freeBytes < warnBytes ? 'low' : 'well';
}
