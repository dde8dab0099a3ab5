import faker from 'faker/locale/en';
import fakerUs from 'faker/locale/en_US';
import { createRoot } from 'react-dom/client';

// Before the data is made up, which happens while the CRM's modules load: the same data each time.
faker.seed(1);
fakerUs.seed(1);

const { CRM } = await import('atomic-crm/src/root/CRM');
const { authProvider, dataProvider } = await import('atomic-crm/src/providers/fakerest');

// Atomic's own logo is not in its package.
const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="white" stroke-width="2"><circle cx="12" cy="12" r="3"/><ellipse cx="12" cy="12" rx="11" ry="5"/></svg>',
)}`;

createRoot(document.getElementById('root')!).render(
  <CRM dataProvider={dataProvider} authProvider={authProvider} logo={logo} disableTelemetry />,
);
