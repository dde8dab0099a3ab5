import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import type { DataProps } from './DataScreen.tsx';
import { ImportData } from './ImportData.tsx';
import { Said } from '../../options/Said.tsx';
import { useExport } from './use-export.ts';

/** Everything as one file, out of this browser and into another one. */
export function MoveSection(props: DataProps) {
  const { desk, held } = props;
  const { t } = desk.say;
  const { busy, said, run } = useExport(desk);
  return (
    <Section title={t('data_move_title')} lead={t('data_move_lead')}>
      <div className="op-panel">
        <div className="op-actions">
          <Button look="main" busy={busy} onClick={() => void run()}>
            {t(busy ? 'data_export_busy' : 'data_export')}
          </Button>
        </div>
        <Said said={said} />
        <p className="op-small">{t('data_export_note')}</p>
        {!held && <ImportData {...props} />}
      </div>
    </Section>
  );
}
