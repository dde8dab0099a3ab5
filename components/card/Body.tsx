import { useState } from 'react';
import type { CardView } from '../../lib/app/card-model.ts';
import type { Explained } from '../../lib/core/assessment.ts';
import { useCard } from './context.ts';
import { Exceptions } from './Exceptions.tsx';
import { Met, Unread } from './Folds.tsx';
import { Footer } from './Footer.tsx';
import { Gates } from './Gates.tsx';
import { Hero } from './Hero.tsx';
import { Notice, Unsaved } from './Notice.tsx';
import { OneQuestion } from './Question.tsx';
import { Signals } from './Signals.tsx';
import { Story } from './Story.tsx';
import { isDecided } from './window-line.ts';

/** True for a fault that leaves nothing to be said about the deal. */
const isTotal = ({ fault }: CardView): boolean =>
  fault?.kind === 'playbook' || fault?.kind === 'page';

/** What the card says about the deal, from top to bottom. */
export function Body() {
  const { view, t } = useCard();
  const { assessment, fault } = view;
  if (fault && (isTotal(view) || !assessment)) {
    return (
      <>
        <Notice fault={fault} />
        <Unsaved />
      </>
    );
  }
  if (!assessment) {
    return (
      <p className="ds-loading ds-quiet" role="status">
        {t('card_loading')}
      </p>
    );
  }
  return (
    <>
      {fault && <Notice fault={fault} />}
      <Assessed key={`${assessment.ref.org ?? ''}:${assessment.ref.id}`} assessment={assessment} />
    </>
  );
}

/** One deal's assessment. What can't be told leads when it is what holds the deal up; it stays where it was when the deal was opened. */
function Assessed({ assessment }: { assessment: Explained }) {
  const decided = isDecided(assessment);
  const [unreadFirst] = useState(assessment.standing === 'unknown');
  return (
    <>
      <Hero assessment={assessment} />
      {unreadFirst && <Unread gates={assessment.gates} openAtFirst />}
      {!decided && (
        <>
          <Gates gates={assessment.gates} counted={assessment.standing !== 'none'} />
          <Exceptions gates={assessment.gates} />
          <Signals signals={assessment.signals} />
          <OneQuestion />
          <Story />
        </>
      )}
      {!unreadFirst && <Unread gates={assessment.gates} />}
      <Met gates={assessment.gates} />
      <Footer canPark={!decided} />
    </>
  );
}
