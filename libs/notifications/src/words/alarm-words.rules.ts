import { type AlarmKind, CAPTURE_SUBJECTS, COMPLETENESS_SUBJECTS, KEY_SUBJECTS } from '#contracts';
import { type DiskPlace, diskPlaceOf } from '#contracts';
import { type Bilingual } from '#contracts';
import { SCHEDULE_WORDS, scheduleNameSchema } from '#contracts';

const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** What lies on a disk. */
export const DISK_WORDS: Record<DiskPlace, Bilingual> = {
  data: words('数据目录', 'the data directory'),
  recordings: words('录音存储', 'the recording storage'),
  'recording-copies': words('录音副本', 'the copies of recordings'),
  keys: words('录音密钥', 'the recording keys'),
  'keys-copy': words('录音密钥副本', 'the second copy of the recording keys'),
  backups: words('数据库备份', 'the database backups'),
};

const SUBJECT_WORDS: Record<string, Bilingual> = {
  [KEY_SUBJECTS.directories]: words('录音密钥的两个目录', 'the two directories of recording keys'),
  [KEY_SUBJECTS.store]: words('录音密钥', 'the recording keys'),
  [COMPLETENESS_SUBJECTS.target]: words('通话完整性', 'the completeness of calls'),
  [COMPLETENESS_SUBJECTS.age]: words('通话缺口', 'what is missing of calls'),
  [CAPTURE_SUBJECTS.calls]: words('实时收录', 'live capture'),
  [CAPTURE_SUBJECTS.spool]: words('实时收录的暂存区', 'the spool of live capture'),
  [CAPTURE_SUBJECTS.keys]: words('实时收录的备用密钥', 'the ready keys of live capture'),
  [CAPTURE_SUBJECTS.disk]: words('实时收录的磁盘', 'the disk of live capture'),
};

/** What an alarm is about; a name that this program does not know is shown as it is. */
export function subjectWords(subject: string): Bilingual {
  const place = diskPlaceOf(subject);
  if (place) return DISK_WORDS[place];
  if (SUBJECT_WORDS[subject]) return SUBJECT_WORDS[subject];
  const system = /^source-(.+)$/.exec(subject)?.[1];
  if (system !== undefined) return words(`电话系统“${system}”`, `the telephone system “${system}”`);
  const schedule = scheduleNameSchema.safeParse(subject);
  return schedule.success ? SCHEDULE_WORDS[schedule.data] : words(subject, subject);
}

/** The sentence that an administrator is told. */
export function alarmWords(kind: AlarmKind, subject: string, over: boolean): Bilingual {
  const { zh, en } = subjectWords(subject);
  const [raised, cleared] = {
    schedule_late: [
      words(`定时任务“${zh}”没有按时完成`, `“${en}” was not done in time`),
      words(`定时任务“${zh}”已恢复正常`, `“${en}” is done in time again`),
    ],
    schedule_failing: [
      words(`定时任务“${zh}”一再失败`, `“${en}” fails again and again`),
      words(`定时任务“${zh}”已恢复正常`, `“${en}” is done in time again`),
    ],
    disk_low: [
      words(`${zh}所在的磁盘快满了`, `The disk of ${en} is filling up`),
      words(`${zh}所在的磁盘已有空间`, `The disk of ${en} has room again`),
    ],
    disk_full: [
      words(`${zh}所在的磁盘已满，暂停接收录音`, `The disk of ${en} is full: no recordings are taken`),
      words(`${zh}所在的磁盘已有空间，恢复接收录音`, `The disk of ${en} has room again: recordings are taken`),
    ],
    keys_unmarked: [
      words(
        '录音密钥的两个目录不属于本系统（磁盘可能没有挂载），暂停接收和销毁录音',
        'The two directories of recording keys are not this installation’s two copies (is a disk not mounted?): no recording is taken in and none is destroyed',
      ),
      words(
        '录音密钥的两个目录恢复正常，继续接收和销毁录音',
        'The two directories of recording keys are right again: recordings are taken in and destroyed',
      ),
    ],
    calls_incomplete: [
      words(
        '有班组或来源当天的完整通话低于目标，请到“完整性”页查看缺口',
        'A team or source has a day below the target: see its gaps on the Gaps page',
      ),
      words('各班组和来源的完整通话都已达到目标', 'Every team and source meets the target for complete calls again'),
    ],
    gaps_old: [
      words(
        '有通话缺口超过期限仍未补上，请到“完整性”页查看',
        'A call has had a gap for longer than allowed: see the Gaps page',
      ),
      words('没有超过期限的通话缺口了', 'No call has had a gap for longer than allowed any more'),
    ],
    source_silent: [
      words(
        `${zh}平时这个时间都有话单，现在几个小时没有收到`,
        `Nothing has come for hours from ${en}, which usually sends at this time`,
      ),
      words(`${zh}恢复发送`, `There are records of ${en} again`),
    ],
    source_blocked: [
      words(`${zh}的文件夹无法读取`, `The folder of ${en} cannot be read`),
      words(`${zh}的文件夹恢复正常`, `The folder of ${en} is read again`),
    ],
    source_aside: [
      words(`${zh}有许多文件没有接收，请查看原因`, `Many files of ${en} were put aside: look at the reasons`),
      words(`${zh}没有积压的未接收文件`, `Files of ${en} are taken again`),
    ],
    capture_full: [
      words(
        '实时收录已满，新通话被拒绝（503），由下一台录音服务器接收',
        'Live capture is full: further calls are refused (503), for the next recording server to take',
      ),
      words('实时收录恢复接收新通话', 'Live capture takes further calls again'),
    ],
    capture_spool_low: [
      words(
        '实时收录的暂存区快满了：到九成就拒绝新通话，请查看有什么在等待',
        'The spool of live capture fills: at nine tenths further calls are refused. See what waits in it',
      ),
      words('实时收录的暂存区有足够空间了', 'The spool of live capture has room again'),
    ],
    capture_keys_out: [
      words(
        '实时收录没有备用密钥了：密钥服务恢复之前，新通话被拒绝',
        'Live capture has no ready key left: until the key service is back, further calls are refused',
      ),
      words('实时收录又有备用密钥了', 'Live capture has ready keys again'),
    ],
    capture_disk: [
      words(
        '实时收录写不进磁盘：声音暂在内存中，进程停止就会丢失',
        'Live capture cannot write to its disk: sound waits in memory, and is lost if the process ends',
      ),
      words('实时收录恢复写盘', 'Live capture writes to its disk again'),
    ],
    keys_doubtful: [
      words(
        '有录音密钥标记为已销毁，却没有销毁命令：相关录音既不打开也不销毁，需要人工查清',
        'A recording key is marked as destroyed without an order: its recording is neither opened nor destroyed until a person has looked into it',
      ),
      words('存疑的录音密钥都已查清', 'No recording key is in doubt any more'),
    ],
  }[kind] as [Bilingual, Bilingual];
  return over ? cleared : raised;
}
