const zh = {
  title: '现在要做的事',
  for: '{unit} · {role}',
  queue: '{name}（按剩余时间）',
  all: '查看全部',
  nothing: '这里没有等您办的事。',
  none: '都办完了。新的工作会出现在这里。',
  start: '常用',
  register: '快速登记',
  registerHint: '来人来访，90 秒内登记并打印受理单',
  imports: '批量导入',
  importsHint: '12345、110、法院等转来的表格',
  admin: '单位与人员',
  adminHint: '单位、岗位、账号、接口账号',
  overdue: '超期',
  dueSoon: '临期',
}

export default zh
