//! All forms, by act tag, collected from the `*.forms.tsx` files beside this one. Adding an act to the window: one entry in such a file.

import type { ActForm, Forms } from './form'
import type { Tag } from './start'

const found = import.meta.glob<{ forms: Forms }>('./*.forms.tsx', { eager: true })

const all: Forms = {}
for (const { forms } of Object.values(found)) Object.assign(all, forms)

export const formOf = (tag: string): ActForm<object> | undefined => all[tag as Tag] as unknown as ActForm<object> | undefined
export const formTags = (): string[] => Object.keys(all)
