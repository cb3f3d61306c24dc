import { type AlarmKind, KEY_SUBJECTS } from './alarms.js';
import { type DiskPlace, diskPlaceOf } from './disks.js';
import { type Bilingual } from './language.js';
import { type ScheduleName, scheduleNameSchema } from './schedules.js';

const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** What each schedule does, in a few words. */
export const SCHEDULE_WORDS: Record<ScheduleName, Bilingual> = {
  'close-idle-plays': words('关闭闲置的播放', 'Close idle plays'),
  'sweep-abandoned-writes': words('清理中断的写入', 'Remove what broken-off writes left'),
  'sweep-sign-ins': words('清理过期的登录', 'Forget ended sign-ins'),
  'index-older-words': words('为已有文字建立搜索', 'Make older words searchable'),
  'mask-older-recordings': words('遮蔽已有录音', 'Mask older recordings'),
  'open-due-webhooks': words('发送到期的 webhook', 'Open webhooks that are due'),
  'tell-due-promises': words('提醒到期的承诺', 'Tell of promises that are due'),
  'copy-objects': words('复制录音到第二处', 'Copy recordings to the second place'),
  'check-objects': words('读取检查录音', 'Read and check recordings'),
  'back-up-database': words('备份数据库', 'Back the database up'),
  'try-restoring': words('试着恢复备份', 'Try restoring a backup'),
  'check-keys': words('核对两份密钥', 'Compare both copies of the keys'),
  'cover-held-calls': words('把通话纳入保全', 'Put calls under holds by rule'),
  'lock-held-objects': words('在存储中锁定保全对象', 'Lock held objects in the storage'),
  'expire-legal-requests': words('让无人审批的申请过期', 'End requests that nobody decided'),
  'tell-ending-grants': words('提醒即将到期的常设授权', 'Tell of standing grants that end'),
  'tell-overdue-reviews': words('提醒逾期的复核', 'Tell of overdue reviews'),
  'open-due-exports': words('开始制作证据包', 'Open packages of evidence that are due'),
  'destroy-ended-exports': words('销毁过期的证据包', 'Destroy packages that are over'),
  retention: words('到期销毁', 'Destroy what has been kept for its time'),
  'find-restored-recordings': words('查找被恢复的已销毁录音', 'Find destroyed recordings that a restore brought back'),
  'open-due-mail': words('发送到期的邮件', 'Open mail that is due'),
  'forget-old-notifications': words('清理旧通知', 'Forget old notifications'),
  'move-postings': words('迁移搜索词条', 'Move the words of the search'),
  'carry-heads': words('送出签名的日志头', 'Carry signed heads of the journal out'),
  'fold-tallies': words('汇总看板数字', 'Add up the figures of boards'),
  'forget-old-webhooks': words('清理旧的 webhook 记录', 'Forget old webhook deliveries'),
  'watch-schedules': words('查看各项定时任务', 'Look after the schedules'),
  'watch-disks': words('查看磁盘空间', 'Look after the disks'),
  'watch-keys': words('查看录音密钥', 'Look after the recording keys'),
};

/** What lies on a disk. */
export const DISK_WORDS: Record<DiskPlace, Bilingual> = {
  data: words('数据目录', 'the data directory'),
  recordings: words('录音存储', 'the recording storage'),
  'recording-copies': words('录音副本', 'the copies of recordings'),
  keys: words('录音密钥', 'the recording keys'),
  'keys-copy': words('录音密钥副本', 'the second copy of the recording keys'),
  backups: words('数据库备份', 'the database backups'),
};

const KEY_WORDS: Record<string, Bilingual> = {
  [KEY_SUBJECTS.directories]: words('录音密钥的两个目录', 'the two directories of recording keys'),
  [KEY_SUBJECTS.store]: words('录音密钥', 'the recording keys'),
};

/** What an alarm is about; a name that this program does not know is shown as it is. */
export function subjectWords(subject: string): Bilingual {
  const place = diskPlaceOf(subject);
  if (place) return DISK_WORDS[place];
  if (KEY_WORDS[subject]) return KEY_WORDS[subject];
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
      words(`${zh}所在的磁盘又有空间了`, `The disk of ${en} has room again`),
    ],
    disk_full: [
      words(`${zh}所在的磁盘已满，暂停接收录音`, `The disk of ${en} is full: no recordings are taken`),
      words(`${zh}所在的磁盘又有空间了，恢复接收录音`, `The disk of ${en} has room again: recordings are taken`),
    ],
    keys_unmarked: [
      words(
        '录音密钥的两个目录不是本系统的两份（磁盘可能没有挂载），暂停接收和销毁录音',
        'The two directories of recording keys are not this installation’s two copies (is a disk not mounted?): no recording is taken in and none is destroyed',
      ),
      words(
        '录音密钥的两个目录恢复正常，继续接收和销毁录音',
        'The two directories of recording keys are right again: recordings are taken in and destroyed',
      ),
    ],
    keys_doubtful: [
      words(
        '有录音密钥被标记为已销毁，却没有销毁命令：相关录音既不能打开也不会销毁，需要有人查看',
        'A recording key is marked as destroyed without an order: its recording is neither opened nor destroyed until somebody looks',
      ),
      words('存疑的录音密钥都已查清', 'No recording key is in doubt any more'),
    ],
  }[kind] as [Bilingual, Bilingual];
  return over ? cleared : raised;
}
