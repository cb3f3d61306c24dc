export const staffImport = {
  title: '导入人员',
  intro:
    'CSV 文件，列为：工号、中文姓名、英文姓名、班组、用户名、语言、角色、邮箱。两个姓名填写一个即可。先预览，再整份导入，或一行也不导入。',
  rolesHint:
    '角色用分号隔开，如 supervisor; auditor@all。不写范围是本人班组，@client 是该委托方的全部班组，@all 是全部委托方。角色只是提议，须由另一人批准。文件没写的角色不会被收回。',
  counts: '新增 {{new}} 人，更改 {{changed}} 人，{{unchanged}} 人不变；{{accounts}}，{{proposals}}。',
  accounts_other: '新账号 {{count}} 个',
  proposals_other: '待批准的角色 {{count}} 个',
  line: '行',
  result: '结果',
  results: { new: '新增', changed: '更改', unchanged: '不变', error: '错误' },
  changes: { name: '姓名', team: '班组', account: '账号', language: '语言', roles: '角色', email: '邮箱' },
  moreRows_other: '另有 {{count}} 行未列出。',
};
