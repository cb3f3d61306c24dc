import type { Translated } from '../translated.js';
import type * as zh from '../zh/help.js';

export const help: Translated<typeof zh.help> = {
  title: 'Guide',
  guides: 'Guides of the roles',
  guide: {
    agent: 'Agent',
    supervisor: 'Supervisor',
    quality_analyst: 'Quality',
    quality_manager: 'Quality',
    legal_requester: 'Legal',
    legal_approver: 'Legal',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
};
