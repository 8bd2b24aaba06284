// SPDX-License-Identifier: Apache-2.0
import { edgesOf } from '../model/orientation';
import { scaleBar } from '../model/scaleBar';
import type { Series } from '../model/study';
import { text } from '../ui/text';
import { isReduced, sliceText, sourceLossyText, stateMeaning, stateText, windowText, zoomText } from './labels';
import type { Drawn } from './painter';
import type { Snapshot } from './session';

/** What is written over the picture; all of it describes what is drawn. */
export function Overlay({ snapshot, onRetry }: { readonly snapshot: Snapshot; readonly onRetry: () => void }) {
  const { drawn, state, failure } = snapshot;
  const series = drawn === null ? undefined : state.study.series[drawn.scene.series];
  const own = drawn === null ? undefined : state.bySeries[drawn.scene.series];
  if (drawn === null || series === undefined || own === undefined) {
    return failure === null ? (
      <p class="overlay__middle">Loading …</p>
    ) : (
      <Failure snapshot={snapshot} onRetry={onRetry} />
    );
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
        <ScaleBar
          drawn={drawn}
          sideways={own.view.turn.quarters % 2 === 1}
          most={Math.min(MOST_CSS_PX * state.devicePixelRatio, MOST_PART * state.canvas.width)}
          ratio={state.devicePixelRatio}
        />
      </div>
      <span class="overlay__note">{text.notDiagnostic}</span>
      <Failure snapshot={snapshot} onRetry={onRetry} />
    </div>
  );
}

interface FailureProps {
  readonly snapshot: Snapshot;
  readonly onRetry: () => void;
}

/** What cannot be shown is said over the picture: an image that is black must never be taken for a finding, or for none. */
function Failure({ snapshot, onRetry }: FailureProps) {
  const { drawn, state, failure } = snapshot;
  if (failure === null) return null;
  const frame = state.bySeries[state.current]?.frame ?? 0;
  const isSeen = drawn?.scene.frame === frame && drawn.scene.series === state.current;
  const words = isSeen && drawn.scene.state === 'preview' ? text.exactFailed : text.imageFailed;
  return (
    <div class="overlay__failure">
      <p role="alert" data-testid="failure">
        {words(frame + 1, failure)}
      </p>
      <button type="button" class="viewer-button" data-testid="retry" onClick={onRetry}>
        {text.retry}
      </button>
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
  const { laterality, view, colour, notices } = drawn.scene.kind;
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
      {[colour, ...notices].filter(Boolean).map((notice) => (
        <span key={notice} class="overlay__series" data-testid="frame-notice">
          {notice}
        </span>
      ))}
    </>
  );
}

interface ScaleBarProps {
  readonly drawn: Drawn;
  readonly sideways: boolean;
  /** How long it may be, in device pixels. */
  readonly most: number;
  readonly ratio: number;
}

const MOST_CSS_PX = 130;
/** Of the canvas' width: on a phone the labels at the left need the rest. */
const MOST_PART = 0.22;

function ScaleBar({ drawn, sideways, most, ratio }: ScaleBarProps) {
  const bar = scaleBar(drawn.scene.kind, drawn.scale, sideways, most);
  if (bar === null) return null;
  return (
    <span class="scale-bar" data-testid="scale-bar">
      {bar.label}
      <i style={{ width: `${bar.length / ratio}px` }} />
    </span>
  );
}
