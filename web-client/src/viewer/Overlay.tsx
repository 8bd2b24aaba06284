// SPDX-License-Identifier: Apache-2.0
import { edgesOf } from '../model/orientation';
import { scaleBar } from '../model/scaleBar';
import type { Series } from '../model/study';
import { isReduced, sliceText, sourceLossyText, stateMeaning, stateText, windowText, zoomText } from './labels';
import type { Drawn } from './painter';
import type { Snapshot } from './session';

/** What is written over the picture; all of it describes what is drawn. */
export function Overlay({ snapshot }: { readonly snapshot: Snapshot }) {
  const { drawn, state, failure } = snapshot;
  const series = drawn === null ? undefined : state.study.series[drawn.scene.series];
  const own = drawn === null ? undefined : state.bySeries[drawn.scene.series];
  if (drawn === null || series === undefined || own === undefined) {
    return <p class="overlay__middle">Loading …</p>;
  }
  const edges = edgesOf(drawn.scene.kind, own.view.turn);
  return (
    <div class="overlay">
      <div class="overlay__top-left">
        <StateBadge drawn={drawn} />
        <SourceBadges drawn={drawn} series={series} />
      </div>
      <div class="overlay__bottom-left">
        <span data-testid="slice-label">{sliceText(series, drawn.scene.frame)}</span>
        <span data-testid="window-label">{windowText(drawn.scene)}</span>
        <span data-testid="zoom-label">{zoomText(drawn.scale)}</span>
      </div>
      {edges !== null && (
        <div class="overlay__edges" data-testid="orientation">
          <b class="edge edge--top">{edges.top}</b>
          <b class="edge edge--right">{edges.right}</b>
          <b class="edge edge--bottom">{edges.bottom}</b>
          <b class="edge edge--left">{edges.left}</b>
        </div>
      )}
      <div class="overlay__bottom-right">
        <span class="overlay__note">Not for primary diagnosis</span>
        <ScaleBar drawn={drawn} sideways={own.view.turn.quarters % 2 === 1} ratio={state.devicePixelRatio} />
      </div>
      {failure !== null && (
        <p class="overlay__failure" role="alert" data-testid="failure">
          Image {(state.bySeries[state.current]?.frame ?? 0) + 1} could not be drawn: {failure}
        </p>
      )}
    </div>
  );
}

function StateBadge({ drawn }: { readonly drawn: Drawn }) {
  const { scene } = drawn;
  const state = scene.state === 'exact' && isReduced(scene) ? 'reduced' : scene.state;
  return (
    <span
      class={`image-badge image-badge--${state}`}
      data-testid="state-badge"
      data-state={state}
      title={stateMeaning(scene)}
    >
      {stateText(scene)}
    </span>
  );
}

function SourceBadges({ drawn, series }: { readonly drawn: Drawn; readonly series: Series }) {
  const lossy = sourceLossyText(drawn.scene);
  const { laterality, view } = drawn.scene.kind;
  const name = [laterality, view].filter(Boolean).join(' ');
  return (
    <>
      {lossy && (
        <span class="image-badge image-badge--lossy" title="The image was compressed with loss before it came here">
          {lossy}
        </span>
      )}
      <span class="overlay__series">{[series.modality, series.description].filter(Boolean).join(' · ')}</span>
      {name && <span class="overlay__series">{name}</span>}
    </>
  );
}

interface ScaleBarProps {
  readonly drawn: Drawn;
  readonly sideways: boolean;
  readonly ratio: number;
}

const MOST_CSS_PX = 130;

function ScaleBar({ drawn, sideways, ratio }: ScaleBarProps) {
  const bar = scaleBar(drawn.scene.kind, drawn.scale, sideways, MOST_CSS_PX * ratio);
  if (bar === null) return null;
  return (
    <span class="scale-bar" data-testid="scale-bar">
      {bar.label}
      <i style={{ width: `${bar.length / ratio}px` }} />
    </span>
  );
}
