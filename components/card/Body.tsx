import type { CardView } from '../../lib/app/card-model.ts';
import { useCard } from './context.ts';
import { Exceptions } from './Exceptions.tsx';
import { Folds } from './Folds.tsx';
import { Footer } from './Footer.tsx';
import { Gates } from './Gates.tsx';
import { Hero } from './Hero.tsx';
import { Notice, Unsaved } from './Notice.tsx';
import { OneQuestion } from './Question.tsx';
import { Signals } from './Signals.tsx';
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
  const decided = isDecided(assessment);
  return (
    <>
      {fault && <Notice fault={fault} />}
      <Hero assessment={assessment} />
      {!decided && (
        <>
          <Gates gates={assessment.gates} counted={assessment.standing !== 'none'} />
          <Exceptions gates={assessment.gates} />
          <Signals signals={assessment.signals} />
          <OneQuestion />
        </>
      )}
      <Folds gates={assessment.gates} />
      <Footer canPark={!decided} />
    </>
  );
}
