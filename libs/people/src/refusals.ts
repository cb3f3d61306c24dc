import { type ProfileProblem } from './profile.rules.js';
import { type Bilingual } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';
import { absenceRefusals } from './absence-refusals.js';
import { proofRefusals } from './proof-refusals.js';
import { providerRefusals } from './provider-refusals.js';
import { signInRefusals } from './sign-in-refusals.js';

/** The refusals of this library: codes, and what people read. */
export const peopleRefusals = defineRefusals({
  ...signInRefusals,
  ...proofRefusals,
  ...providerRefusals,
  ...absenceRefusals,

  // calendar
  period_unclear: refusal('bad_input', {
    zh: '请给出时段的开始和结束，开始不晚于结束。',
    en: 'Give both ends of the period, the first not after the last.',
  }),
  not_a_calendar: refusal(
    'bad_input',
    {
      zh: '这不是有效的 iCalendar（.ics）文件，或文件不完整。',
      en: 'This is no valid iCalendar (.ics) file, or it is cut short.',
    },
    { details: (cause: unknown) => ({ cause }) },
  ),

  profile_changed: refusal('conflict', {
    zh: '在您编辑期间，别人保存了公司资料。您的改动没有保存，请刷新后再改。',
    en: 'A colleague saved the company profile while you were editing. Your change was not saved; reload and enter it again.',
  }),
  profile_refused: refusal(
    'bad_input',
    (problems: readonly ProfileProblem[]) => ({
      zh: problems.map(({ words }) => words.zh).join(''),
      en: problems.map(({ words }) => words.en).join(' '),
    }),
    {
      details: (problems: readonly ProfileProblem[]) => ({
        fields: problems.map(({ path, words }) => ({ path, message: words })),
      }),
    },
  ),

  // extensions
  extension_refused: refusal('conflict', {
    zh: '结束时间必须晚于开始时间，且早于已定的结束时间。',
    en: 'The end must be after the beginning, and before the end that is set already.',
  }),
  alreadySo: refusal(
    'conflict',
    {
      zh: '此人在这段时间已经使用这个分机。',
      en: 'This person is at this extension in that time already.',
    },
    { code: 'extension_refused' },
  ),

  // invitations
  person_left: refusal('conflict', {
    zh: '此人已离职。请先登记重新入职，再发出邀请。',
    en: 'This person has left. Record their return first, then invite them.',
  }),
  account_is_open: refusal('conflict', (username: string) => ({
    zh: `账号 ${username} 已经开通。忘记密码请由另一位管理员重新邀请。`,
    en: `The account ${username} is open already. For a forgotten password, another administrator sends a new invitation.`,
  })),
  username_needed: refusal('bad_input', {
    zh: '此人还没有账号，请给出用户名。',
    en: 'This person has no account yet: give a user name.',
  }),
  username_taken: refusal('conflict', (username: string) => ({
    zh: `用户名 ${username} 已有人使用。`,
    en: `The user name ${username} is taken.`,
  })),
  invitation_not_valid: refusal('forbidden', {
    zh: '用户名或邀请码不正确，或邀请码已过期、已使用、已撤销。请核对后再试，或请管理员重新发一个。',
    en: 'The user name or the code is wrong, or the code has expired, been used or been revoked. Check both, or ask an administrator for a new one.',
  }),

  // notice
  notice_changed: refusal('conflict', {
    zh: '告知内容刚刚更新，请刷新并阅读新的版本。',
    en: 'The notice has just been replaced. Reload and read the new version.',
  }),

  second_person_needed: refusal('forbidden', {
    zh: '该角色能接触通话内容或审批，须由两个不同的人授予和批准，且都不能是获得该角色的人，也不能都是账号或角色全由其一人给予的人。',
    en: 'This role reaches content or approves; one person has to propose it and another approve it, and neither may be the person who gets it, nor may both have account or roles from that person alone.',
  }),

  // roles
  proposer_gone: refusal('conflict', {
    zh: '提出人已没有这项权限（离职、角色变更或权限暂停），因此不能同意。请拒绝，由有权限的同事重新提议。',
    en: 'The person who proposed this no longer has the permission to (they left, lost the role or are suspended), so it cannot be approved. Refuse it, and ask a colleague with the permission to propose it again.',
  }),

  // small house
  small_house_already: refusal('conflict', {
    zh: '已采用单人审批模式，或已有人提出、正在等待。请刷新后查看。',
    en: 'Single-approver mode is already in force, or was proposed and is waiting. Reload to see.',
  }),
  small_house_of_five: refusal('conflict', {
    zh: '单人审批模式最多用于五人，现在登记的在职人员不止五人。六人以上请由两人分别提议和批准。',
    en: 'Single-approver mode is for at most five people, and more than five are active. From six people on, one person proposes and another decides.',
  }),
  small_house_not_waiting: refusal('conflict', {
    zh: '没有等待决定或生效中的单人审批模式：可能已有人决定。请刷新。',
    en: 'Single-approver mode is neither waiting nor in force: a colleague may have decided already. Reload.',
  }),
  small_house_needs_another: refusal('forbidden', {
    zh: '已有录音，须由另一位有审批权限的同事同意。',
    en: 'There are recordings already, so another person who approves roles has to approve it.',
  }),
  own_roles_not_now: refusal('conflict', {
    zh: '现在不能给自己角色：须在首次录音之前选择单人审批模式，由选择的人给自己，且没有另一位可以批准角色的人。请由同事提议和批准。',
    en: 'You cannot give yourself roles now: only the person who chose single-approver mode before the first recording can, as long as no other person approves roles. Ask colleagues to propose and approve them.',
  }),
  needs_a_day: refusal('forbidden', (from: string) => ({
    zh: `须由另一位同事决定；或在 ${from} 之后由您本人决定。`,
    en: `This needs another person, or you again after ${from}.`,
  })),

  // staff
  staff_number_taken: refusal('conflict', {
    zh: '这个工号已有人使用。工号是唯一的，离职后也不会再分配。',
    en: 'This staff number is taken. Staff numbers are unique and stay with a person who has left.',
  }),

  // suspension
  not_suspended: refusal('conflict', {
    zh: '此人没有等待确认的权限：可能已有人确认。请刷新。',
    en: 'No permissions of this person are waiting for confirmation: a colleague may have confirmed them already. Reload.',
  }),
  no_address: refusal('conflict', {
    zh: '没有登记邮箱。请联系管理员登记。',
    en: 'No mail address is kept for you. Ask an administrator to enter it.',
  }),
  address_proved: refusal('conflict', { zh: '邮箱已确认。', en: 'The address is confirmed already.' }),
  code_sent_already: refusal('conflict', {
    zh: '验证码刚刚发出。请查收邮件，一分钟后可再发一次。',
    en: 'A code was just sent. Check your mail; another can be sent in a minute.',
  }),
  address_code_wrong: refusal('bad_input', {
    zh: '验证码不正确或已过期。请核对，或重新发送。',
    en: 'The code is wrong or has run out. Check it, or have another sent.',
  }),
  first_link_by_command: refusal('conflict', (username: string) => ({
    zh: `首任管理员首次开通只能用服务器上的命令给出的链接：npm run first-administrator -- --again ${username}`,
    en: `A first administrator opens the account by a link that the command on the server gives: npm run first-administrator -- --again ${username}`,
  })),
  account_not_opened: refusal('conflict', {
    zh: '账号还没有开通。请等本人用邀请码开通后，再当面或打电话核实并确认。',
    en: 'The account is not open. Wait until the person has opened it with the code, ask them face to face or by phone, then confirm.',
  }),
  confirmationNeedsAnother: refusal(
    'forbidden',
    {
      zh: '须由另一位同事确认：不能是本人，也不能是邀请其开通账号或移除两步验证的人，或账号、角色全由其一人给予的人。',
      en: 'Another colleague has to confirm it, not the person and not the one who invited them or removed their second factor, nor a person whom they alone gave account or roles.',
    },
    { code: 'second_person_needed' },
  ),

  // tables
  file_too_large: refusal('too_large', (limit: number) => ({
    zh: `文件超过 ${Math.floor(limit / 1024)} KB。请拆成几个文件。`,
    en: `The file is over ${Math.floor(limit / 1024)} KB. Split it into several.`,
  })),
  too_many_rows: refusal('too_large', (most: number) => ({
    zh: `文件超过 ${most} 行。请拆成几个文件。`,
    en: `The file has more than ${most} lines. Split it into several.`,
  })),
  columns_missing: refusal('bad_input', (columns: readonly (readonly string[])[]) => ({
    zh: `标题行缺少或重复这些列：${columns.map((c) => `“${c[0]}”`).join('、')}。`,
    en: `The heading line lacks or repeats these columns: ${columns.map((c) => `"${c[1]}"`).join(', ')}.`,
  })),

  // teams
  /** The same words as for an address that does not exist, so that a caller does not learn what exists elsewhere. */
  not_found: refusal('not_found', {
    zh: '没有这个地址，或您无权查看。',
    en: 'There is nothing here, or you may not see it.',
  }),
  closed: refusal('conflict', {
    zh: '这个委托方或班组已停用。',
    en: 'This client or team has been closed.',
  }),
  name_taken: refusal('conflict', {
    zh: '已有同名的委托方或班组，请换一个名称。',
    en: 'Another client or team has this name. Choose another.',
  }),
  client_in_use: refusal('conflict', (n: number) => ({
    zh: `还有 ${n} 个班组未停用。请先停用这些班组。`,
    en: `${n} of its teams are still open. Close them first.`,
  })),
  team_in_use: refusal('conflict', (n: number) => ({
    zh: `班组里还有 ${n} 人。请先把他们调到别的班组。`,
    en: `${n} people are still in the team. Move them to another team first.`,
  })),
  team_of_queues: refusal('conflict', (n: number) => ({
    zh: `班组还负责 ${n} 个队列。请先在“电话”中把这些队列交给别的班组。`,
    en: `The team still answers for ${n} queues. Give them to another team first, under Telephony.`,
  })),
  team_not_movable: refusal('conflict', {
    zh: '这个班组已有通话或角色，不能转给别的委托方：委托方之间互相隔离。请在新委托方下新建班组，再把人员调过去。',
    en: 'The team has calls or roles already, and clients are kept apart: it cannot go to another client. Open a new team there and move the people.',
  }),

  // roles
  role_needs_three: refusal(
    'forbidden',
    {
      zh: '提议、批准和获得角色的须是三个不同的人。请由另一位有审批权限的同事决定。',
      en: 'Three different people have to propose a role, decide it and receive it. Ask another colleague who may approve.',
    },
    { code: 'second_person_needed' },
  ),
  no_account: refusal('conflict', {
    zh: '此人没有可用的账号。请先发出邀请，再提议角色。',
    en: 'This person has no account that can be used. Invite the person first.',
  }),
  role_held: refusal('conflict', {
    zh: '此人已有或正在等待批准这个角色。',
    en: 'The person already has this role, or it is waiting for approval.',
  }),
  role_spans_clients: refusal('conflict', {
    zh: '此人已有另一委托方的角色，委托方之间互相隔离。如确需查看多个委托方，请提议“全部委托方”的角色。',
    en: 'The person has a role for another client, and clients are kept apart. If several clients have to be seen, propose a role for every client.',
  }),
  proposal_decided: refusal('conflict', {
    zh: '这项提议已有决定，请刷新后查看。',
    en: 'This proposal has been decided already. Reload to see how.',
  }),
  role_beyond_reach: refusal('forbidden', {
    zh: '这个角色的范围超出您自己的范围。请由负责全公司或该委托方的同事处理。',
    en: 'This role has a wider scope than yours. Ask a colleague whose role is for that client, or for the whole company.',
  }),
  proposer_beyond_reach: refusal(
    'conflict',
    {
      zh: '提议人现在的范围已不含这个角色，不能批准。请拒绝，由有权限的同事重新提议。',
      en: 'The role of the person who proposed this no longer has that scope, so it cannot be approved. Refuse it, and ask a colleague with that scope to propose it again.',
    },
    { code: 'proposer_gone' },
  ),
  role_place_closed: refusal(
    'conflict',
    { zh: '这个委托方或班组已停用。', en: 'This client or team has been closed.' },
    { code: 'closed' },
  ),
  last_administrator: refusal('conflict', {
    zh: '这是最后一位能管理全公司的管理员。请先让另一人获得该角色。',
    en: 'This is the last administrator of the whole company. Give another person the role first.',
  }),

  // imports
  extension_not_planned: refusal('conflict', (words: Bilingual) => words, { code: 'extension_refused' }),
  import_has_problems: refusal('bad_input', {
    zh: '文件中有错误，没有导入任何内容。请改正后重新预览。',
    en: 'The file has errors; nothing was imported. Correct them and preview again.',
  }),
  changed_since_preview: refusal('conflict', {
    zh: '预览之后数据有变化，没有导入任何内容。请重新预览。',
    en: 'The data changed after the preview; nothing was imported. Preview again.',
  }),
  file_empty: refusal('bad_input', {
    zh: '文件是空的，没有可读取的行。',
    en: 'The file is empty: there is no line to read.',
  }),
  file_not_text: refusal('bad_input', {
    zh: '这不是文本文件，或编码无法识别。请另存为 CSV（UTF-8 或 GB18030）后再上传。',
    en: 'This is not a text file, or its encoding is not known. Save it as CSV (UTF-8 or GB18030) and upload that.',
  }),
});
