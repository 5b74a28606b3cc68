const zh = {
  title: '回访计划',
  intro: '办结后按程序规定的日子回访；越早到期的越在上面。',
  which: '哪些',
  dues: { week: '七天内和超期', today: '今天', overdue: '超期' },
  due: '应回访日期',
  overdue: '超期 {n} 天',
  today: '今天到期',
  matter: '事项',
  visit: '第几次',
  visits: { first: '第一次', second: '第二次', third: '第三次' },
  mode: '方式',
  inPerson: '须上门或当面',
  anyMode: '电话、短信或当面',
  closed: '办结日期',
  make: '回访',
  empty: {
    week: '七天内没有要做的回访。事项办结后，到期的回访会出现在这里。',
    today: '今天没有要做的回访。',
    overdue: '没有超期的回访。',
  },
}

export default zh
