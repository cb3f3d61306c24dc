import { DomainError, type ErrorKind } from '#platform';

const refusal = (code: string, kind: ErrorKind, zh: string, en: string) => () =>
  new DomainError(code, kind, { zh, en });

/** Why a role is not proposed, given or taken away. */
export const proposalRefusals = {
  secondPersonNeeded: refusal(
    'second_person_needed',
    'forbidden',
    '提出、批准和获得角色的必须是三个不同的人。请由另一位有审批权限的同事决定。',
    'Who proposes, who decides and who gets a role must be three people. Ask another colleague who may approve.',
  ),
  noAccount: refusal(
    'no_account',
    'conflict',
    '此人没有可用的账号。请先发出邀请，再提出角色。',
    'This person has no account that can be used. Invite the person first.',
  ),
  held: refusal(
    'role_held',
    'conflict',
    '此人已有或正在等待批准这个角色。',
    'The person holds this role already, or it waits for approval.',
  ),
  spansClients: refusal(
    'role_spans_clients',
    'conflict',
    '此人已有另一客户的角色，客户之间互不相通。如确需查看多个客户，请提出“全部客户”的角色。',
    'The person holds a role for another client, and clients are kept apart. If several clients have to be seen, propose a role for every client.',
  ),
  decided: refusal(
    'proposal_decided',
    'conflict',
    '这项提议已有决定，请刷新后查看。',
    'This proposal has been decided already. Reload to see how.',
  ),
  beyondReach: refusal(
    'role_beyond_reach',
    'forbidden',
    '这个角色的范围超出您自己的范围。请由管全公司或该客户的同事处理。',
    'This role reaches further than yours. Ask a colleague whose role is for that client, or for the whole company.',
  ),
  proposerBeyondReach: refusal(
    'proposer_gone',
    'conflict',
    '提出这个角色的人现在的范围已不含它，不能再批准。请拒绝，由有权限的同事重新提出。',
    'Who proposed this role does not reach that far any more, so it cannot be approved. Refuse it, and have a colleague who does propose it again.',
  ),
  closed: refusal('closed', 'conflict', '这个客户或班组已停用。', 'This client or team has been closed.'),
  lastAdministrator: refusal(
    'last_administrator',
    'conflict',
    '这是最后一位能管理全公司的管理员。请先让另一个人获得该角色。',
    'This is the last administrator of the whole company. Have somebody else get the role first.',
  ),
};
