import { afterEach } from 'vitest'
import { standing } from './world'

// A walk that fails is seldom seen twice: what its pages show is told with it.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`${task.name}: the pages as they stood\n${await standing()}`)
})
