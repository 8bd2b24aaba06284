// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import { PinControl } from './PinControl';
import { useOffline } from './useOffline';

interface Props {
  readonly client: OfflineClient;
  readonly study: StudySummary;
}

/** Keeping a study offline, where it is looked at. */
export function StudyPin({ client, study }: Props) {
  const view = useOffline(client);
  if (view.support !== 'yes') return null;
  return (
    <div class="study-pin" data-testid="study-pin">
      <PinControl study={study} client={client} view={view} isOffline={!navigator.onLine} />
    </div>
  );
}
