export const clients = {
  intro: '委托方之间互相隔离：一个委托方的角色看不到其他委托方的通话和人员。',
  newClient: '新建委托方',
  newTeam: '新建班组',
  teamOf: '新建班组：{{client}}',
  people_other: '{{count}} 人',
  noTeams: '这个委托方还没有班组。',
  none: '还没有委托方。请先新建委托方，再建班组。',
  client: '所属委托方',
  edit: '编辑',
  closeClient: '确定停用 {{name}}？停用后不能再新建班组，历史记录保留。',
  closeTeam: '确定停用 {{name}}？历史通话仍显示这个班组。',
};
