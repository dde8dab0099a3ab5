import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { KnownDeals } from '../../../../lib/app/admin/known.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import type { Desk } from '../../../options/desk.ts';
import { PublishForm } from './PublishForm.tsx';

interface Props {
  readonly desk: Desk;
  readonly draft: Playbook;
  readonly known: KnownDeals;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says what publishing the draft would change, what is wrong with it, and asks for a note and a name. */
export function PublishDialog({ desk, draft, known, isOpen, onClose }: Props) {
  return (
    <ModalOverlay
      className="ed-veil"
      isOpen={isOpen}
      isKeyboardDismissDisabled={desk.publishing.busy}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ed-modal">
        <Dialog className="ed-dialog">
          <Heading slot="title" level={2}>
            {desk.say.t('edit_publish_title', [desk.view.next])}
          </Heading>
          <PublishForm {...{ desk, draft, known, onClose }} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
