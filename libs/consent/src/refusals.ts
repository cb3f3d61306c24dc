import { defineRefusals, refusal } from '#platform/rules';

/** What the consent rules refuse. */
export const consentRefusals = defineRefusals({
  consent_rules_changed: refusal('conflict', {
    zh: '在您编辑期间，已有新的同意规则生效。您的改动没有提交，请刷新后再改。',
    en: 'Other consent rules came into force while you were editing. Your change was not proposed; reload and enter it again.',
  }),
  consent_rules_wait: refusal('conflict', {
    zh: '已有一项同意规则的改动等待另一人同意。请先同意、拒绝或撤回它。',
    en: 'A change of the consent rules is waiting for a second person. Agree to it, refuse it or take it back first.',
  }),
  consent_rules_are_same: refusal('conflict', {
    zh: '与现行的同意规则完全相同，没有可提交的改动。',
    en: 'These are the consent rules that are in force; there is nothing to propose.',
  }),
  consent_rules_not_tried: refusal('conflict', {
    zh: '这套规则还没有用过去的通话、对照现行规则试算过。请先试算，看过结果再继续。',
    en: 'These rules have not been tried on past calls and compared with those in force. Try them, check what would change, then continue.',
  }),
  consent_rules_not_waiting: refusal('conflict', {
    zh: '这项改动已不在等待同意：可能已有人同意、拒绝或撤回。请刷新。',
    en: 'This change is no longer waiting: a colleague agreed to it, refused it or took it back. Reload.',
  }),
  consent_rules_need_another: refusal('forbidden', {
    zh: '同意规则须由另一人同意，提出人不能自己同意。',
    en: 'Publishing consent rules needs a second person: the person who proposed them cannot approve them.',
  }),
});
