//! 第一次启动: before a file is open. Three choices, what the computer itself shows, and behind them the doors: passphrase, recovery
//! sheet, a copy from a stick, a new file. It opens files and nothing else; what the law asks of a committee is asked in the wizard.

import './start.css'
import { useState } from 'react'
import { failureOf, file } from '../../api'
import { useLook } from '../../look'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { Failure, StartView } from '../../shape'
import { t } from '../../words'
import { BringIn } from './BringIn'
import { Building } from './Building'
import { Choices } from './Choices'
import { NewFile } from './NewFile'
import { opened } from './opened'
import { Recover } from './Recover'
import { Unlock } from './Unlock'
import type { Door } from './places'


export default function Start() {
  const { view, failure, again } = useLook<StartView>({ view: 'start' })
  const [door, setDoor] = useState<Door>({ at: 'choices' })
  const [trouble, setTrouble] = useState<Failure | null>(null)
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const home = (): void => setDoor({ at: 'choices' })
  const demo = (anew: boolean): void => {
    setTrouble(null)
    setDoor({ at: 'building' })
    const work = async (): Promise<void> => {
      if (anew) await file({ file: 'remove_demo' })
      await file({ file: 'demo' })
      await opened()
    }
    work().catch((thrown) => { const failed = failureOf(thrown); if (failed.kind !== 'stopped') setTrouble(failed); home(); again() })
  }
  const forgetDemo = (): void => void file({ file: 'remove_demo' }).then(again, (thrown) => setTrouble(failureOf(thrown)))
  switch (door.at) {
    case 'building': return <Building known={view.files.some((one) => one.demo)} />
    case 'unlock': return <Unlock files={view.files} name={door.name} onBack={home} onDoor={setDoor} />
    case 'recover': return <Recover name={door.name} onBack={home} />
    case 'bring': return <BringIn name={door.name} names={view.files.map((one) => one.name)} onBack={home} />
    case 'new': return <NewFile names={view.files.map((one) => one.name)} onBack={home} />
    default:
      return (
        <Choices
          view={view} onDoor={setDoor} onDemo={() => demo(false)} onForgetDemo={forgetDemo}
          trouble={trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('start.demo_again'), run: () => demo(true) }, { words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
        />
      )
  }
}
