import { DomainError } from '#platform';

export const scopeNotHeld = (scopes: readonly string[]) =>
  new DomainError('token_scope_not_held', 'forbidden', {
    zh: `令牌只能包含您本人现有的权限；您没有：${scopes.join('、')}。`,
    en: `A token can hold only what you may do yourself; you may not: ${scopes.join(', ')}.`,
  });

export const teamNotHeld = () =>
  new DomainError('token_team_not_held', 'forbidden', {
    zh: '令牌只能限定在您的角色所及的团队内。请重新选择团队。',
    en: 'A token can be narrowed only to teams that your roles reach. Choose the teams again.',
  });

export const scopeWithoutTeams = (scopes: readonly string[]) =>
  new DomainError('token_scope_without_teams', 'bad_input', {
    zh: `以下权限涉及全公司，不能限定团队：${scopes.join('、')}。请分成两个令牌。`,
    en: `These concern the whole company and cannot be narrowed to teams: ${scopes.join(', ')}. Make two tokens.`,
  });

export const addressUnreadable = (address: string) =>
  new DomainError('token_address_unreadable', 'bad_input', {
    zh: `“${address}” 不是地址或网段。请写成 192.0.2.7 或 192.0.2.0/24。`,
    en: `"${address}" is neither an address nor a network. Write 192.0.2.7 or 192.0.2.0/24.`,
  });

export const tooManyTokens = (most: number) =>
  new DomainError('too_many_tokens', 'conflict', {
    zh: `每个账号最多 ${most} 个有效令牌。请先撤销不用的。`,
    en: `An account has at most ${most} live tokens. Revoke those that are not used.`,
  });
