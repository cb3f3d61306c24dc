import {
  BREAK_GLASS_MOST,
  LONGEST_GRANT_DAYS,
  LONGEST_STANDING_DAYS,
  type Bilingual,
  MOST_REQUESTED,
} from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

/** The refusals of this library: codes, and what people read. */
export const legalRefusals = defineRefusals({
  // break-glass
  break_glass_listens_only: refusal('bad_input', {
    zh: '紧急打开只能收听脱敏副本。阅读文字、收听原始录音和导出须经审批。',
    en: 'An emergency opens the masked copy for listening and nothing else. Transcripts, originals and exports need approval.',
  }),
  break_glass_too_many: refusal('bad_input', {
    zh: `一次紧急打开最多 ${BREAK_GLASS_MOST.recordings} 段录音。请缩小范围，其余提交审批。`,
    en: `An emergency opens at most ${BREAK_GLASS_MOST.recordings} recordings. Narrow it, and have the rest approved.`,
  }),
  review_overdue: refusal('conflict', {
    zh: '您有一次紧急打开逾期未复核，复核之前不能再次紧急打开。请联系审批人复核，或提交申请等待审批。',
    en: 'An earlier emergency opening of yours is overdue for review. Until it is reviewed you cannot open another: ask an approver to review it, or submit the request for approval.',
  }),
  review_waits: refusal('conflict', {
    zh: '您上一次紧急打开还没有复核，复核之前不能再次紧急打开。请联系审批人复核，或提交申请等待审批。',
    en: 'Your last emergency opening has not been reviewed yet, and until it is you cannot open another. Ask an approver to review it, or submit the request for approval.',
  }),
  own_opening: refusal('forbidden', {
    zh: '紧急打开须由他人复核；换用另一个账号仍是同一人。',
    en: 'Another person has to review an emergency opening; a second account of yours does not count as one.',
  }),

  // cases
  no_such_case: refusal('not_found', {
    zh: '没有这个法务案件，或您无权查看。',
    en: 'There is no such legal case, or you may not see it.',
  }),
  case_closed: refusal('conflict', {
    zh: '该案件已结案，不能再归入新内容。请选择其他案件，或另立新案。',
    en: 'This case is closed; nothing new is filed under it. Choose another case or open a new one.',
  }),
  case_reference_taken: refusal('conflict', {
    zh: '已有使用这个案号的案件。请核对案号，或使用已有的案件。',
    en: 'A case has this reference already. Check it, or use that case.',
  }),

  // exports
  not_found: refusal('not_found', {
    zh: '没有找到，或您无权查看。',
    en: 'It does not exist, or you may not see it.',
  }),
  export_did_not_fail: refusal('conflict', {
    zh: '只有制作失败的证据包可以重新制作。',
    en: 'Only a package that failed can be created again.',
  }),
  export_not_ready: refusal('conflict', {
    zh: '证据包还没有制作完成，或授权已到期、撤销。',
    en: 'The package is not ready, or its grant has expired or was revoked.',
  }),
  downloads_used_up: refusal('conflict', {
    zh: '获准的下载次数已经用完。需要时请再申请。',
    en: 'The downloads that were approved are used up. Ask again where more are needed.',
  }),

  // exports/timestamp
  time_stamp_failed: refusal(
    'unavailable',
    {
      zh: '时间戳机构没有给出可用的时间戳。',
      en: 'The time-stamping authority gave no usable time stamp.',
    },
    { details: (cause: unknown) => ({ fault: 'vendor', cause }) },
  ),
  time_stamp_host: refusal(
    'unavailable',
    (host: string) => ({
      zh: `SHOUWEN_EGRESS_HOSTS 没有列出时间戳机构 ${host}。`,
      en: `SHOUWEN_EGRESS_HOSTS does not name the time-stamping authority ${host}.`,
    }),
    { details: { fault: 'ours' } },
  ),

  // grants
  four_eyes_needed: refusal('forbidden', {
    zh: '授权须由一人提出、另一人发布。请由另一位法务审批人处理。',
    en: 'One person proposes a grant and another publishes it. Ask another legal approver.',
  }),
  grant_beyond_reach: refusal('forbidden', {
    zh: '这项授权的范围超出您自己的范围。请缩小范围，或由负责全公司的法务同事处理。',
    en: 'This grant allows more than your role’s scope. Narrow it, or ask a colleague in legal whose role is for the whole company.',
  }),
  grant_decided: refusal('conflict', {
    zh: '这项提议已有决定，请刷新后查看。',
    en: 'This proposal has been decided already. Reload to see how.',
  }),
  grant_over: refusal('conflict', {
    zh: '这项授权已到期或已撤销，没有可撤销的内容。',
    en: 'This grant has expired or was already revoked; there is nothing to revoke.',
  }),
  grant_expiry: refusal(
    'bad_input',
    {
      zh: `到期时间须晚于现在，且不超过 ${LONGEST_STANDING_DAYS} 天。`,
      en: `A grant ends after now and within ${LONGEST_STANDING_DAYS} days.`,
    },
    {
      details: {
        fields: [
          {
            path: 'expiresAt',
            message: {
              zh: `选择 ${LONGEST_STANDING_DAYS} 天以内的日期`,
              en: `choose a day within ${LONGEST_STANDING_DAYS} days`,
            },
          },
        ],
      },
    },
  ),
  grant_waits: refusal('conflict', {
    zh: '同样的授权已有一项提议等待发布。请先处理它。',
    en: 'The same grant has already been proposed and is waiting for publication. Decide that one first.',
  }),
  closed: refusal('conflict', { zh: '这个委托方或班组已停用。', en: 'This client or team has been closed.' }),

  // holds
  no_such_hold: refusal('not_found', {
    zh: '没有这项法务保全，或您无权查看。',
    en: 'There is no such legal hold, or you may not see it.',
  }),
  hold_beyond_reach: refusal('forbidden', {
    zh: '这项保全涉及您范围之外的录音。请由负责全公司的法务同事处理；如只需保全您能看到的录音，请逐段选择录音建立保全。',
    en: 'This hold covers recordings outside your scope. Ask a legal colleague whose role is for the whole company; to hold only what you can see, place it on single recordings.',
  }),
  hold_covers_nothing: refusal('not_found', {
    zh: '列出的通话或录音不存在，或您无权查看。保全没有建立。',
    en: 'A call or recording that you listed does not exist, or you may not see it. The hold was not placed.',
  }),
  hold_rule_too_wide: refusal('forbidden', {
    zh: '您的角色只限某些班组，不能按规则保全其他班组的通话。请在规则里写明您的班组。',
    en: 'Your role is for some teams only: name them in the rule, or it would cover calls of others.',
  }),
  hold_released: refusal('conflict', {
    zh: '这项保全已经解除。',
    en: 'This hold has been released already.',
  }),
  release_not_asked: refusal('conflict', {
    zh: '没有人申请解除这项保全，或申请已撤回。请刷新。',
    en: 'The request to release this hold was withdrawn or decided. Reload.',
  }),
  release_asked_already: refusal('conflict', {
    zh: '已有人申请解除，正等待另一人决定。',
    en: 'Its release has already been requested and is waiting for another person.',
  }),
  release_needs_another: refusal('forbidden', {
    zh: '解除保全须由另一人同意：申请人不能自己同意；账号或角色全由申请人一人给予的人（或反之）也不能。',
    en: 'Releasing a hold takes a second person: not the person who asked for it, and not one of two of whom one alone gave the other account or roles.',
  }),

  // requests
  no_such_request: refusal('not_found', {
    zh: '没有这份申请，或您无权查看。',
    en: 'There is no such request, or you may not see it.',
  }),
  /** It moved on meanwhile, or never could. */
  request_not_there: refusal('conflict', (state: Bilingual) => ({
    zh: `申请当前的状态不允许此操作（${state.zh}）。请刷新后查看。`,
    en: `The request is ${state.en}, which does not allow this. Reload to see where it stands.`,
  })),
  request_changed: refusal('conflict', {
    zh: '在您查看期间，申请已有新的答复。请刷新，看过答复再决定。',
    en: 'The request was answered while you were looking. Reload and read the answer before deciding.',
  }),
  not_both_asked: refusal('conflict', {
    zh: '这份申请没有同时申请收听和导出，不能只批准收听。请同意、驳回或提问。',
    en: 'This request does not ask to listen and to export, so it cannot be approved for listening only. Approve it, refuse it or ask.',
  }),
  scope_empty: refusal('bad_input', {
    zh: '这些条件下没有可申请的录音。请放宽条件后再提交。',
    en: 'No recording fits these filters. Widen them and submit again.',
  }),
  scope_too_large: refusal('bad_input', {
    zh: `一份申请最多 ${MOST_REQUESTED} 段录音。请缩小范围，或分成几份申请。`,
    en: `One request holds at most ${MOST_REQUESTED} recordings. Narrow it, or make several requests.`,
  }),
  bad_expiry: refusal('bad_input', {
    zh: `到期时间须在现在之后，且不超过 ${LONGEST_GRANT_DAYS} 天。`,
    en: `The expiry has to lie ahead, by at most ${LONGEST_GRANT_DAYS} days.`,
  }),
  request_grant_over: refusal('conflict', {
    zh: '这项授权已失效：已用完、到期、撤销，或批准人不再持有审批权。如仍需要，请重新申请。',
    en: 'This grant is no longer valid: it is used up, expired or revoked, or its approver no longer has the permission. Make a new request if you still need it.',
  }),
  own_request: refusal('forbidden', {
    zh: '申请须由他人审批；换用另一个账号仍是同一人。',
    en: 'Another person has to decide a request; a second account of yours does not count as one.',
  }),
  own_recording: refusal('forbidden', {
    zh: '申请中有您本人的通话，须由他人审批。',
    en: 'A call of your own is in this request; a colleague has to decide it.',
  }),
  own_team: refusal('forbidden', {
    zh: '申请中有您所在班组的通话，须由其他班组的人审批。',
    en: 'Calls of your own team are in this request; a colleague of another team has to decide it.',
  }),
  decided_already: refusal('conflict', {
    zh: '您已对本轮作出决定，还需另一人。',
    en: 'You have decided this round already; it takes another person.',
  }),
  no_such_grant: refusal('not_found', {
    zh: '您没有针对这段录音的这项授权。',
    en: 'You have no such grant for this recording.',
  }),

  // listening in on calls that go on
  listening_agent_unknown: refusal('conflict', {
    zh: '还不知道这通通话是哪位坐席接的，所以不能旁听。',
    en: 'It is not known whose call this is, so it cannot be listened in on.',
  }),
  listening_own_call: refusal('forbidden', {
    zh: '不能旁听自己的通话。',
    en: 'One’s own calls are not listened in on.',
  }),
  listening_no_grant: refusal('forbidden', {
    zh: '您没有旁听这通通话的授权。请法务发布一项包含“旁听进行中的通话”的常规授权。',
    en: 'You have no grant to listen in on this call. Ask Legal for a standing grant that allows “listening in on live calls”.',
  }),
  listening_not_announced: refusal('conflict', {
    zh: '现行的通话录音告知没有写明通话可能被旁听，所以谁的通话都不能旁听。请管理员在“公司 › 录音告知”发布新版本。',
    en: 'The notice in force does not say that calls may be listened in on, so no call is. Ask an administrator to publish a version that says so, under Company › Recording notice.',
  }),
  listening_not_acknowledged: refusal('conflict', {
    zh: '这位坐席还没有确认现行的告知，所以不能旁听其通话。',
    en: 'This agent has not acknowledged the notice that is in force, so their calls are not listened in on.',
  }),
  listening_full: refusal('unavailable', {
    zh: '同时旁听的人数已到上限，请稍后再试。',
    en: 'As many people listen in as this machine has room for. Try again later.',
  }),
  object_damaged: refusal(
    'unavailable',
    {
      zh: '原件与封存时的哈希不一致，没有放进证据包。',
      en: 'The original does not match the sealed hash, so no package was created.',
    },
    { details: { fault: 'storage' } },
  ),
});
