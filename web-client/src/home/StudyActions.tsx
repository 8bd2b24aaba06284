// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import type { SessionClient } from '../session/client';
import { useSession } from '../session/useSession';
import { SaveIcon } from '../ui/icons';
import { text } from '../ui/text';
import { StudyPin } from './StudyPin';

interface Props {
  readonly client: OfflineClient;
  readonly session: SessionClient;
  readonly study: StudySummary;
}

/** What is done with a study where it is looked at. */
export function StudyActions({ client, session, study }: Props) {
  const { who } = useSession(session);
  const mayShare = who !== null && (!who.accounts || who.role === 'editor' || who.role === 'admin');
  return (
    <>
      <StudyPin client={client} study={study} />
      {mayShare && (
        <a
          class="button button--quiet study-download"
          data-testid="download"
          href={`/api/v1/studies/${study.study}/export`}
          download
          title={text.downloadTitle}
          aria-label={text.downloadTitle}
        >
          <SaveIcon />
          <span>{text.download}</span>
        </a>
      )}
    </>
  );
}
