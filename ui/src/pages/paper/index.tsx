//! One paper, whole. A draft: its words beside the page they make, what stands between it and its issue. An issued one: its way, its
//! service and the clocks that hang on it, its place in the journal. The bytes of an issued paper never change here.

import './paper.css'
import { useState } from 'react'
import { startAct } from '../../acts/start'
import type { PaperView } from '../../generated/types'
import { useLook } from '../../look'
import { ErrorPanel, useDateKey } from '../../parts'
import type { PageProps } from '../../pages'
import { back, canGoBack, go } from '../../router'
import { t } from '../../words'
import { useKeys } from '../../keys'
import { Trail } from '../case/Trail'
import { DraftPage } from './Draft'
import { IssuedPage } from './Issued'

export default function Paper({ id }: PageProps) {
  const { view, failure, again } = useLook<PaperView>({ view: 'paper', id })
  const [trail, setTrail] = useState(false)
  useDateKey()
  useKeys('paper', [
    { combo: 'KeyH', label: t('paper.trail'), run: () => setTrail(true), hint: true },
    ...(view?.paper.case ? [{ combo: 'KeyC', label: t('paper.to_case'), run: () => go('case', view.paper.case!) }] : []),
    ...(view?.paper.state === 'issued' ? [{ combo: 'KeyV', label: t('papers.void'), run: () => startAct('void_paper', { paper: id, words: t('papers.void') }), hint: true }] : []),
    ...(canGoBack() ? [{ combo: 'Escape', label: t('paper.to_list'), run: () => void back(), hint: true }] : []),
  ])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('paper.to_list'), run: () => go('papers') }]} /></div> : null
  const Body = view.paper.state === 'draft' ? DraftPage : IssuedPage
  return (
    <>
      <Body key={id} view={view} onTrail={() => setTrail(true)} />
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('paper.to_list'), run: () => go('papers') }]} /> : null}
      {trail ? <Trail kind="paper" id={id} title={view.paper.number || view.paper.title} onClose={() => setTrail(false)} /> : null}
    </>
  )
}
