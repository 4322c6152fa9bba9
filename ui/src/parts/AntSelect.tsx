//! The searchable chooser itself, from Ant Design. Loaded by `Choose` when one is on screen.

import { Select } from 'antd'
import Themed from './Themed'

export interface AntSelectProps {
  id?: string
  value: string | string[] | undefined
  options: { value: string; label: string; search: string; about: string }[]
  many: boolean
  placeholder?: string | undefined
  onChange(value: string | string[]): void
}

export default function AntSelect({ id, value, options, many, placeholder, onChange }: AntSelectProps) {
  return (
    <Themed>
      <Select
        {...(id ? { id } : {})} style={{ width: '100%' }} {...(many ? { mode: 'multiple' as const } : {})} value={value} placeholder={placeholder} options={options} virtual={options.length > 100}
        showSearch={{ filterOption: (typed, option) => (option?.search ?? '').toLowerCase().includes(typed.trim().toLowerCase()) }}
        optionRender={(option) => <span>{option.data.label}{option.data.about ? <span className="second"> {option.data.about}</span> : null}</span>}
        onChange={(next) => onChange(next)}
      />
    </Themed>
  )
}
