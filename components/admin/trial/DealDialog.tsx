import { useId, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { CardActions, CardView } from '../../../lib/app/card-model.ts';
import { lookAt } from '../../../lib/app/admin/trial-card.ts';
import type { ChangedDeal, Rival, TrialResult } from '../../../lib/app/admin/trial-tally.ts';
import type { TrialActions } from '../../../lib/app/admin/trial.ts';
import { Body } from '../../card/Body.tsx';
import { CardProvider } from '../../card/context.ts';
import { createDrafts } from '../../card/drafts.ts';
import { useCardContext } from '../../card/use-card-context.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLooked } from './ChangedDeal.tsx';

interface Props {
  readonly changed: ChangedDeal;
  readonly result: TrialResult;
  readonly look: TrialActions['look'];
  readonly say: Say;
  /** The CRMs' names by their ids. */
  readonly labels: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

const RIVALS = [
  { rival: 'draft', label: 'trial_draft' },
  { rival: 'inForce', label: 'trial_now' },
] as const;

/** A deal as its card would show it, by the draft or by the version in force. Nothing can be written in it. */
export function DealDialog({ changed, result, look, say, labels, onClose }: Props) {
  const { t } = say;
  const [rival, setRival] = useState<Rival>('draft');
  const id = useId();
  const tried = useLooked(changed, result, look);
  const crm = tried?.deal.ref.crm ?? '';
  const view = tried && lookAt(tried, rival, result.day, labels[crm] ?? crm);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="tr-overlay"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="tr-modal">
        <Dialog className="tr-dialog">
          <div className="tr-dialog-top">
            <Heading slot="title" level={2} className="tr-dialog-name">
              {changed.name}
            </Heading>
            <Button look="icon" aria-label={t('trial_close')} onClick={onClose}>
              <Icon name="close" />
            </Button>
          </div>
          <fieldset className="tr-switch">
            <legend className="ds-hidden">{t('trial_by')}</legend>
            {RIVALS.map(({ rival: each, label }) => (
              <label key={each}>
                <input
                  type="radio"
                  name={id}
                  checked={rival === each}
                  onChange={() => {
                    setRival(each);
                  }}
                />
                <span>{t(label)}</span>
              </label>
            ))}
          </fieldset>
          <p className="op-small">{t('trial_read_only')}</p>
          {view ? (
            <LookedAt key={rival} view={view} say={say} />
          ) : (
            <p>{t(tried === null ? 'trial_gone' : 'options_loading')}</p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const nothing = (): Promise<never> => Promise.reject(new Error('this card is only looked at'));

/** The card shows no button for any of these while it is only looked at. */
const NO_ACTIONS: CardActions = {
  goToField: () => undefined,
  saveAnswer: nothing,
  answerPrompt: nothing,
  notNow: nothing,
  saveException: nothing,
  endException: nothing,
  saveDispute: nothing,
  endDispute: nothing,
  park: nothing,
  wake: nothing,
  share: nothing,
  copy: nothing,
  move: () => undefined,
  close: () => undefined,
};

function LookedAt({ view, say }: { readonly view: CardView; readonly say: Say }) {
  const [drafts] = useState(createDrafts);
  const { context } = useCardContext({
    view,
    actions: NO_ACTIONS,
    t: say.t,
    locale: say.fmt.locale,
    drafts,
  });
  return (
    <CardProvider value={context}>
      <div className="tr-card" role="group" aria-label={say.t('trial_card')}>
        <Body />
      </div>
    </CardProvider>
  );
}
