// SPDX-License-Identifier: Apache-2.0
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StudyDocument } from '../contract/documents';
import type { StudyDescriptor } from '../model/study';
import { Banner } from '../viewer/Banner';
import { documentText } from './words';

interface Props {
  readonly study: StudyDescriptor;
  readonly document: StudyDocument;
  readonly isOffline: boolean;
  readonly note: string;
  readonly onClose: () => void;
}

type Screen = FunctionComponent<{ readonly document: StudyDocument; readonly onClose: () => void }>;

/** The patient's banner above a document; the page of documents itself is fetched when the first is opened. */
export function Reading({ study, document, isOffline, note, onClose }: Props) {
  const [screen, setScreen] = useState<{ readonly view: Screen } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    import('./DocumentScreen').then(
      ({ DocumentScreen }) => isGone || setScreen({ view: DocumentScreen }),
      () => isGone || setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, []);
  const View = screen?.view;
  return (
    <main class="viewer viewer--reading" data-testid="reading">
      <Banner study={study} isOffline={isOffline} note={note} onBack={onClose} backLabel={documentText.back} />
      {View ? (
        <View document={document} onClose={onClose} />
      ) : (
        <p role={hasFailed ? 'alert' : 'status'}>{hasFailed ? documentText.trouble : documentText.opening}</p>
      )}
    </main>
  );
}
