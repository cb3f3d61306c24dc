export const help = {
  title: '使用指南',
  guides: '各角色的指南',
  guide: {
    agent: '坐席',
    supervisor: '主管',
    quality_analyst: '质检',
    quality_manager: '质检',
    legal_requester: '法务',
    legal_approver: '法务',
    auditor: '审计员',
    administrator: '系统管理员',
  },
};
