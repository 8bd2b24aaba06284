// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef } from 'preact/hooks';
import type { ViewerState } from '../model/state';
import { sliceText } from './labels';
import type { PictureState } from './scene';
import { frameAt, trackGradient } from './scrubberTrack';

interface Props {
  readonly state: ViewerState;
  readonly ticks: readonly PictureState[];
  /** Frames that somebody marked as key images. */
  readonly keys: readonly number[];
  readonly onFrame: (index: number) => void;
}

const MEANING: Readonly<Record<PictureState, string>> = {
  none: 'not here yet',
  strip: 'thumbnail',
  preview: 'preview',
  exact: 'exact',
};

/** Where the reader is in the stack, and what of it is here; one thumb moves through all of it. */
export function Scrubber({ state, ticks, keys, onFrame }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const series = state.study.series[state.current];
  const frame = state.bySeries[state.current]?.frame ?? 0;
  const count = series?.frames.length ?? 0;
  const have = useMemo(() => ticks.filter((tick) => tick !== 'none').length, [ticks]);
  const background = useMemo(() => trackGradient(ticks), [ticks]);
  if (series === undefined || count < 2) return null;
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.height === 0) return;
    onFrame(frameAt((event.clientY - box.top) / box.height, count));
  };
  return (
    <div
      class="scrubber"
      data-testid="scrubber"
      data-have={have}
      role="slider"
      tabIndex={0}
      aria-label="Position in the stack"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={frame + 1}
      aria-valuetext={`${sliceText(series, frame)}, ${MEANING[ticks[frame] ?? 'none']}; ${have} of ${count} are here${keys.includes(frame) ? ', key image' : ''}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      <div ref={track} class="scrubber__track" style={{ background }}>
        {keys.map((key) => (
          <span key={key} class="scrubber__key" style={{ top: `${(key / (count - 1)) * 100}%` }} />
        ))}
        <span class="scrubber__thumb" style={{ top: `${(frame / (count - 1)) * 100}%` }}>
          {frame + 1}
        </span>
      </div>
    </div>
  );
}
