import { z } from 'zod';
import { type Bilingual } from './language.js';
import { MODULE_SCHEDULES } from './modules.js';

/** What the clock starts, and in a few words what for. The listing with periods and work is `apps/worker/src/schedules.ts`. */
export const SCHEDULE_WORDS = {
  'close-idle-plays': { zh: '关闭闲置的播放', en: 'Close idle plays' },
  'sweep-abandoned-writes': { zh: '清理中断的写入', en: 'Remove interrupted writes' },
  'ask-provider-again': { zh: '向公司账号核对登录', en: 'Check sessions with the identity provider' },
  'sweep-sign-ins': { zh: '清理过期的登录', en: 'Delete ended sessions' },
  'index-older-words': { zh: '为已有文字建立索引', en: 'Index older transcripts' },
  'mask-older-recordings': { zh: '已有录音脱敏', en: 'Mask older recordings' },
  'open-due-webhooks': { zh: '发送到期的 Webhook', en: 'Queue webhooks that are due' },
  'fold-due-records': { zh: '按待处理的话单更新通话', en: 'Update calls from pending records' },
  'forget-old-records': { zh: '删除过期的话单', en: 'Delete expired telephone records' },
  'destroy-unused-record-keys': { zh: '销毁不再需要的话单密钥', en: 'Destroy unused keys of telephone records' },
  'end-silent-calls': { zh: '结束久无话单的通话', en: 'End calls without new records' },
  'separate-switchboards': { zh: '拆开共用号码的通话', en: 'Separate calls of shared numbers' },
  'draw-samples': { zh: '抽样', en: 'Draw calls for review' },
  'tell-due-promises': { zh: '提醒到期的承诺', en: 'Notify people of promises that are due' },
  'tend-reviews': { zh: '收回无法继续的抽样复核', en: 'Withdraw drawn reviews that cannot continue' },
  'watch-figures': { zh: '检查班组指标是否越过告警线', en: 'Check team figures against alert thresholds' },
  'count-results': { zh: '汇总各日的评分项结果', en: 'Summarise item results by day' },
  'send-reports': { zh: '发送到期的报表', en: 'Send reports that are due' },
  'copy-objects': { zh: '复制录音到第二处存储', en: 'Copy recordings to the second storage' },
  'check-objects': { zh: '读取检查录音', en: 'Read and check recordings' },
  'back-up-database': { zh: '备份数据库', en: 'Back up the database' },
  'try-restoring': { zh: '演练恢复备份', en: 'Try restoring a backup' },
  'check-keys': { zh: '核对两份密钥', en: 'Compare both copies of the keys' },
  'cover-held-calls': { zh: '按规则把通话纳入保全', en: 'Apply hold rules to calls' },
  'lock-held-objects': { zh: '在存储中锁定受保全的对象', en: 'Lock held objects in the storage' },
  'expire-legal-requests': { zh: '让无人审批的申请过期', en: 'Expire requests that were not decided in time' },
  'tell-overdue-reviews': { zh: '提醒逾期的复核', en: 'Notify people of overdue reviews' },
  'open-due-exports': { zh: '开始制作证据包', en: 'Start evidence packages that are due' },
  'destroy-ended-exports': { zh: '销毁过期的证据包', en: 'Destroy expired evidence packages' },
  retention: { zh: '到期销毁', en: 'Destroy recordings whose retention period has ended' },
  'find-restored-recordings': {
    zh: '查找随备份恢复的已销毁录音',
    en: 'Find destroyed recordings brought back by a restore',
  },
  'tend-small-house': {
    zh: '通知单人审批模式开始和结束，收回由一人给予的权限',
    en: 'Start and end single-approver mode, and withdraw permissions given by one person',
  },
  'lapse-corrections': { zh: '让无人确认的通话更正失效', en: 'Expire corrections that were not decided in time' },
  'file-kept-results': {
    zh: '把申诉此前维持的结果记为人的判断',
    en: 'Record results upheld by earlier disputes as human judgements',
  },
  'tell-absences': { zh: '通知代理开始和结束', en: 'Notify people that absences start and end' },
  'tell-ending-grants': { zh: '提醒即将到期的常规授权', en: 'Notify people of standing grants that expire' },
  'open-due-mail': { zh: '发送到期的邮件', en: 'Queue mail that is due' },
  'open-due-chat': { zh: '发送到期的聊天消息', en: 'Queue chat messages that are due' },
  'forget-old-notifications': { zh: '清理旧通知', en: 'Delete old notifications' },
  'watch-folders': { zh: '查看电话系统的文件夹', en: 'Check the watched folders of telephone systems' },
  'watch-sources': { zh: '检查电话系统是否在发送', en: 'Check that telephone systems are sending' },
  'fold-tallies': { zh: '汇总看板数字', en: 'Summarise dashboard figures' },
  'move-postings': { zh: '迁移搜索词条', en: 'Migrate the search index' },
  'carry-heads': { zh: '送出签名的日志头', en: 'Copy signed journal heads off the machine' },
  'forget-done-work': { zh: '清理一周前完成的后台任务', en: 'Delete background work done a week ago' },
  'forget-old-webhooks': { zh: '清理旧的 Webhook 记录', en: 'Delete old webhook deliveries' },
  'find-gaps': { zh: '核对通话、录音、文字和评分', en: 'Reconcile calls, recordings, transcripts and scores' },
  'watch-schedules': { zh: '检查定时任务', en: 'Check the schedules' },
  'watch-disks': { zh: '检查磁盘空间', en: 'Check disk space' },
  'watch-keys': { zh: '检查录音密钥', en: 'Check the recording keys' },
  ...MODULE_SCHEDULES,
} as const satisfies Record<string, Bilingual>;
export type ScheduleName = keyof typeof SCHEDULE_WORDS;
export const scheduleNameSchema = z.enum(Object.keys(SCHEDULE_WORDS) as [ScheduleName, ...ScheduleName[]]);

/**
 * How a schedule is. `off`: the settings turn it off. `waiting`: it never succeeded yet, and is not late. `late`: no success within its
 * period and what it may be late by. `failing`: it failed several times in a row.
 */
export const scheduleHealthSchema = z.enum(['off', 'waiting', 'well', 'late', 'failing']);
export type ScheduleHealth = z.infer<typeof scheduleHealthSchema>;

/** One schedule on the board. Times are the database's. */
export const scheduleViewSchema = z.object({
  name: scheduleNameSchema,
  health: scheduleHealthSchema,
  /** 0: off. */
  everySeconds: z.number(),
  /** How long after its period it counts as late. */
  lateAfterSeconds: z.number(),
  running: z.boolean(),
  startedAt: z.iso.datetime().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  lastTookMs: z.number().int().nullable(),
  /** How much the last success found to do. */
  lastCount: z.number().int().nullable(),
  lastFailureAt: z.iso.datetime().nullable(),
  /** A code, never a message. */
  lastFailureCode: z.string().nullable(),
  /** In a row. */
  failures: z.number().int(),
  nextDueAt: z.iso.datetime().nullable(),
  /** The worker that ran it last. */
  ledBy: z.uuid().nullable(),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;
