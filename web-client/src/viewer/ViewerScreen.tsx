// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { StudyDescriptor } from '../model/study';
import type { StoreRim } from '../tiles/store';
import { Banner } from './Banner';
import { CineBar } from './CineBar';
import { SeriesList } from './SeriesList';
import { Spoken } from './Spoken';
import { Stage } from './Stage';
import { ToolBar } from './ToolBar';
import { useKeys } from './useKeys';
import { useSession } from './useSession';

interface Props {
  readonly study: StudyDescriptor;
  readonly rim: StoreRim;
  readonly onBack: () => void;
  readonly actions?: ComponentChildren;
}

/** Banner, series, picture, tools: how they lie on the screen is viewer.css' affair. */
export function ViewerScreen({ study, rim, onBack, actions }: Props) {
  const { session, snapshot } = useSession(study, rim);
  useKeys(session);
  const dispatch = session.dispatch.bind(session);
  return (
    <main class="viewer" data-testid="viewer">
      <Banner study={study} isOffline={snapshot.isOffline} onBack={onBack} actions={actions} />
      <SeriesList
        study={study}
        current={snapshot.state.current}
        thumbnails={session.thumbnails}
        onChoose={(index) => dispatch({ do: 'series', index })}
      />
      <Stage session={session} snapshot={snapshot} />
      <div class="viewer__tools">
        <CineBar state={snapshot.state} dispatch={dispatch} />
        <ToolBar state={snapshot.state} dispatch={dispatch} />
      </div>
      <Spoken snapshot={snapshot} />
    </main>
  );
}
