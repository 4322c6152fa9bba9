//! When a page cannot be drawn: the rest of the window stays, the file is untouched, and the sentence says so.

import { Component, type ReactNode } from 'react'
import { Message } from '../parts/ErrorPanel'
import { go } from '../router'
import { t } from '../words'

export class Caught extends Component<{ children: ReactNode }, { thrown: unknown }> {
  override state: { thrown: unknown } = { thrown: null }

  static getDerivedStateFromError(thrown: unknown): { thrown: unknown } {
    return { thrown }
  }

  override componentDidCatch(thrown: unknown): void {
    console.error(thrown)
  }

  override render(): ReactNode {
    const { thrown } = this.state
    if (thrown === null) return this.props.children
    return (
      <div className="page-alone">
        <Message
          tone="red" title={t('frame.not_drawn')} code="LS-U02"
          acts={[
            { words: t('frame.again'), run: () => this.setState({ thrown: null }) },
            { words: t('frame.place_today'), run: () => { this.setState({ thrown: null }); go('today') } },
          ]}
        >
          {t('frame.not_drawn_safe')}
          <div className="second">{thrown instanceof Error ? thrown.message : String(thrown)}</div>
        </Message>
      </div>
    )
  }
}
