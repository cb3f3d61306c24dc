import { Inject, Injectable } from '@nestjs/common';
import { DISK_WORDS } from '#notifications/rules';
import { type Bilingual } from '#contracts';
import { ENV, lookAtDisks, type DiskLook, type Env, type Probed } from '#platform';

/** Room on the disks of this machine. */
@Injectable()
export class DiskPart {
  constructor(@Inject(ENV) private readonly env: Env) {}

  async look(): Promise<Probed> {
    return diskPart(await lookAtDisks(this.env));
  }
}

const ROOM = { zh: '各磁盘空间充足。', en: 'There is room on every disk.' };
const named = (disks: readonly DiskLook[]): Bilingual => ({
  zh: disks.map(({ place, path }) => `${DISK_WORDS[place].zh}（${path}）`).join('、'),
  en: disks.map(({ place, path }) => `${DISK_WORDS[place].en} (${path})`).join(', '),
});

export function diskPart(disks: readonly DiskLook[]): Probed {
  const known = disks.filter(({ freeBytes }) => freeBytes !== null);
  const least = known.reduce<DiskLook | null>((a, b) => (a === null || b.freeBytes! < a.freeBytes! ? b : a), null);
  const facts = { kind: 'disk', freeBytes: least?.freeBytes ?? null };
  const full = disks.filter(({ state, refuses }) => state === 'full' && refuses);
  if (full.length > 0) {
    const { zh, en } = named(full);
    const detail = {
      zh: `磁盘已满：${zh}。新的录音暂不接收；请腾出空间或扩大磁盘，之后自动恢复。`,
      en: `The disk is full: ${en}. No new recordings are taken; make room or enlarge it, and they are taken again by themselves.`,
    };
    return { ok: false, detail, facts };
  }
  const short = disks.filter(({ state }) => state === 'low' || state === 'full');
  if (short.length > 0) {
    const { zh, en } = named(short);
    const warning = {
      zh: `磁盘快满了：${zh}。请在停止接收录音之前腾出空间。`,
      en: `The disk is filling up: ${en}. Make room before recordings are refused.`,
    };
    return { ok: true, detail: warning, warning, facts };
  }
  const away = disks.filter(({ state }) => state === 'unknown');
  if (away.length === 0) return { ok: true, detail: ROOM, facts };
  const { zh, en } = named(away);
  return { ok: false, detail: { zh: `无法查看磁盘：${zh}。`, en: `The disk cannot be looked at: ${en}.` }, facts };
}
