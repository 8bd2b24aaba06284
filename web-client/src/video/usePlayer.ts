// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { frameAt, frameMsOf, timeOf } from './frames';
import type { Playing } from './playing';

export interface Player {
  /** The frame that is on the screen, from 0 in this video. */
  readonly frame: number;
  readonly seconds: number;
  readonly duration: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly toggle: () => void;
  readonly goTo: (frame: number) => void;
  readonly setSpeed: (speed: number) => void;
}

/** The browser's own player, by frames. */
export function usePlayer(element: RefObject<HTMLVideoElement | null>, playing: Playing, start: number): Player {
  const [seconds, setSeconds] = useState(0);
  const [duration, setDuration] = useState(Number.NaN);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const { count, series, url } = playing;
  const frameMs = frameMsOf(series.frameTimeMs, duration, count);
  const goTo = useCallback(
    (frame: number) => {
      const video = element.current;
      if (video === null) return;
      video.pause();
      video.currentTime = timeOf(Math.max(0, Math.min(count - 1, frame)), frameMs);
    },
    [element, count, frameMs],
  );
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    const onTime = () => setSeconds(video.currentTime);
    const onLength = () => setDuration(video.duration);
    const onState = () => setPlaying(!video.paused && !video.ended);
    const onMeta = () => {
      onLength();
      const ms = frameMsOf(series.frameTimeMs, video.duration, count);
      if (start > 0) video.currentTime = timeOf(start, ms);
    };
    const stop = onEveryFrame(video, setSeconds);
    video.addEventListener('loadedmetadata', onMeta);
    video.addEventListener('durationchange', onLength);
    for (const name of ['timeupdate', 'seeked']) video.addEventListener(name, onTime);
    for (const name of ['play', 'pause', 'ended']) video.addEventListener(name, onState);
    return () => {
      stop();
      video.removeEventListener('loadedmetadata', onMeta);
      video.removeEventListener('durationchange', onLength);
      for (const name of ['timeupdate', 'seeked']) video.removeEventListener(name, onTime);
      for (const name of ['play', 'pause', 'ended']) video.removeEventListener(name, onState);
    };
    // The place to start at is taken once for each video.
  }, [element, url]);
  useEffect(() => {
    if (element.current !== null) element.current.playbackRate = speed;
  }, [element, speed, url]);
  const toggle = useCallback(() => {
    const video = element.current;
    if (video === null) return;
    if (video.paused) void video.play().catch(() => undefined);
    else video.pause();
  }, [element]);
  return { frame: frameAt(seconds, frameMs, count), seconds, duration, isPlaying, speed, toggle, goTo, setSpeed };
}

/** Where the browser tells of each frame that it shows, its time is known exactly. */
function onEveryFrame(video: HTMLVideoElement, shown: (seconds: number) => void): () => void {
  if (!('requestVideoFrameCallback' in video)) return () => {};
  let handle = 0;
  const next = (_now: number, frame: VideoFrameCallbackMetadata) => {
    shown(frame.mediaTime);
    handle = video.requestVideoFrameCallback(next);
  };
  handle = video.requestVideoFrameCallback(next);
  return () => video.cancelVideoFrameCallback(handle);
}
