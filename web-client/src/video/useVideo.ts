// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks';
import { looked, type ViewerState } from '../model/state';
import { type Playing, playingAt } from './playing';
import type { VideoStage } from './VideoStage';

/** What the viewer knows of the video at its place. */
export interface VideoView {
  /** null: there is none that plays here. */
  readonly playing: Playing | null;
  /** The player, once its code is here and while it is wanted; else single frames are shown. */
  readonly Player: typeof VideoStage | null;
  /** This browser could not play it. */
  readonly isRefused: boolean;
  readonly play: () => void;
  readonly showFrames: () => void;
  readonly refuse: () => void;
}

/** A video is played as long as the browser can, and nobody asks for its single frames. */
export function useVideo(state: ViewerState): VideoView {
  const at = looked(state);
  const playing = useMemo(() => (at === null ? null : playingAt(at.series, at.own.frame)), [at?.series, at?.own.frame]);
  const [Player, setPlayer] = useState<{ readonly stage: typeof VideoStage } | null>(null);
  const [isFrames, setFrames] = useState(false);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const instance = playing?.instance.instance ?? null;
  useEffect(() => {
    if (instance === null) return;
    // Without its code, as without a browser that plays, single frames are what there is.
    import('./VideoStage').then(
      (loaded) => setPlayer({ stage: loaded.VideoStage }),
      () => undefined,
    );
  }, [instance]);
  const isRefused = instance !== null && refused.has(instance);
  return {
    playing,
    Player: playing === null || isFrames || isRefused ? null : (Player?.stage ?? null),
    isRefused,
    play: () => setFrames(false),
    showFrames: () => setFrames(true),
    refuse: () => setRefused((before) => new Set([...before, ...(instance === null ? [] : [instance])])),
  };
}
