// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import '../styles/video.css';
import { tileTarget } from '../tiles/address';
import { text } from '../ui/text';
import { sourceLossyText } from '../viewer/labels';
import { clock, nextSpeed } from './frames';
import type { Playing } from './playing';
import { type Player, usePlayer } from './usePlayer';

interface Props {
  readonly playing: Playing;
  readonly seriesIndex: number;
  /** The frame of this video to begin at, from 0. */
  readonly start: number;
  /** Shows a frame of the display order by itself. */
  readonly onFrames: (frame: number) => void;
  /** Goes to the video of a frame of the display order. */
  readonly onVideo: (frame: number) => void;
  readonly onRefused: () => void;
}

/** A video in the browser's own player, under controls that a gloved thumb hits. */
export function VideoStage({ playing, seriesIndex, start, onFrames, onVideo, onRefused }: Props) {
  const element = useRef<HTMLVideoElement>(null);
  const player = usePlayer(element, playing, start);
  useVideoKeys(player, playing);
  const { series, kind, count } = playing;
  const lossy = sourceLossyText({ kind });
  return (
    <section class="stage video-stage" aria-label={text.video.label} data-testid="video-stage">
      <video
        ref={element}
        key={playing.url}
        class="video-stage__video"
        data-testid="video"
        data-frame={player.frame}
        src={playing.url}
        poster={posterOf(playing, seriesIndex)}
        preload="auto"
        playsInline
        muted
        disablePictureInPicture
        disableRemotePlayback
        onClick={player.toggle}
        onError={onRefused}
      />
      <div class="video-stage__labels">
        <span class="image-badge image-badge--preview" data-testid="state-badge" title={text.video.meaning}>
          {text.video.badge}
        </span>
        <span class="image-badge image-badge--lossy">{lossy === '' ? text.video.lossy : lossy}</span>
        <span class="video-stage__series">{[series.modality, series.description].filter(Boolean).join(' · ')}</span>
      </div>
      <div class="video-stage__places">
        <span data-testid="slice-label">{text.video.frameOf(player.frame + 1, count)}</span>
        <span>{`${clock(player.seconds)} / ${clock(player.duration)}`}</span>
        <span class="video-stage__series">{text.notDiagnostic}</span>
      </div>
      <Controls player={player} playing={playing} onFrames={onFrames} onVideo={onVideo} />
    </section>
  );
}

type ControlProps = Pick<Props, 'playing' | 'onFrames' | 'onVideo'> & { readonly player: Player };

function Controls({ player, playing, onFrames, onVideo }: ControlProps) {
  const { count, first, before, after } = playing;
  return (
    <div class="video-bar" data-testid="video-bar">
      <input
        class="video-bar__scrub"
        type="range"
        data-testid="video-scrub"
        min={0}
        max={count - 1}
        step={1}
        value={player.frame}
        aria-label={text.video.position}
        aria-valuetext={text.video.frameOf(player.frame + 1, count)}
        onInput={(event) => player.goTo(Number(event.currentTarget.value))}
      />
      <div class="video-bar__buttons">
        {before !== null && (
          <Press testId="video-before" label={text.video.before} words="⏮" onPress={() => onVideo(before)} />
        )}
        <Press testId="video-back" label={text.video.back} words="−1" onPress={() => player.goTo(player.frame - 1)} />
        <Press
          testId="video-play"
          label={player.isPlaying ? text.video.pause : text.video.play}
          words={player.isPlaying ? text.video.pause : text.video.play}
          isWide
          onPress={player.toggle}
        />
        <Press testId="video-on" label={text.video.on} words="+1" onPress={() => player.goTo(player.frame + 1)} />
        <Press
          testId="video-speed"
          label={text.video.speed(player.speed)}
          words={`${player.speed} ×`}
          onPress={() => player.setSpeed(nextSpeed(player.speed))}
        />
        {after !== null && (
          <Press testId="video-after" label={text.video.after} words="⏭" onPress={() => onVideo(after)} />
        )}
        <Press
          testId="video-frames"
          label={text.video.frames}
          words={text.video.frames}
          isWide
          onPress={() => onFrames(first + player.frame)}
        />
      </div>
    </div>
  );
}

interface PressProps {
  readonly testId: string;
  readonly label: string;
  readonly words: string;
  readonly isWide?: boolean;
  readonly onPress: () => void;
}

function Press({ testId, label, words, isWide = false, onPress }: PressProps) {
  return (
    <button
      type="button"
      class={isWide ? 'video-button video-button--wide' : 'video-button'}
      data-testid={testId}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {words}
    </button>
  );
}

function posterOf(playing: Playing, seriesIndex: number): string | undefined {
  const { kind, series, first } = playing;
  if (kind.levels > 1) return undefined;
  const place = { row: 0, column: 0, size: { width: kind.columns, height: kind.rows } };
  return tileTarget(series, seriesIndex, first, 'preview', 0, place).url;
}

/** The keys that move through a stack move through a video. */
function useVideoKeys(player: Player, playing: Playing): void {
  const latest = useRef(player);
  latest.current = player;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === ' ' && target?.closest('button, a')) return;
      if (target?.closest('input') && event.key !== ' ') return;
      const now = latest.current;
      const action = KEYS[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action(now, playing.count);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [playing]);
}

const step = (by: number) => (player: Player) => player.goTo(player.frame + by);

const KEYS: Readonly<Record<string, (player: Player, count: number) => void>> = {
  ' ': (player) => player.toggle(),
  ArrowRight: step(1),
  ArrowDown: step(1),
  ArrowLeft: step(-1),
  ArrowUp: step(-1),
  PageDown: step(10),
  PageUp: step(-10),
  Home: (player) => player.goTo(0),
  End: (player, count) => player.goTo(count - 1),
};
