const zh = {
  menu: { work: '办事', incoming: '来件', rules: '规则与管理' },
  searchAll: '按编号、内容搜索事项',
  notices: '通知，{n} 条未看',
  account: '我的账号',
  signOut: '退出登录',
  noAccess: '您的岗位不能打开这个页面',
}

export default zh
