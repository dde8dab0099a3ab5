import type { DataView } from '../../../lib/app/admin/data-model.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import { heldBy } from '../delivery/held.ts';
import { SetBy } from '../delivery/SetBy.tsx';
import type { Desk } from '../../options/desk.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { EraseSection } from './EraseSection.tsx';
import { KindList } from './KindList.tsx';
import { MoveSection } from './MoveSection.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import { SiteList } from './SiteList.tsx';
import { useLook } from '../../options/use-look.ts';

/** What each part of the screen is given. */
export interface DataProps {
  readonly desk: Desk;
  readonly view: DataView;
  /** The policy keeps what is kept from being changed here. */
  readonly held: boolean;
  /** Reads everything again. */
  readonly again: () => Promise<void>;
}

/** What is kept in this browser: how much, how to take it along, how long it stays, and how to be rid of it. */
export function DataScreen({ desk }: ScreenProps) {
  const { t } = desk.say;
  const { found, again } = useLook(desk.actions.data.look, desk.view);
  const held = heldBy(desk.view, 'data') !== null;
  const title = t('data_here_title');
  if (!found?.ok) {
    return (
      <Section title={title} lead={t('data_here_lead')}>
        <p className="op-panel" aria-busy={!found}>
          {t(found ? RECORDS_FAULT_KEYS[found.fault] : 'data_counting')}
        </p>
      </Section>
    );
  }
  const props: DataProps = { desk, view: found.view, held, again };
  return (
    <>
      <SetBy desk={desk} lock="data" />
      <Section title={title} lead={t('data_here_lead')}>
        <KindList {...props} />
      </Section>
      <SiteList {...props} />
      <MoveSection {...props} />
      <RetentionSection {...props} />
      {!held && <EraseSection {...props} />}
    </>
  );
}
