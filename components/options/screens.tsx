import type { ComponentType } from 'react';
import { AboutScreen } from '../admin/about/AboutScreen.tsx';
import { DataScreen } from '../admin/data/DataScreen.tsx';
import { LeftScreen } from '../admin/data/LeftScreen.tsx';
import { DeliverScreen } from '../admin/delivery/DeliverScreen.tsx';
import { heldBy } from '../admin/delivery/held.ts';
import { RolesScreen } from '../admin/delivery/RolesScreen.tsx';
import { SetBy } from '../admin/delivery/SetBy.tsx';
import { EditScreen } from '../admin/editor/EditScreen.tsx';
import { FieldsScreen } from '../admin/fields/FieldsScreen.tsx';
import { TryScreen } from '../admin/trial/TryScreen.tsx';
import { UseScreen } from '../admin/trial/UseScreen.tsx';
import { VersionsScreen } from '../admin/trial/VersionsScreen.tsx';
import { CustomSection } from './CustomSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { InForceSection } from './InForceSection.tsx';
import { OwnSection } from './OwnSection.tsx';
import { PacksSection } from './PacksSection.tsx';
import { hashOf, type RouteId } from './routes.ts';
import { SalesforceSection } from './SalesforceSection.tsx';
import type { ScreenProps } from './screen.ts';
import { SitesSection } from './SitesSection.tsx';
import { SuggestedSection } from './SuggestedSection.tsx';

/** What stands on each screen. */
export const SCREENS: Readonly<Record<RouteId, ComponentType<ScreenProps>>> = {
  playbook: PlaybookScreen,
  edit: EditScreen,
  try: TryScreen,
  versions: VersionsScreen,
  use: UseScreen,
  sites: SitesScreen,
  fields: FieldsScreen,
  health: HealthSection,
  deliver: DeliverScreen,
  roles: RolesScreen,
  data: DataScreen,
  left: LeftScreen,
  about: AboutScreen,
};

function PlaybookScreen({ desk }: ScreenProps) {
  const held = heldBy(desk.view, 'playbook');
  return (
    <>
      <SetBy desk={desk} lock="playbook" />
      <InForceSection desk={desk} />
      {!held && <PacksSection desk={desk} />}
      <OwnSection desk={desk} />
      {!held && (
        <p className="op-section">
          <a href={hashOf('edit', 'settings')}>{desk.say.t('parts_settings_link')}</a>
        </p>
      )}
    </>
  );
}

function SitesScreen({ desk }: ScreenProps) {
  return (
    <>
      <SitesSection desk={desk} />
      <SalesforceSection desk={desk} />
      <CustomSection desk={desk} />
      {!heldBy(desk.view, 'playbook') && <SuggestedSection desk={desk} />}
    </>
  );
}
