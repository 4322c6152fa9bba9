//! Points taken over into the words of a decision: once, at the end of a list, as a sentence among the reasons.

import { describe, expect, it } from 'vitest'
import { isTaken, reasonsWith, withPoint } from './points'

describe('points in a letter', () => {
  it('are offered until they stand somewhere in it', () => {
    expect(isTaken('写明数据来源', ['写明数据来源。'])).toBe(true)
    expect(isTaken('写明数据来源', ['请逐类写明数据来源和授权'])).toBe(true)
    expect(isTaken('写明数据来源', ['补充退出办法', ''])).toBe(false)
  })
  it('fill an empty line first', () => {
    expect(withPoint(['甲', ''], '乙')).toEqual(['甲', '乙'])
    expect(withPoint(['甲'], '乙')).toEqual(['甲', '乙'])
  })
  it('become sentences among the reasons', () => {
    expect(reasonsWith('', '样本太少')).toBe('样本太少。')
    expect(reasonsWith('风险偏高。', '样本太少')).toBe('风险偏高。样本太少。')
    expect(reasonsWith('Too risky.', 'The sample is small')).toBe('Too risky. The sample is small.')
  })
})
