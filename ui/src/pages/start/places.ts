//! Where one stands before a file is open.

export type Door = { at: 'choices' } | { at: 'unlock' | 'recover'; name: string } | { at: 'new' } | { at: 'bring'; name: string } | { at: 'building' }
